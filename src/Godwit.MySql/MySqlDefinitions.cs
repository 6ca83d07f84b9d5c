using Godwit.Schema;
using Godwit.Sql;

namespace Godwit.MySql;

/// <summary>
/// The statements that make things as the server itself writes them, which are what its dump programs write, too. It has to be asked
/// for each by itself. Who made a thing is left out: that will be whoever runs the statement.
/// </summary>
internal sealed class MySqlDefinitions(MySqlSession session)
{
    private readonly List<NativeObject> natives = [];
    private string database = "";
    private readonly HashSet<string> said = new(StringComparer.Ordinal);

    internal async Task<DatabaseSchema> ReadAsync(DatabaseSchema schema, CancellationToken cancellation)
    {
        database = await session.ScalarAsync("SELECT DATABASE()", cancellation) ?? "";
        var tables = new List<Table>(schema.Tables.Count);
        var triggers = schema.Tables.Any(table => table.Triggers.Count > 0) ? await TriggersAsync(cancellation) : null;
        foreach (var table in schema.Tables)
        {
            tables.Add(table with
            {
                Definition = IsShownWhole(table) ? await TableAsync(table.Name, cancellation) : null,
                Triggers = table.Triggers.Count > 0 && table.Name.Schema is null ? await TriggersAsync(table, triggers!, cancellation) : table.Triggers,
            });
        }

        var routines = new List<Routine>(schema.Routines.Count);
        foreach (var routine in schema.Routines) routines.Add(routine with { Definition = await RoutineAsync(routine, cancellation) });
        foreach (var unread in schema.Unread) await EventAsync(unread, cancellation);
        foreach (var property in schema.Unread.Where(unread => schema.Tables.Any(table => IsPropertyOf(unread, table)))) said.Add(property);
        return schema with
        {
            Tables = tables.ToValueList(),
            Routines = routines.ToValueList(),
            Natives = schema.Natives.Concat(natives).ToValueList(),
            Unread = schema.Unread.Without(said.Contains),
        };
    }

    // What the model has no words for, the table's own statement says.
    private static bool IsPropertyOf(string unread, Table table) =>
        unread == $"subpartitions of {table.Name}" || unread == $"system versioning of {table.Name}"
        || table.Columns.Any(column => unread == $"that column {column.Name} of {table.Name} is not versioned")
        || table.Checks.Any(check => unread == $"that the check {check.Name} of {table.Name} is not enforced");

    // SHOW CREATE TABLE leaves the spatial reference system out, and has a question mark for what the catalog has one for.
    private static bool IsShownWhole(Table table) => !table.Columns.Any(column => QuestionMarks.MayHide(column)
        || (column.Type is ColumnType.Native native && native.Sql.Contains("ref_system_id", StringComparison.OrdinalIgnoreCase)));

    // Triggers for one event act in the order in which they were made.
    private async Task<ILookup<string, string>> TriggersAsync(CancellationToken cancellation)
    {
        var found = new List<(string Table, string Trigger)>();
        await session.QueryAsync(
            """
            SELECT EVENT_OBJECT_TABLE, TRIGGER_NAME FROM information_schema.TRIGGERS WHERE TRIGGER_SCHEMA = DATABASE()
            ORDER BY EVENT_OBJECT_TABLE, ACTION_TIMING, EVENT_MANIPULATION, ACTION_ORDER
            """,
            reader =>
            {
                var row = new CatalogRow(reader);
                found.Add((row.Name(0), row.Name(1)));
            }, cancellation);
        return found.ToLookup(one => one.Table, one => one.Trigger, StringComparer.Ordinal);
    }

    private async Task<ValueList<Trigger>> TriggersAsync(Table table, ILookup<string, string> names, CancellationToken cancellation)
    {
        var triggers = new List<Trigger>();
        foreach (var name in names[table.Name.Name])
            triggers.Add(new Trigger(name, WithoutDefiner(await ShownAsync($"SHOW CREATE TRIGGER {MySqlNames.Quote(table.Name.Sibling(name))}", 2, cancellation))));
        return triggers.ToValueList();
    }

    // How far its rows are counted is no part of it.
    private async Task<string> TableAsync(ObjectName name, CancellationToken cancellation)
    {
        // a default may be the next number of a sequence, whose name is given with that of the database
        var text = ViewText.Unqualified(await ShownAsync($"SHOW CREATE TABLE {MySqlNames.Quote(name)}", 1, cancellation), database);
        var options = text.LastIndexOf("\n)", StringComparison.Ordinal);
        var counted = text.IndexOf(" AUTO_INCREMENT=", Math.Max(0, options), StringComparison.Ordinal);
        if (options < 0 || counted < 0) return text;
        var end = text.IndexOf(' ', counted + 1);
        return text.Remove(counted, (end < 0 ? text.Length : end) - counted);
    }

    private async Task<string> RoutineAsync(Routine routine, CancellationToken cancellation)
    {
        var kind = routine.Kind is RoutineKind.Procedure ? "PROCEDURE" : "FUNCTION";
        var text = await ShownAsync($"SHOW CREATE {kind} {MySqlNames.Quote(routine.Name)}", 2, cancellation);
        return text.Length == 0 ? routine.Definition : WithoutDefiner(text);
    }

    private async Task EventAsync(string unread, CancellationToken cancellation)
    {
        const string Kind = "event ";
        if (!unread.StartsWith(Kind, StringComparison.Ordinal)) return;
        var name = ObjectName.Parse(unread[Kind.Length..]);
        var text = await ShownAsync($"SHOW CREATE EVENT {MySqlNames.Quote(name)}", 3, cancellation);
        if (text.Length == 0) return;
        natives.Add(new NativeObject(unread, name, WithoutDefiner(text)) { Place = NativePlace.AfterTables });
        said.Add(unread);
    }

    private async Task<string> ShownAsync(string sql, int column, CancellationToken cancellation)
    {
        var text = "";
        await session.QueryAsync(sql, row => text = new CatalogRow(row).Name(column), cancellation);
        return text;
    }

    // CREATE DEFINER=`user`@`host` PROCEDURE …
    private static string WithoutDefiner(string definition)
    {
        var words = new TokenReader(MySqlDialect.Instance.Splitter.Lexer, new SqlStatement(definition));
        if (!words.Accept("CREATE") || !words.Is("DEFINER")) return definition;
        var start = words.Current.Start;
        while (!words.AtEnd && !words.Is("PROCEDURE") && !words.Is("FUNCTION") && !words.Is("EVENT") && !words.Is("TRIGGER") && !words.Is("AGGREGATE")) words.Advance();
        return words.AtEnd ? definition : definition.Remove(start, words.Current.Start - start);
    }
}
