using Godwit.Schema;

namespace Godwit.MySql;

/// <summary>
/// A schema as the reader gives it back. What the catalog keeps in no order is sorted by name; how far an auto-increment column has
/// counted is not part of a schema, and left out.
/// </summary>
internal static class MySqlNormalizer
{
    internal static DatabaseSchema Normalize(DatabaseSchema schema)
    {
        var traits = MySqlTraits.Usual(schema.Product);
        var tables = new CanonicalTable(traits);
        return schema with
        {
            Tables = ConstraintNaming.Named(schema, traits).Tables.Select(tables.Of).OrderBy(table => table.Name.ToString(), StringComparer.Ordinal).ToValueList(),
            Views = schema.Views.Select(View).OrderBy(view => view.Name.ToString(), StringComparer.Ordinal).ToValueList(),
            Sequences = schema.Sequences.Select(CanonicalSequence.Filled).OrderBy(sequence => sequence.Name.ToString(), StringComparer.Ordinal).ToValueList(),
            Routines = schema.Routines.Select(Routine).OrderBy(routine => routine.Name.ToString(), StringComparer.Ordinal).ThenBy(routine => routine.Kind).ToValueList(),
            Unread = schema.Unread.Order(StringComparer.Ordinal).ToValueList(),
        };
    }

    private static View View(View view) => view with { Query = view.Query.Trim().TrimEnd(';').TrimEnd(), Comment = null };

    private static Routine Routine(Routine routine) => routine with { Definition = CanonicalRoutine.Of(routine.Definition), Arguments = null };
}
