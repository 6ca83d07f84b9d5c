using Godwit.Comparison;
using Godwit.Dialects;
using Godwit.Operations;
using Godwit.Schema;

namespace Godwit.Drift;

/// <summary>
/// Settles whether two texts mean the same by asking the database: what is wanted is written to a scratch database and read back, and then has
/// the same spelling as what was read from the real one.
/// </summary>
internal sealed class Settlement(Database database)
{
    /// <summary>The wanted schema, in the spelling of the present one wherever both mean the same; and what could not be settled.</summary>
    internal async Task<(DatabaseSchema Settled, ValueList<string> Undecided)> SettleAsync(
        DatabaseSchema present, DatabaseSchema wanted, RenameDecisions decisions, CancellationToken cancellation)
    {
        var before = new Renaming(present, wanted, decisions).Renamed;
        var there = before.Tables.ToDictionary(table => table.Name);
        wanted = wanted with { Tables = wanted.Tables.Select(table => there.TryGetValue(table.Name, out var one) ? TableSettlement.Typed(one, table, database.Dialect.HoldTheSame) : table) };
        var open = wanted.Tables.Where(table => there.TryGetValue(table.Name, out var one) && TableSettlement.IsOpen(one, table)).ToArray();
        if (open.Length == 0) return (wanted, []);
        var isolation = open.Any(table => table.Name.Schema is not null) ? ScratchIsolation.Database : ScratchIsolation.Schema;
        await using var scratch = await database.CreateScratchAsync(isolation, cancellation);
        await using var session = await scratch.Database.OpenAsync(cancellation);
        var writing = new ScratchWriting(session, before.Product);
        await writing.PrepareAsync(ModelScope.Complete(before, wanted), open, cancellation);
        foreach (var table in open) await writing.WriteAsync(table, there[table.Name], cancellation);
        var others = open.Select(table => table.Name.Schema).OfType<string>().Distinct().ToArray();
        var read = (await session.ReadSchemaAsync(others, cancellation)).Tables.ToDictionary(table => table.Name);
        var settled = wanted with
        {
            Tables = wanted.Tables.Select(table => there.TryGetValue(table.Name, out var one) && read.TryGetValue(table.Name, out var canonical)
                ? TableSettlement.Settle(one, table, canonical, Normal)
                : table),
        };
        return (settled, writing.Refused.ToValueList());

        Table Normal(Table table) => database.Dialect.Normalize(new DatabaseSchema(before.Product) { Enums = before.Enums, Tables = [table] }).Tables[0];
    }
}

/// <summary>Writes tables to a scratch database, each as far as it can be written alone.</summary>
internal sealed class ScratchWriting(DatabaseSession session, string product)
{
    private readonly List<string> refused = [];
    private DatabaseSchema schema = new(product);

    /// <summary>Sentences about what the database did not take.</summary>
    internal IReadOnlyList<string> Refused => refused;

    /// <summary>Writes what the tables may use: schemas, extensions, types, and the sequences and routines that they mention.</summary>
    internal async Task PrepareAsync(DatabaseSchema whole, Table[] tables, CancellationToken cancellation)
    {
        var names = MentionedNames.In(tables.SelectMany(Texts));
        Operation[] needed =
        [
            .. tables.Select(table => table.Name.Schema).OfType<string>().Distinct().Select(name => new CreateSchema(name)),
            .. whole.Extensions.Select(extension => new CreateExtension(extension) { IfNotExists = true }),
            .. whole.Enums.Select(type => new CreateEnum(type)),
            .. whole.Sequences.Where(sequence => names.Contains(sequence.Name.Name)).Select(sequence => new CreateSequence(sequence with { OwnedBy = null })),
            .. whole.Routines.Where(routine => names.Contains(routine.Name.Name)).Select(routine =>
                new CreateRoutine(routine.Name, routine.Kind, routine.Definition) { Arguments = routine.Arguments }),
        ];
        foreach (var operation in needed) await WriteAsync(operation, cancellation);
    }

    /// <summary>
    /// Writes a table without what leads to others, and each index by itself: one that is refused does not take the rest with it. A table that
    /// is refused is tried with no more than its open columns: another may be of a type that is not there.
    /// </summary>
    internal async Task WriteAsync(Table table, Table present, CancellationToken cancellation)
    {
        var alone = table with { ForeignKeys = [], Triggers = [], Indexes = [], Definition = null };
        if (!await WriteAsync(new CreateTable(alone), cancellation))
        {
            var columns = TableSettlement.OpenColumns(present, table);
            if (columns.Count > 0) await WriteAsync(new CreateTable(new Table(table.Name) { Columns = columns }), cancellation);
            return;
        }

        foreach (var index in table.Indexes) await WriteAsync(new CreateIndex(table.Name, index), cancellation);
    }

    private static IEnumerable<string> Texts(Table table) =>
    [
        .. table.Columns.SelectMany(column => new[] { (column.Default as DefaultValue.Expression)?.Sql, column.Generated?.Sql }).OfType<string>(),
        .. table.Checks.Select(check => check.Predicate),
        .. table.Indexes.SelectMany(index => index.Parts.Select(part => part.Expression).Append(index.Predicate ?? "")),
    ];

    private async Task<bool> WriteAsync(Operation operation, CancellationToken cancellation)
    {
        try
        {
            var sql = session.Generator.Generate([operation], schema);
            await session.RunAsync(sql.Statements, SilentObserver.Instance, cancellation);
            schema = operation.ApplyTo(schema);
            return true;
        }
        catch (StatementException failure) when (failure.Error.Kind is not (DatabaseErrorKind.Cancelled or DatabaseErrorKind.ConnectionLost))
        {
            refused.Add(Sentence(operation, failure.Error.Message));
        }
        catch (GodwitException failure)
        {
            refused.Add(Sentence(operation, failure.Message));
        }

        return false;
    }

    private static string Sentence(Operation operation, string message) =>
        $"Whether it is as it should be was compared by its text only, because a scratch database refused to {operation.Summary.Trim()}: {message.TrimEnd('.')}.";
}
