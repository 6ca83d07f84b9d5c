using Godwit.Schema;

namespace Godwit.MySql;

/// <summary>The reading of one database.</summary>
/// <param name="session">The session.</param>
/// <param name="database">The database's name.</param>
/// <param name="qualifier">What stands before the names of its objects; null for the current database.</param>
/// <param name="current">The name of the current database.</param>
internal sealed class DatabaseReading(MySqlSession session, string database, string? qualifier, string current)
{
    private readonly MySqlTraits traits = session.Traits;
    private readonly CatalogQueries queries = new(session.Traits, database);
    private readonly ColumnReading columns = new(session.Traits);
    private readonly Dictionary<string, TableReading> tables = new(StringComparer.Ordinal);
    private readonly List<View> views = [];
    private readonly List<(Routine Routine, string Body)> routines = [];
    private readonly List<string> sequenceNames = [];
    private readonly List<Sequence> sequences = [];
    private readonly List<string> unread = [];
    private string? collation;

    /// <summary>A schema with what this database holds.</summary>
    internal async Task<DatabaseSchema> ReadAsync(DatabaseSchema schema, CancellationToken cancellation)
    {
        collation = await session.ScalarAsync(queries.Database, cancellation);
        await ReadTablesAsync(cancellation);
        await ReadKeysAsync(cancellation);
        await EachAsync(queries.Views, View, cancellation);
        await EachAsync(queries.Triggers, row => Find(row)?.Triggers.Add(Trigger(row)), cancellation);
        await ReadRoutinesAsync(cancellation);
        await EachAsync(queries.Events, row => unread.Add($"event {Qualified(row.Name(0))}"), cancellation);
        if (sequenceNames.Count > 0) await EachAsync(queries.Sequences(sequenceNames), row => sequences.Add(Sequence(row)), cancellation);
        var questionMarks = new QuestionMarks(session, current, unread);
        return schema with
        {
            Tables = schema.Tables.Concat(await AskedAsync(tables.Values.Select(table => table.ToTable()), table => questionMarks.WithoutAsync(table, cancellation))).ToValueList(),
            Views = schema.Views.Concat(await AskedAsync(views, view => questionMarks.WithoutAsync(view, cancellation))).ToValueList(),
            Sequences = schema.Sequences.Concat(sequences).ToValueList(),
            Routines = schema.Routines.Concat(await AskedAsync(routines, routine => questionMarks.WithoutAsync(routine.Routine, routine.Body, cancellation))).ToValueList(),
            Unread = schema.Unread.Concat(unread).ToValueList(),
        };
    }

    private async Task ReadTablesAsync(CancellationToken cancellation)
    {
        await EachAsync(queries.Tables, Table, cancellation);
        await EachAsync(queries.Columns, Column, cancellation);
        await EachAsync(queries.Partitions, row => Find(row)?.AddPartition(row), cancellation);
    }

    private async Task ReadKeysAsync(CancellationToken cancellation)
    {
        await EachAsync(queries.Indexes, row => Find(row)?.AddIndexPart(row, columns), cancellation);
        await EachAsync(queries.ForeignKeyColumns, row => Find(row)?.AddForeignKeyColumn(row, Reference(row)), cancellation);
        await EachAsync(queries.ForeignKeyActions, row => Find(row)?.SetActions(row), cancellation);
        await EachAsync(queries.Checks, row => Find(row)?.AddCheck(row, columns), cancellation);
    }

    private async Task ReadRoutinesAsync(CancellationToken cancellation)
    {
        var parameters = new Dictionary<(string Kind, string Name), List<string>>();
        await EachAsync(queries.Parameters, row =>
        {
            var key = (row.Name(0), row.Name(1));
            if (!parameters.TryGetValue(key, out var list)) parameters[key] = list = [];
            var type = Typed(row.Name(4), row.Text(5));
            list.Add(CanonicalRoutine.Parameter(row.Is(0, "FUNCTION") ? null : row.Text(2), MySqlDialect.Instance.Quote(row.Name(3)), type));
        }, cancellation);
        await EachAsync(queries.Routines, row => Routine(row, parameters), cancellation);
    }

    private Task EachAsync(string query, Action<CatalogRow> act, CancellationToken cancellation) =>
        session.QueryAsync(query, reader => act(new CatalogRow(reader)), cancellation);

    private static async Task<List<TResult>> AskedAsync<T, TResult>(IEnumerable<T> all, Func<T, ValueTask<TResult>> ask)
    {
        var results = new List<TResult>();
        foreach (var one in all) results.Add(await ask(one));
        return results;
    }

    private TableReading? Find(CatalogRow row) => tables.GetValueOrDefault(row.Name(0));

    private ObjectName Qualified(string name) => new(qualifier, name);

    private void Table(CatalogRow row)
    {
        var name = row.Name(0);
        switch (row.Name(1))
        {
            case "BASE TABLE":
                tables[name] = new TableReading(Qualified(name), row, collation, unread);
                break;
            case "SYSTEM VERSIONED":
                tables[name] = new TableReading(Qualified(name), row, collation, unread);
                unread.Add($"system versioning of {Qualified(name)}");
                break;
            case "SEQUENCE":
                sequenceNames.Add(name);
                break;
        }
    }

    private void Column(CatalogRow row)
    {
        if (Find(row) is not { } table) return;
        var column = columns.Read(row);
        // the next number of a sequence is given with the name of the database
        table.Columns.Add(column.Default is DefaultValue.Expression { Sql: var sql } ? column with { Default = new DefaultValue.Expression(ViewText.Unqualified(sql, current)) } : column);
        if (row.Name(6).Contains("WITHOUT SYSTEM VERSIONING", StringComparison.OrdinalIgnoreCase)) unread.Add($"that column {row.Name(1)} of {Qualified(row.Name(0))} is not versioned");
    }

    private ObjectName Reference(CatalogRow row) => new(row.Name(3) == current ? null : row.Name(3), row.Name(4));

    private void View(CatalogRow row)
    {
        var name = Qualified(row.Name(0));
        var query = ViewText.Unqualified(row.Name(1), current);
        var algorithm = row.Is(4, "UNDEFINED") ? "" : $"ALGORITHM = {row.Name(4)} ";
        var security = row.Is(3, "INVOKER") ? "SQL SECURITY INVOKER " : "";
        var check = row.Is(2, "NONE") ? "" : $"\nWITH {row.Name(2)} CHECK OPTION";
        views.Add(new View(name, query)
        {
            Definition = algorithm.Length + security.Length + check.Length == 0 ? null
                : $"CREATE {algorithm}{security}VIEW {MySqlDialect.Instance.Quote(name)} AS\n{query}{check}",
        });
    }

    private Trigger Trigger(CatalogRow row) => new(row.Name(1), CanonicalTrigger.Text(
        MySqlDialect.Instance.Quote(Qualified(row.Name(1))), row.Name(2), row.Name(3), MySqlDialect.Instance.Quote(Qualified(row.Name(0))), row.Name(4)));

    private void Routine(CatalogRow row, Dictionary<(string Kind, string Name), List<string>> parameters)
    {
        var name = Qualified(row.Name(0));
        // the body is not shown to everybody, and a package is no routine
        if (row.Text(4) is not { } body || row.Name(1) is not ("FUNCTION" or "PROCEDURE"))
        {
            unread.Add($"{row.Name(1).ToLowerInvariant()} {name}");
            return;
        }

        var isFunction = row.Is(1, "FUNCTION");
        var characteristics = new CanonicalRoutine.Characteristics
        {
            IsDeterministic = row.Is(5, "YES"),
            Access = row.Name(6),
            RunsAsInvoker = row.Is(7, "INVOKER"),
            Comment = row.Name(8),
        };
        var definition = CanonicalRoutine.Text(
            isFunction, MySqlDialect.Instance.Quote(name), parameters.GetValueOrDefault((row.Name(1), row.Name(0))) ?? [],
            isFunction ? Typed(row.Name(2), row.Text(3)) : null, characteristics, body);
        routines.Add((new Routine(name, isFunction ? RoutineKind.Function : RoutineKind.Procedure, definition), body));
    }

    // Texts have the database's collation unless they say another.
    private string Typed(string type, string? ofType) =>
        CanonicalType.Of(type, traits) + (ofType is null || ofType == collation ? "" : $" charset {ofType.Split('_')[0]} collate {ofType}");

    private Sequence Sequence(CatalogRow row) => new(Qualified(row.Name(0)))
    {
        Start = row.Number(1),
        Increment = row.Number(2),
        Minimum = row.Number(3),
        Maximum = row.Number(4),
        Cache = row.Number(5),
        Cycles = row.Is(6, "1"),
    };
}
