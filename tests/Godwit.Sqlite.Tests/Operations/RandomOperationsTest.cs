using Godwit.Operations;
using Godwit.Schema;
using Xunit;

namespace Godwit.Sqlite.Tests.Operations;

/// <summary>Any operations, one after the other, do what they say and leave nothing behind when they are reversed.</summary>
public sealed class RandomOperationsTest
{
    public static TheoryData<int> Seeds => [.. Enumerable.Range(1, 40)];

    [Theory]
    [MemberData(nameof(Seeds))]
    public async Task Operations_applied_then_reversed_leave_the_schema_as_it_was(int seed)
    {
        await using var scratch = await Scratch.CreateAsync();
        await scratch.ApplyAsync(Shop.Tables);
        await scratch.ExecuteAsync(Shop.Handmade);
        var before = await scratch.ReadAsync();
        var (forth, back) = MadeUp(seed, before, out var expected);

        foreach (var chunk in forth.Chunk((seed % 7) + 1)) await scratch.ApplyAsync(chunk);
        SchemaAssert.Equal(SqliteDialect.Instance.Normalize(expected), await scratch.ReadNormalizedAsync());

        foreach (var chunk in back.Chunk((seed % 5) + 1)) await scratch.ApplyAsync([.. chunk.SelectMany(reverse => reverse)]);
        SchemaAssert.Equal(SqliteDialect.Instance.Normalize(before), await scratch.ReadNormalizedAsync());
        Assert.Equal("ok", await scratch.ScalarAsync("PRAGMA integrity_check"));
    }

    [Theory]
    [MemberData(nameof(Seeds))]
    public async Task A_change_loses_nothing_that_it_does_not_mention(int seed)
    {
        var random = new RandomOperations(seed);
        await using var scratch = await Scratch.CreateAsync();
        await scratch.ApplyAsync(Shop.Tables);
        for (var i = 0; i < 5; i++)
        {
            var before = SqliteDialect.Instance.Normalize(await scratch.ReadAsync());
            var table = before.Tables[i % before.Tables.Count];
            if (random.Alter(table, table.Columns[(seed + i) % table.Columns.Count]) is not { } alter) continue;

            await scratch.ApplyAsync(alter);

            var expected = before.Edit(table.Name, old => old with { Columns = old.Columns.Select(column => column.Name == alter.Change.Column ? alter.Change.ApplyTo(column) : column) });
            SchemaAssert.Equal(SqliteDialect.Instance.Normalize(expected), await scratch.ReadNormalizedAsync());
        }
    }

    private static (Operation[] Forth, ValueList<Operation>[] Back) MadeUp(int seed, DatabaseSchema before, out DatabaseSchema after)
    {
        var random = new RandomOperations(seed);
        var (forth, back) = (new List<Operation>(), new List<ValueList<Operation>>());
        after = before;
        for (var i = 0; i < 40; i++)
        {
            if (random.Next(after) is not { } operation) continue;
            var complete = operation.Complete(after);
            back.Insert(0, Assert.IsType<Reversal.By>(complete.Reverse()).Operations);
            after = complete.ApplyTo(after);
            forth.Add(operation);
        }

        return ([.. forth], [.. back]);
    }
}
