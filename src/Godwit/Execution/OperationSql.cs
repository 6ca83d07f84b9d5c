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
            foreach (var part in OperationPart.Of(groups[group], group, resumption))
            {
                var made = part.IsBegun ? Again(part, schema) : Say(part.Operations, schema, completed);
                schema = made.After;
                if (made.Sql.ForeignKeys is ForeignKeyEnforcement.Suspended) foreignKeys = made.Sql.ForeignKeys;
                statements.AddRange(Keyed(made.Sql.Statements, part, hashes));
            }
        }

        return new Said(statements.DrainToImmutable(), foreignKeys, completed.DrainToImmutable(), schema);
    }

    // The journal knows each by how far the operations are done after it.
    private static IEnumerable<SqlStatement> Keyed(ImmutableArray<SqlStatement> statements, OperationPart part, ImmutableArray<string> hashes)
    {
        var place = part.From with { Statements = 0 };
        for (var i = 0; i < statements.Length; i++)
        {
            if (i == statements.Length - 1) place = part.To;
            else if (statements[i].Completes is { } operations) place = place with { Operations = part.From.Operations + operations, Statements = 0 };
            else place = place with { Statements = place.Statements + 1 };
            if (i >= part.From.Statements) yield return Keyed(statements[i], place.Key(hashes), part.IsOneStatement ? false : null);
        }

        // nothing is left to be said of what was cut off
        if (part.InDoubt is { } cut && statements.Length <= part.From.Statements) yield return Keyed(new SqlStatement(Done, part.Group.Operations[0].Location), cut.Key(hashes), isThere: true);
    }

    private static SqlStatement Keyed(SqlStatement statement, string key, bool? isThere) =>
        new(statement.Text, statement.Location) { Code = statement.Code, Ranges = statement.Ranges, Key = key, IsThere = isThere };

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

    // An earlier run has done it in part, or perhaps: the schema holds some of it. What cannot be done any more is done, because what it makes
    // is there or what it drops is not; and so is what was one statement with it and only says how something is to be, which can always be done.
    private Made Again(OperationPart part, DatabaseSchema? before)
    {
        var rest = ImmutableArray.CreateBuilder<Operation>();
        var after = before;
        foreach (var operation in part.Operations)
        {
            try
            {
                var whole = after is null ? operation : operation.Complete(after);
                after = after is null ? null : whole.ApplyTo(after);
                rest.Add(whole);
            }
            catch (GodwitException changed) when (changed.Code is ErrorCode.UnknownObject or ErrorCode.ObjectExists)
            {
                if (!part.IsOneStatement) rest.Add(operation);
            }
        }

        if (part.IsOneStatement && rest.Count < part.Operations.Length && rest.All(OperationPart.CanBeRepeated)) rest.Clear();
        return new Made(Sql(rest.DrainToImmutable(), before), after);
    }

    private GeneratedSql Sql(ImmutableArray<Operation> group, DatabaseSchema? before) => group.FirstOrDefault() switch
    {
        null => new GeneratedSql([]),
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
