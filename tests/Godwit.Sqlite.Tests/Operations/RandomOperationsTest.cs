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
        foreach (var dependent in Dependents) await scratch.ExecuteAsync(dependent);
        var before = await scratch.ReadAsync();
        var (forth, back) = MadeUp(seed, before, out var expected);

        foreach (var chunk in forth.Chunk((seed % 7) + 1)) await scratch.ApplyAsync(chunk);
        SchemaAssert.Equal(Comparable(expected), Comparable(await scratch.ReadAsync()));
        await AssertSoundAsync(scratch);

        foreach (var chunk in back.Chunk((seed % 5) + 1)) await scratch.ApplyAsync([.. chunk.SelectMany(reverse => reverse)]);
        SchemaAssert.Equal(Comparable(before), Comparable(await scratch.ReadAsync()));
        await AssertSoundAsync(scratch);
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

    private static string[] Dependents =>
    [
        "CREATE VIEW shelf AS SELECT title, net FROM books",
        "CREATE TRIGGER books_sold AFTER UPDATE OF state ON books WHEN NEW.state = 'sold' BEGIN SELECT NEW.note FROM books WHERE books.note IS NOT NULL AND books.id = NEW.id; END",
    ];

    // SQLite renames in the texts of views and triggers; that they work is seen by using them.
    private static DatabaseSchema Comparable(DatabaseSchema schema)
    {
        var normal = SqliteDialect.Instance.Normalize(schema);
        return normal with
        {
            Views = normal.Views.Select(view => new View(view.Name, "")).OrderBy(view => view.Name.Name, StringComparer.Ordinal).ToValueList(),
            Tables = normal.Tables.Select(table => table with { Triggers = table.Triggers.Select(trigger => trigger with { Definition = "" }) }),
        };
    }

    private static async Task AssertSoundAsync(Scratch scratch)
    {
        var schema = await scratch.ReadAsync();
        // Their actions are not what is looked at: SQLite looks for another table when RESTRICT stands in one whose name begins with ` or [.
        await scratch.ExecuteAsync("PRAGMA foreign_keys = OFF");
        foreach (var view in schema.Views) await scratch.RowsAsync($"SELECT * FROM {SqliteDialect.Instance.Quote(view.Name)}");
        foreach (var table in schema.Tables)
        {
            var columns = table.Columns.Where(column => column.Generated is null).Select(column => SqliteDialect.Instance.Quote(column.Name));
            await scratch.ExecuteAsync($"UPDATE {SqliteDialect.Instance.Quote(table.Name)} SET {string.Join(", ", columns.Select(column => $"{column} = {column}"))}");
        }

        await scratch.ExecuteAsync("PRAGMA foreign_keys = ON");
    }

    private static (Operation[] Forth, ValueList<Operation>[] Back) MadeUp(int seed, DatabaseSchema before, out DatabaseSchema after)
    {
        var random = new RandomOperations(seed);
        random.Heed("shelf", "books", "title", "net");
        random.Heed("books_sold", "books", "state", "note", "id");
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
