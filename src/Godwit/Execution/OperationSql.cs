using System.Collections.Immutable;
using Godwit.Dialects;
using Godwit.Generation;
using Godwit.Operations;
using Godwit.Schema;
using Godwit.Sql;

namespace Godwit.Execution;

/// <summary>
/// Says operations in SQL, a group at a time, and goes on to the schema after each. What a generator has no SQL for is a statement
/// with code in its place.
/// </summary>
internal sealed class OperationSql(Dialect dialect, SqlGenerator generator, string product)
{
    private const string Done = "-- done";

    /// <summary>Whether the schema must be known.</summary>
    internal bool NeedsSchema(ImmutableArray<Operation> operations) =>
        operations.Any(operation => operation switch
        {
            RunCode => false,
            Backfill backfill => backfill.Key is null,
            _ => generator.NeedsSchema(operation),
        });

    /// <summary>The hash of each group of operations over all before it: what the journal knows them by.</summary>
    internal static ImmutableArray<string> HashesOf(ImmutableArray<Operation> operations)
    {
        var hash = "";
        return [.. OperationGroup.Cut(operations).Select(group => hash = StatementChain.Next(hash, string.Join('\n', group.Operations.Select(Unplaced))))];
    }

    /// <summary>The statements of operations, and the operations with their old sides.</summary>
    /// <param name="operations">The operations.</param>
    /// <param name="before">The schema before them, or as an earlier run left it; null where they need none.</param>
    /// <param name="resumption">How far an earlier run came; null when none did.</param>
    /// <exception cref="GodwitException">An operation cannot be done, or not on this database.</exception>
    internal Said Say(ImmutableArray<Operation> operations, DatabaseSchema? before, Resumption? resumption = null)
    {
        var statements = ImmutableArray.CreateBuilder<SqlStatement>();
        if (resumption is not null) statements.AddRange(resumption.Hashes.Select(hash => new SqlStatement(Done, operations[0].Location) { DoneAs = hash }));
        var completed = ImmutableArray.CreateBuilder<Operation>(operations.Length);
        var foreignKeys = ForeignKeyEnforcement.AsItIs;
        var schema = before;
        var groups = OperationGroup.Cut(operations);
        var hashes = HashesOf(operations);
        for (var group = resumption?.Group ?? 0; group < groups.Length; group++)
        {
            var touched = resumption is not null && (resumption.DoneIn(group) > 0 || resumption.InDoubt?.Group == group);
            var made = touched ? Again(groups[group], schema, resumption!, group) : Say(groups[group].Operations, schema, completed);
            schema = made.After;
            if (made.Sql.ForeignKeys is ForeignKeyEnforcement.Suspended) foreignKeys = made.Sql.ForeignKeys;
            var first = resumption?.DoneIn(group) ?? 0;
            for (var i = 0; i < made.Sql.Statements.Length; i++) statements.Add(Keyed(made.Sql.Statements[i], Resumption.Key(hashes[group], first + i)));
        }

        return new Said(statements.DrainToImmutable(), foreignKeys, completed.DrainToImmutable(), schema);
    }

    private static SqlStatement Keyed(SqlStatement statement, string key) =>
        new(statement.Text, statement.Location) { Code = statement.Code, Ranges = statement.Ranges, Key = key, IsThere = statement.IsThere };

    private Made Say(ImmutableArray<Operation> group, DatabaseSchema? before, ImmutableArray<Operation>.Builder completed)
    {
        var after = before;
        var whole = ImmutableArray.CreateBuilder<Operation>(group.Length);
        foreach (var operation in group)
        {
            try
            {
                whole.Add(after is null ? operation : operation.Complete(after));
                after = after is null ? null : whole[^1].ApplyTo(after);
            }
            catch (GodwitException problem) when (problem.Location is null && operation.Location is not null)
            {
                throw Located(problem, operation.Location);
            }
        }

        completed.AddRange(whole);
        return new Made(Sql(whole.DrainToImmutable(), before), after);
    }

    // An earlier run has done it in part, or perhaps: the schema holds some of it. Of changes of a table those are done that cannot be
    // done any more, because what they make is there or what they drop is not. Of any other operation the first statements are done.
    private Made Again(OperationGroup group, DatabaseSchema? before, Resumption resumption, int place)
    {
        var rest = ImmutableArray.CreateBuilder<Operation>();
        var after = before;
        foreach (var operation in group.Operations)
        {
            try
            {
                var whole = after is null ? operation : operation.Complete(after);
                after = after is null ? null : whole.ApplyTo(after);
                rest.Add(whole);
            }
            catch (GodwitException changed) when (changed.Code is ErrorCode.UnknownObject or ErrorCode.ObjectExists)
            {
                if (group.Table is null) rest.Add(operation);
            }
        }

        var sql = rest.Count == 0 ? new GeneratedSql([]) : Sql(rest.DrainToImmutable(), before);
        var inDoubt = resumption.InDoubt?.Group == place;
        if (group.Table is null)
        {
            sql = sql with { Statements = [.. sql.Statements.Skip(resumption.DoneIn(place))] };
            inDoubt = inDoubt && sql.Statements.IsEmpty;
        }

        return new Made(inDoubt ? sql with { Statements = [Settled(group), .. sql.Statements] } : sql, after);
    }

    // In the place of a statement that was cut off: what it made of the schema is seen, and what it did not is said after it.
    private static SqlStatement Settled(OperationGroup group) => new(Done, group.Operations[0].Location) { IsThere = true };

    private GeneratedSql Sql(ImmutableArray<Operation> group, DatabaseSchema? before) => group[0] switch
    {
        RunCode code => Statement(new SqlStatement($"-- code: {code.Name}", code.Location)
        {
            Code = (connection, cancellation) => code.Code(new MigrationConnection(connection, product), cancellation),
        }),
        Backfill backfill when backfill.Assignments.For(product) is { } assignments => Statement(Walk(backfill, assignments, before)),
        Backfill => new GeneratedSql([]),
        _ => Generate(group, before),
    };

    private GeneratedSql Generate(ImmutableArray<Operation> group, DatabaseSchema? before)
    {
        try
        {
            return generator.Generate(group, before ?? new DatabaseSchema(product));
        }
        catch (GodwitException problem) when (problem.Location is null && group[0].Location is { } location)
        {
            throw Located(problem, location);
        }
    }

    private SqlStatement Walk(Backfill backfill, string assignments, DatabaseSchema? before)
    {
        var key = backfill.Key ?? OnlyKey(backfill, before!);
        var ranges = new KeyRanges(dialect.Quote(backfill.Table), dialect.Quote(key), assignments, backfill.Predicate, backfill.BatchSize, backfill.Pause);
        return new SqlStatement(ranges.Whole, backfill.Location) { Ranges = ranges };
    }

    private static string OnlyKey(Backfill backfill, DatabaseSchema before) =>
        before.Require(backfill.Table).PrimaryKey is { Columns: [var only] }
            ? only
            : throw new GodwitException(ErrorCode.InvalidDefinition,
                $"{backfill.Table} has no primary key of one column, so there is nothing to go through its rows by.",
                "Name a column of whole numbers that has an index: schema.Backfill(…, key: \"id\").", backfill.Location);

    private static string Unplaced(Operation operation) => (operation with { Location = null }).ToString();

    private static GeneratedSql Statement(SqlStatement statement) => new([statement]);

    private static GodwitException Located(GodwitException problem, SourceLocation location) =>
        new(problem.Code, problem.Message, problem.Remedy, location, problem.State, problem);

    private sealed record Made(GeneratedSql Sql, DatabaseSchema? After);
}

/// <summary>Operations that were said in SQL.</summary>
/// <param name="Statements">The statements.</param>
/// <param name="ForeignKeys">What happens to the checking of foreign keys meanwhile.</param>
/// <param name="Completed">The operations, with their old sides where the schema was known.</param>
/// <param name="After">The schema afterwards; null where it was not known before.</param>
internal sealed record Said(ImmutableArray<SqlStatement> Statements, ForeignKeyEnforcement ForeignKeys, ImmutableArray<Operation> Completed, DatabaseSchema? After);
