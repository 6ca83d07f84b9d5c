using Godwit.Comparison;
using Godwit.Generation;
using Godwit.Schema;

namespace Godwit.Drift;

/// <summary>A schema that was read from a database.</summary>
/// <param name="Schema">The schema, without Godwit's own tables.</param>
/// <param name="Generator">Says operations in SQL as the server understands it that holds it.</param>
public sealed record SchemaState(DatabaseSchema Schema, SqlGenerator Generator);

/// <summary>A schema that models say.</summary>
/// <param name="Schema">The schema, in the spelling of the one it was read beside wherever both mean the same.</param>
/// <param name="Decisions">What was said about renames, by the models too.</param>
/// <param name="Said">The schema in the models' own words.</param>
/// <param name="Undecided">Sentences about what could not be compared.</param>
public sealed record ModelState(DatabaseSchema Schema, RenameDecisions Decisions, DatabaseSchema Said, ValueList<string> Undecided)
{
    /// <summary>What the models have that is not compared: kind and name, as <c>view recent_posts</c>.</summary>
    public ValueList<string> Unread => Said.Unread;

    /// <summary>What makes a schema what the models say; new tables and columns are in the models' own words.</summary>
    /// <param name="present">The schema that this was read beside.</param>
    public SchemaDifference From(DatabaseSchema present) =>
        AuthoredWords.Of(SchemaComparer.Compare(present, Schema, Decisions, ComparisonScope.Models), Said);

    /// <summary>What models say, with all that they cannot say as it is in another schema.</summary>
    /// <param name="beside">The other schema.</param>
    /// <param name="models">What the models say.</param>
    public static DatabaseSchema Complete(DatabaseSchema beside, DatabaseSchema models) => ModelScope.Complete(beside, models);
}
