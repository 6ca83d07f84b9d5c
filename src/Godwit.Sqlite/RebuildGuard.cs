using Godwit.Schema;

namespace Godwit.Sqlite;

/// <summary>
/// Makes the transaction of a rebuild fail when the new table is not what it has to be. SQL alone can do so with a table whose checks
/// are named after what is wrong: SQLite puts the name into its message.
/// </summary>
internal sealed class RebuildGuard(TableChange change, string name)
{
    private readonly string table = SqliteNames.Quote(name);
    private readonly string violations = SqliteNames.Quote(name + "_violations");

    /// <summary>What runs before the rebuild.</summary>
    internal IEnumerable<string> Begin() =>
    [
        $"""
        CREATE TEMPORARY TABLE {table} (
            foreign_keys integer CONSTRAINT "foreign keys are checked while a table is rebuilt" CHECK (foreign_keys = 0),
            lost_rows integer CONSTRAINT {SqliteNames.Quote($"rows of {change.Table.Name} were lost while it was rebuilt")} CHECK (lost_rows = 0),
            violations integer CONSTRAINT {SqliteNames.Quote($"foreign keys are broken that were not before {change.Table.Name} was rebuilt")} CHECK (violations = 0)
        )
        """,
        $"INSERT INTO {table} (foreign_keys) SELECT foreign_keys FROM pragma_foreign_keys",
        .. IsChecked ? [$"CREATE TEMPORARY TABLE {violations} AS\n    {Violations(change.Before, Sound(change.Before))}"] : Array.Empty<string>(),
    ];

    /// <summary>What runs right after the rows were copied.</summary>
    internal string RequireRows(ObjectName copy, string original, bool losesRows)
    {
        // A row that replaces another one counts as inserted, too.
        var copied = losesRows ? $"(SELECT count(*) FROM {SqliteNames.Quote(copy)})" : "changes()";
        return $"INSERT INTO {table} (lost_rows) SELECT (SELECT count(*) FROM {original}) - {copied}";
    }

    /// <summary>What runs after the rebuild.</summary>
    internal IEnumerable<string> End() =>
    [
        .. IsChecked
            ?
            [
                $"""
                INSERT INTO {table} (violations)
                SELECT count(*) FROM (
                    {Violations(change.After, Watched())}
                ) AS later
                WHERE times > coalesce((
                    SELECT times FROM {violations} AS earlier
                    WHERE earlier.child = later.child AND earlier.place IS later.place AND earlier.parent = later.parent), 0)
                """,
                $"DROP TABLE {violations}",
            ]
            : Array.Empty<string>(),
        $"DROP TABLE {table}",
    ];

    private bool IsChecked => Watched().Count > 0;

    // The tables whose foreign keys the rebuild can break: its own, and those that refer to it. One whose foreign keys did not fit
    // before and do not fit afterwards is left alone.
    private List<ObjectName> Watched() =>
    [
        .. Candidates(change.After).Where(table => SqliteReferences.AreSound(change.After, table) || SqliteReferences.AreSound(change.Before, change.Before.Require(table.Name))).Select(table => table.Name),
    ];

    private List<ObjectName> Sound(DatabaseSchema schema) => [.. Candidates(schema).Where(table => SqliteReferences.AreSound(schema, table)).Select(table => table.Name)];

    private IEnumerable<Table> Candidates(DatabaseSchema schema)
    {
        var own = schema.Require(change.Table.Name);
        return own.ForeignKeys.Count > 0 ? SqliteReferences.To(schema, own.Name).Prepend(own) : SqliteReferences.To(schema, own.Name);
    }

    // A row is known by its number; in a table without numbers only how many there are can be compared.
    private static string Violations(DatabaseSchema schema, List<ObjectName> tables) =>
        tables.Count == 0
            ? "SELECT NULL AS child, NULL AS place, NULL AS parent, 0 AS times WHERE 0"
            : string.Join("\n    UNION ALL ", tables.Select(table =>
                $"SELECT \"table\" AS child, rowid AS place, parent, count(*) AS times FROM pragma_foreign_key_check({SqliteLiteral.Text(schema.Require(table).Name.Name)}) GROUP BY 1, 2, 3"));
}
