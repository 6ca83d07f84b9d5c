using Godwit.Operations;
using Xunit;

namespace Godwit.Sqlite.Tests.Operations;

/// <summary>What an operation says it does to a schema is what is read back, and its reverse leads back.</summary>
public sealed class RoundTripTest
{
    public static TheoryData<string> Cases => [.. OperationCase.All.Select(one => one.Name)];

    [Theory]
    [MemberData(nameof(Cases))]
    public async Task What_is_read_back_is_the_effect_and_after_the_reverse_what_was_before(string name)
    {
        var one = OperationCase.All.Single(other => other.Name == name);
        if (name == "create-table-strict" && !await HasStrictTablesAsync()) return;
        await using var scratch = await Scratch.CreateAsync();
        await scratch.ApplyAsync(one.Given);
        var before = await scratch.ReadAsync();
        var expected = before;
        var reverse = new List<Operation>();
        foreach (var operation in one.Operations)
        {
            var complete = operation.Complete(expected);
            if (complete.Reverse() is Reversal.By by) reverse.InsertRange(0, by.Operations);
            expected = operation.ApplyTo(expected);
        }

        await scratch.ApplyAsync(one.Operations);
        SchemaAssert.Equal(SqliteDialect.Instance.Normalize(expected), await scratch.ReadNormalizedAsync());

        await scratch.ApplyAsync([.. reverse]);
        SchemaAssert.Equal(SqliteDialect.Instance.Normalize(before), await scratch.ReadNormalizedAsync());
    }

    [Fact]
    public async Task What_was_read_and_normalized_stays_the_same_when_it_is_normalized_again()
    {
        await using var scratch = await Scratch.CreateAsync();
        await scratch.ApplyAsync(Shop.Tables);
        await scratch.ExecuteAsync(Shop.Handmade);

        var once = await scratch.ReadNormalizedAsync();

        SchemaAssert.Equal(once, SqliteDialect.Instance.Normalize(once));
    }

    internal static async Task<bool> HasStrictTablesAsync()
    {
        await using var scratch = await Scratch.CreateAsync();
        return Version.Parse((await scratch.ScalarAsync("SELECT sqlite_version()"))!) >= new Version(3, 37);
    }
}
