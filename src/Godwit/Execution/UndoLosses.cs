using System.Collections.Immutable;
using Godwit.Operations;
using Godwit.Planning;
using Godwit.Sql;

namespace Godwit.Execution;

/// <summary>What undoing a migration loses: what its down drops, and what its up had dropped, which no down brings back.</summary>
/// <param name="product">The database by name.</param>
internal sealed class UndoLosses(string product)
{
    private static readonly string[] NoColumn = ["CONSTRAINT", "INDEX", "KEY", "PRIMARY", "FOREIGN", "CHECK", "DEFAULT", "NOT", "IDENTITY", "EXPRESSION", "PARTITION", "SYSTEM"];

    /// <summary>The losses of one step, as warnings.</summary>
    internal IEnumerable<Finding> Of(StepScript script)
    {
        var migration = script.Step.Migration;
        foreach (var loss in Down(script))
        {
            yield return new Finding(Severity.Warning, ErrorCode.DataLoss, $"Undoing {migration.Id} drops {loss}.", "Make a copy first if you may need it again.", migration.Location);
        }

        foreach (var loss in Up(migration))
        {
            yield return new Finding(Severity.Warning, ErrorCode.DataLoss, $"{migration.Id} had dropped {loss}: undoing it brings back the structure, and not what was in it.",
                "Fill it from a copy that was made before.", migration.Location);
        }
    }

    private IEnumerable<string> Down(StepScript script) => script.Step.Migration is { Problem: null, Source: { } source, Script.Code: { } code }
        ? InOperations(() => MigrationDescription.HasDown(code) ? MigrationDescription.Down(code, product, source.Path, null)!.Value : Reversing.Of(MigrationDescription.Up(code, product, source.Path, null)).Operations)
        : InSql(script.Section.Statements);

    private IEnumerable<string> Up(MigrationStanding migration)
    {
        if (migration is not { Problem: null, Source: { } source, Script: { } script }) return [];
        return script.Code is { } code ? InOperations(() => MigrationDescription.Up(code, product, source.Path, null)) : InSql(script.Up.Statements);
    }

    // What depends on the schema that it meets is not known before.
    private static IEnumerable<string> InOperations(Func<ImmutableArray<Operation>> describe)
    {
        try
        {
            return [.. describe().Select(Loss).OfType<string>()];
        }
        catch (SchemaNeededException)
        {
            return [];
        }
    }

    private static string? Loss(Operation operation) => operation switch
    {
        DropTable { IsTemporary: false } drop => $"the table {drop.Table} with its rows",
        DropColumn drop => $"the column {drop.Column} of {drop.Table} with its values",
        DeleteRows { Predicate: null } delete => $"all rows of {delete.Table}",
        _ => null,
    };

    private static IEnumerable<string> InSql(ImmutableArray<SqlStatement> statements) => statements.SelectMany(statement => InSql(Words(statement.Text)));

    private static IEnumerable<string> InSql(string[] words)
    {
        for (var i = 0; i + 1 < words.Length; i++)
        {
            var name = Name(words, i + 2);
            if (Is(words, i, "DROP") && Is(words, i + 1, "TABLE") && name is not null) yield return $"the table {name} with its rows";
            else if (i == 0 && Is(words, i, "TRUNCATE")) yield return $"all rows of {(Is(words, 1, "TABLE") ? name : words[1])}";
            else if (i == 0 && Is(words, i, "DELETE") && !words.Contains("WHERE", StringComparer.OrdinalIgnoreCase)) yield return $"all rows of {name}";
            else if (i > 0 && Is(words, 0, "ALTER") && Is(words, 1, "TABLE") && Is(words, i, "DROP") && Column(words, i + 1) is { } column)
                yield return $"the column {column} of {Name(words, 2)} with its values";
        }
    }

    private static string? Column(string[] words, int at) =>
        Is(words, at, "COLUMN") ? Name(words, at + 1) : NoColumn.Contains(words[at], StringComparer.OrdinalIgnoreCase) ? null : Name(words, at);

    // After IF EXISTS or ONLY, if one stands there.
    private static string? Name(string[] words, int at)
    {
        if (Is(words, at, "IF")) at += 2;
        if (Is(words, at, "ONLY")) at++;
        return at < words.Length ? words[at].TrimEnd(',', ';') : null;
    }

    private static bool Is(string[] words, int at, string word) => at < words.Length && words[at].Equals(word, StringComparison.OrdinalIgnoreCase);

    private static string[] Words(string sql) => sql.Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries);
}
