using System.Collections.Immutable;
using Godwit.Comparison;
using Godwit.Dialects;
using Godwit.Execution;
using Godwit.Sql;
using Godwit.Writing;

namespace Godwit.Drift;

/// <summary>A migration that makes one schema another, to be written into a file.</summary>
/// <param name="dialect">The database.</param>
/// <param name="before">The schema before it.</param>
/// <param name="difference">What it does; no rename is unanswered.</param>
/// <param name="undecided">Sentences about what could not be compared.</param>
public sealed class GeneratedMigration(Dialect dialect, SchemaState before, SchemaDifference difference, IReadOnlyList<string> undecided)
{
    // Building a table anew drops the old one, which with foreign keys on would delete rows that refer to it.
    private const string ForeignKeysOff = "-- foreign_keys: off";

    private readonly string product = before.Schema.Product;

    private IEnumerable<string> Notes => [.. undecided, .. difference.Unsupported.Select(change => $"{change.Problem} {change.Advice}")];

    /// <summary>The whole file in C#.</summary>
    /// <param name="className">The name of its class.</param>
    /// <exception cref="GodwitException">Something cannot be said in C#.</exception>
    public string CSharp(string className) => CSharpMigrationText.Of(className, difference.Operations, [.. Notes], product);

    /// <summary>The whole file in SQL.</summary>
    /// <param name="id">The migration's id.</param>
    /// <param name="created">When it is made, UTC.</param>
    /// <exception cref="GodwitException">The database cannot do an operation.</exception>
    public string Sql(string id, DateTime created)
    {
        var sql = new OperationSql(dialect, before.Generator, product);
        var up = sql.Say([.. difference.Operations], before.Schema);
        var (reversed, obstacle) = Reversing.Of(up.Completed);
        var down = obstacle is null ? sql.Say(reversed, up.After) : null;
        var notes = Notes.Concat(difference.Operations.Select(DataLoss.Warning).OfType<string>()).ToList();
        if (obstacle is not null) notes.Add($"There is no down: nothing undoes \"{obstacle.Operation.Summary}\". {obstacle.Advice}");
        return SqlMigrationText.Of(id, created, Texts(up), down is null ? null : Texts(down), notes);
    }

    private static ImmutableArray<string> Texts(Said said)
    {
        var texts = said.Statements.Select(statement => statement.Text).ToImmutableArray();
        if (said.ForeignKeys is not ForeignKeyEnforcement.Suspended || texts.IsEmpty) return texts;
        return texts.SetItem(0, $"{ForeignKeysOff}\n{texts[0]}");
    }
}
