using System.Diagnostics;
using System.Globalization;
using Godwit.Comparison;
using Godwit.Operations;
using Godwit.Schema;
using Xunit;
using Xunit.Abstractions;

namespace Godwit.Tests.Comparison;

/// <summary>The times allowed are many times what it takes, as others may be using the machine; what grows with the square exceeds them all the same.</summary>
public sealed class LargeSchemaTest(ITestOutputHelper output)
{
    [Fact]
    public void Ten_thousand_tables_are_compared_with_themselves_at_once()
    {
        var (from, to) = (Large(10_000, Schemas.Text), Large(10_000, Schemas.Text));

        var difference = Timed(from, to, 5);

        Assert.True(difference.IsEmpty);
    }

    [Fact]
    public void A_thousand_tables_that_changed_are_no_effort()
    {
        var difference = Timed(Large(1_000, Schemas.Text), Large(1_000, Schemas.Big), 5);

        Assert.Equal(8_000, difference.Operations.Count);
    }

    [Fact]
    public void A_thousand_tables_come_and_a_thousand_others_go()
    {
        var other = Large(1_000, Schemas.Big);

        var difference = Timed(Large(1_000, Schemas.Text), other with { Tables = other.Tables.Select(table => table with { Name = $"other_{table.Name}", ForeignKeys = [] }) }, 5);

        Assert.Equal(2_000, difference.Operations.Count);
    }

    [Fact]
    public void A_chain_of_ten_thousand_foreign_keys_is_nothing_special()
    {
        var chain = Chain(10_000);

        var created = Timed(Schemas.Of(), chain, 5);

        Assert.Equal(10_000, created.Operations.Count);
        Assert.Equal("create table t9999", created.Operations[0].Summary);
        Assert.Equal("drop table t0", Timed(chain, Schemas.Of(), 5).Operations[0].Summary);
    }

    [Fact]
    public void A_circle_of_ten_thousand_foreign_keys_is_cut_once()
    {
        var chain = Chain(10_000);
        var circle = chain with { Tables = [.. chain.Tables.SkipLast(1), chain.Tables[chain.Tables.Count - 1].Referring("t0")] };

        Assert.Single(Timed(Schemas.Of(), circle, 5).Operations, operation => operation is AddConstraint);
    }

    private static DatabaseSchema Chain(int count) =>
        Schemas.Of([.. Enumerable.Range(0, count - 1).Select(i => Schemas.Table(Name(i)).Referring(Name(i + 1))), Schemas.Table(Name(count - 1))]);

    private static DatabaseSchema Large(int count, ColumnType type) => Schemas.Of([.. Enumerable.Range(0, count).Select(i => Wide(i, type))]);

    private static Table Wide(int i, ColumnType type)
    {
        var name = Name(i);
        var table = Schemas.Table(name, [.. Enumerable.Range(0, 8).Select(column => new Column($"c{column}", type) { Comment = $"column {column} of {name}" })]);
        table = i == 0 ? table : table.Referring(Name(i - 1));
        return table with { Indexes = [new TableIndex($"{name}_c1_index", [new IndexPart("c1")]), new TableIndex($"{name}_c2_index", [new IndexPart("c2")])] };
    }

    private static string Name(int i) => "t" + i.ToString(CultureInfo.InvariantCulture);

    private SchemaDifference Timed(DatabaseSchema from, DatabaseSchema to, int seconds)
    {
        var watch = Stopwatch.StartNew();
        var difference = SchemaComparer.Compare(from, to);
        output.WriteLine($"{watch.Elapsed.TotalMilliseconds:0} ms");
        Assert.True(watch.Elapsed < TimeSpan.FromSeconds(seconds), $"It took {watch.Elapsed}.");
        return difference;
    }
}
