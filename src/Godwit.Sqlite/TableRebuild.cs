using Godwit.Schema;

namespace Godwit.Sqlite;

/// <summary>
/// Builds a table anew: a table with the new definition is filled from the old one and takes its name (SQLite, "ALTER TABLE", 7). The
/// checking of foreign keys is off meanwhile, or dropping the old table would delete what refers to it.
/// </summary>
internal sealed class TableRebuild
{
    private static readonly string[] RowIdNames = ["rowid", "_rowid_", "oid"];

    private readonly TableChange change;
    private readonly TableText old;
    private readonly TableText text;
    private readonly ObjectName temporary;
    private readonly RebuildGuard guard;

    internal TableRebuild(TableChange change)
    {
        this.change = change;
        old = SqliteTableSql.Text(change.Table);
        text = SqliteTableSql.Text(change.Changed with { Definition = old.Sql });
        var taken = Names(change.Before);
        temporary = new ObjectName(null, SqliteNames.Free($"godwit_new_{change.Table.Name.Name}", taken));
        guard = new RebuildGuard(change, SqliteNames.Free("godwit_rebuild", taken));
    }

    internal IEnumerable<string> Statements()
    {
        var table = SqliteNames.Quote(change.Table.Name);
        return
        [
            .. guard.Begin(),
            SqliteTableStatements.Create(text, temporary, change.Table.Options),
            .. Copy(table),
            .. KeepStatistics(change.Table.Name, temporary),
            $"DROP TABLE {table}",
            // As it is by default, the renaming looks through every view and trigger of the database and fails at one that mentions
            // the table which is just not there, or is broken for another reason. It is of no use: the name is the old one.
            "PRAGMA legacy_alter_table = ON",
            $"ALTER TABLE {SqliteNames.Quote(temporary)} RENAME TO {table}",
            "PRAGMA legacy_alter_table = OFF",
            .. change.Changed.Indexes.Select(index => SqliteIndexSql.Create(change.Table.Name, index)),
            .. change.Changed.Triggers.Select(trigger => SqliteStatement.Trimmed(trigger.Definition)),
            .. KeepStatistics(temporary, change.Table.Name),
            .. Try(table),
            .. guard.End(),
        ];
    }

    // ALTER TABLE drops no column that a view or a trigger speaks of; what a rebuild would leave broken is found by preparing what uses it.
    private IEnumerable<string> Try(string table)
    {
        var lost = change.Lost.ToArray();
        if (change.Changed.Triggers.Any(trigger => Mentions(trigger.Definition, lost)))
        {
            var columns = change.Changed.Columns.Where(column => column.Generated is null).Select(column => SqliteNames.Quote(column.Name));
            yield return $"EXPLAIN INSERT INTO {table} DEFAULT VALUES";
            yield return $"EXPLAIN UPDATE {table} SET {string.Join(", ", columns.Select(column => $"{column} = {column}"))}";
            yield return $"EXPLAIN DELETE FROM {table}";
        }

        foreach (var view in change.Before.Views.Where(view => Mentions(view.Query, [change.Table.Name.Name]) && Mentions(view.Query, lost)))
            yield return $"EXPLAIN SELECT * FROM {SqliteNames.Quote(view.Name)}";
    }

    private static bool Mentions(string sql, string[] names) => names.Length > 0 && names.Any(new TriggerWords(sql).Contain);

    private IEnumerable<string> Copy(string table)
    {
        var copied = change.Changed.Columns.Select(column => (column.Name, Source: change.Source(column))).Where(column => column.Source is not null).ToArray();
        var names = copied.Select(column => SqliteNames.Quote(column.Name)).ToList();
        var sources = copied.Select(column => column.Source!).ToList();
        if (RowId(copied.Select(column => column.Name)) is { } rowId)
        {
            names.Insert(0, rowId);
            sources.Insert(0, rowId);
        }

        // Without a column in common and without a number nothing is left that a row could be made of but its defaults.
        if (names.Count == 0) return [];
        return
        [
            $"INSERT INTO {SqliteNames.Quote(temporary)} ({string.Join(", ", names)})\nSELECT {string.Join(", ", sources)} FROM {table}",
            guard.RequireRows(temporary, table, LosesRows(text)),
            .. IsNumbered(old) && IsNumbered(text) ? KeepNumber() : [],
        ];
    }

    // Rows keep their numbers: others may know them by these (an index of FTS5). A column that is the number itself takes it along.
    private string? RowId(IEnumerable<string> copied)
    {
        if (old.IsWithoutRowId || text.IsWithoutRowId) return null;
        if (RowIdColumn(text) is { } column && copied.Contains(column, StringComparer.OrdinalIgnoreCase)) return null;
        return RowIdNames.FirstOrDefault(name => old.Column(name) is null && text.Column(name) is null);
    }

    // An INTEGER PRIMARY KEY is another name for the rowid (SQLite, "ROWIDs and the INTEGER PRIMARY KEY").
    private static string? RowIdColumn(TableText text)
    {
        var key = SqliteTableReader.Constraints(text).FirstOrDefault(placed => placed.Constraint is PrimaryKey { Columns.Count: 1 });
        if (key is null || key.Clause is ClauseText.PrimaryKey { IsDescending: true }) return null;
        var column = text.Column(((PrimaryKey)key.Constraint).Columns[0]);
        return column is not null && column.Type.In(text.Sql).Equals("integer", StringComparison.OrdinalIgnoreCase) ? column.Name.Value : null;
    }

    // The largest number there ever was, which may be gone: filling the new table has noted the largest that is there. The renaming
    // takes the note along.
    private IEnumerable<string> KeepNumber()
    {
        var name = SqliteLiteral.Text(temporary.Name);
        return
        [
            $"DELETE FROM sqlite_sequence WHERE name = {name}",
            $"UPDATE sqlite_sequence SET name = {name} WHERE name = {SqliteLiteral.Text(change.Table.Name.Name)}",
        ];
    }

    // Dropping a table deletes what ANALYZE has found out about it.
    private IEnumerable<string> KeepStatistics(ObjectName from, ObjectName to) => change.Before.Unread.Where(SqliteSchemaReader.IsStatistics).Select(unread =>
        $"UPDATE {SqliteNames.Quote(unread["statistics ".Length..])} SET tbl = {SqliteLiteral.Text(to.Name)} WHERE tbl = {SqliteLiteral.Text(from.Name)}");

    private static bool IsNumbered(TableText text) => text.Clauses.OfType<ClauseText.PrimaryKey>().Any(key => key.AutoIncrement is not null);

    private static bool LosesRows(TableText text) => text.Clauses.Any(clause => clause.Resolution is "REPLACE" or "IGNORE");

    private static HashSet<string> Names(DatabaseSchema schema)
    {
        var names = new HashSet<string>(StringComparer.OrdinalIgnoreCase);
        foreach (var table in schema.Tables)
        {
            names.Add(table.Name.Name);
            foreach (var index in table.Indexes) names.Add(index.Name);
        }

        foreach (var view in schema.Views) names.Add(view.Name.Name);
        foreach (var unread in schema.Unread) names.Add(unread[(unread.LastIndexOf(' ') + 1)..]);
        return names;
    }
}
