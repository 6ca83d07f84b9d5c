using Godwit.Dialects;
using Godwit.Schema;

namespace Godwit.Sqlite;

/// <summary>
/// Reads a schema from the catalog, in one query. SQLite keeps every definition as the statement that made it, and brings that up to
/// date itself; the pragmas say less than these texts: no names of constraints, no checks, no collations.
/// </summary>
internal sealed class SqliteSchemaReader(DatabaseSession session)
{
    // Those of FTS5, FTS3 and FTS4, the R*Tree and Geopoly (SQLite, in the pages on these modules).
    private static readonly string[] ShadowNames = ["data", "idx", "content", "docsize", "config", "segments", "segdir", "stat", "node", "rowid", "parent"];

    private readonly List<Table> tables = [];
    private readonly List<View> views = [];
    private readonly Dictionary<string, int> tablePlaces = new(StringComparer.OrdinalIgnoreCase);
    private readonly Dictionary<string, int> viewPlaces = new(StringComparer.OrdinalIgnoreCase);
    private readonly List<string> unread = [];
    private readonly List<string> virtualTables = [];

    /// <summary>Whether something unread is what ANALYZE has found out about the rows.</summary>
    internal static bool IsStatistics(string unread) => unread.StartsWith("statistics ", StringComparison.Ordinal);

    // A table comes before its indexes and triggers, a virtual table before the tables that it keeps its rows in. The schemas of
    // other databases are attached ones, which no migration is about.
    private const string Query =
        """
        SELECT kind, name, tbl_name, sql, temporary FROM (
            SELECT type AS kind, name, tbl_name, sql, 0 AS temporary, rowid AS place FROM main.sqlite_master
            UNION ALL
            SELECT type, name, tbl_name, sql, 1, rowid FROM temp.sqlite_master WHERE type <> 'view')
        WHERE sql IS NOT NULL AND (name NOT LIKE 'sqlite\_%' ESCAPE '\' OR name LIKE 'sqlite\_stat_' ESCAPE '\')
        ORDER BY sql NOT LIKE 'CREATE VIRTUAL%', kind NOT IN ('table', 'view'), kind, temporary, place
        """;

    internal async Task<DatabaseSchema> ReadAsync(CancellationToken cancellation)
    {
        await session.QueryAsync(Query, row => Take(row.GetString(0), row.GetString(1), row.GetString(2), row.GetString(3), row.GetInt32(4) != 0), cancellation);
        return SqliteReferences.Complete(new DatabaseSchema("sqlite")
        {
            Tables = tables.Select(table => new SqliteCanonical(table).WithExpressions()).ToValueList(),
            Views = views.ToValueList(),
            Unread = unread.ToValueList(),
        });
    }

    private void Take(string kind, string name, string owner, string sql, bool isTemporary)
    {
        switch (kind)
        {
            case "table" when name.StartsWith("sqlite_", StringComparison.OrdinalIgnoreCase):
                unread.Add($"statistics {name}");
                break;
            case "table" when sql.StartsWith("CREATE VIRTUAL", StringComparison.OrdinalIgnoreCase):
                virtualTables.Add(name);
                unread.Add($"virtual table {name}");
                break;
            case "table" when !IsShadow(name):
                var table = SqliteTableReader.Read(TableText.Parse(sql));
                tablePlaces[name] = tables.Count;
                tables.Add(table with { Options = table.Options with { IsTemporary = isTemporary } });
                break;
            case "view":
                viewPlaces[name] = views.Count;
                views.Add(SqliteViewText.Read(sql) with { Triggers = [] });
                break;
            case "index":
                Edit(owner, table => table with { Indexes = table.Indexes.Add(SqliteIndexReader.Read(sql).Index) });
                break;
            case "trigger":
                Add(owner, new Trigger(name, SqliteTriggerText.Definition(sql, isTemporary)));
                break;
            default:
                break;
        }
    }

    // The tables in which a virtual one keeps its rows are named after it (SQLite, "The Virtual Table Mechanism", 2.19); but not every
    // table whose name begins like that is one.
    private bool IsShadow(string name) => virtualTables.Exists(owner =>
        name.Length > owner.Length && name[owner.Length] == '_' && name.StartsWith(owner, StringComparison.OrdinalIgnoreCase)
        && ShadowNames.Contains(name[(owner.Length + 1)..], StringComparer.OrdinalIgnoreCase));

    private void Add(string owner, Trigger trigger)
    {
        if (viewPlaces.TryGetValue(owner, out var view)) views[view] = views[view] with { Triggers = views[view].Triggers.Add(trigger) };
        else Edit(owner, table => table with { Triggers = table.Triggers.Add(trigger) });
    }

    // The last one of a name, because a temporary table hides another. One of a virtual table belongs to nothing that is read.
    private void Edit(string owner, Func<Table, Table> change)
    {
        if (tablePlaces.TryGetValue(owner, out var index)) tables[index] = change(tables[index]);
    }
}
