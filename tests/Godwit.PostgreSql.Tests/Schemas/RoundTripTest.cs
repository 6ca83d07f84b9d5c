using Godwit.Dialects;
using Godwit.Operations;
using Godwit.Schema;
using Godwit.Specification;
using Godwit.Specification.Servers;
using Xunit;

namespace Godwit.PostgreSql.Tests.Schemas;

/// <summary>Each operation on a real server: what it does is what it says it does, and its reverse takes it back.</summary>
[RequiresServer(PostgreSqlProduct.Variable)]
public sealed class RoundTripTest : Specification<PostgreSqlProduct>
{
    [DatabaseTheory]
    [MemberData(nameof(Scenarios.Names), MemberType = typeof(Scenarios))]
    public async Task An_operation_does_what_it_says_and_its_reverse_takes_it_back(string name)
    {
        var scenario = Scenarios.Of(name);
        await using var session = await Project.Handle().OpenAsync(CancellationToken.None);
        if (VersionOf(session) < scenario.From)
        {
            await Assert.ThrowsAsync<GodwitException>(() => RunAsync(session, [.. scenario.Given, .. scenario.Change], Empty));
            return;
        }

        await RunAsync(session, scenario.Given, Empty);
        var before = await ReadAsync(session);
        SchemaAssert.Same(Comparable(scenario.Before), Comparable(before));

        var change = Scenario.Completed(before, scenario.Change);
        await RunAsync(session, change, before);
        var after = Scenario.Applied(before, change);
        SchemaAssert.Same(Comparable(after), Comparable(await ReadAsync(session)));

        if (Scenario.Reversed(change) is not { } reversed) return;
        if (scenario.CannotReverse)
        {
            var error = await Assert.ThrowsAsync<GodwitException>(() => RunAsync(session, reversed, after));
            Assert.Equal(ErrorCode.NotSupported, error.Code);
            AssertHelpful(error);
            return;
        }

        await RunAsync(session, reversed, after);
        var back = await ReadAsync(session);
        if (scenario.ReversesTo is null) SchemaAssert.Same(Unordered(before), Unordered(back));
    }

    private static DatabaseSchema Empty => new("postgresql");

    private static Task<DatabaseSchema> ReadAsync(DatabaseSession session) => session.ReadSchemaAsync(["audit"], CancellationToken.None);

    // One by one, outside of a transaction, as CONCURRENTLY wants it.
    private static async Task RunAsync(DatabaseSession session, Operation[] operations, DatabaseSchema before)
    {
        foreach (var statement in session.Generator.Generate(operations, before).Statements)
        {
            try
            {
                await session.RunAsync([statement], new Unwatched(), CancellationToken.None);
            }
            catch (StatementException exception)
            {
                Assert.Fail($"{exception.Message}\n{statement.Text}");
            }
        }
    }

    // What the server words anew is compared by its name only: queries and the bodies of routines.
    private static DatabaseSchema Comparable(DatabaseSchema schema)
    {
        var normal = PostgreSqlDialect.Instance.Normalize(schema);
        return normal with
        {
            Views = normal.Views.Select(view => view with { Query = "", Columns = [] }),
            Routines = normal.Routines.Select(routine => routine with { Definition = "", Arguments = null }),
        };
    }

    // A column that is dropped comes back at the end.
    private static DatabaseSchema Unordered(DatabaseSchema schema) => schema with
    {
        Tables = schema.Tables.Select(table => table with { Columns = table.Columns.OrderBy(column => column.Name, StringComparer.Ordinal).ToValueList() }),
    };

    private static int VersionOf(DatabaseSession session) => int.Parse(session.ServerVersion.Split(' ', '.')[1], null);

    private sealed class Unwatched : IStatementObserver
    {
        public void Started(int index)
        {
        }

        public void Completed(int index, int rowsAffected, TimeSpan elapsed)
        {
        }
    }
}
