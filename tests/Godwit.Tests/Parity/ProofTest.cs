using Godwit.Tests.Architecture;
using Xunit;

namespace Godwit.Tests.Parity;

public sealed class ProofTest
{
    [Fact]
    public void A_test_proves_the_rows_whose_numbers_it_carries()
    {
        var proofs = Proof.In(new SourceFile("X.Tests/AllTest.cs", """
            class AllTest
            {
                [Fact, Trait("Parity", "A3 B12")] public void First_things_first() { }
                [Fact][Trait("Server", "A4")] public void No_row() { }
            }
            """));

        var proof = Assert.Single(proofs);
        Assert.Equal(["A3", "B12"], proof.Rows);
        Assert.Equal("[First things first](../tests/X.Tests/AllTest.cs)", proof.ToString());
    }

    [Theory]
    [InlineData(0, "-")]
    [InlineData(2, "[t 1](../tests/f); [t 2](../tests/f)")]
    [InlineData(3, "[t 1](../tests/f); [t 2](../tests/f); [t 3](../tests/f)")]
    [InlineData(5, "[t 1](../tests/f); [t 2](../tests/f); [t 3](../tests/f); and 2 more")]
    public void A_cell_names_three_of_them_and_counts_the_others(int count, string cell) =>
        Assert.Equal(cell, Proof.Cell([.. Enumerable.Range(1, count).Select(i => new Proof("f", $"t_{i}", ["A1"]))]));

    [Theory]
    [InlineData("| A3 | `x` and y | - |", "A3")]
    [InlineData("| A3 | `x|y` | - |", "A3")]
    [InlineData("| # | promise | proven by |", null)]
    [InlineData("|---|---|---|", null)]
    [InlineData("Words | of | prose", null)]
    public void A_row_begins_with_its_number(string line, string? number)
    {
        var row = ParityRow.Parse(line);

        Assert.Equal(number, row?.Number);
        if (row is not null) Assert.Equal(line, row.ToString());
    }
}
