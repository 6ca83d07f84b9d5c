using Godwit.Dialects;
using Godwit.Schema;
using Xunit;

namespace Godwit.Tests.Dialects;

public sealed class FieldRowsTest
{
    private static readonly ValueList<ValueKind> Kinds = [new(ValueFamily.Integer), new(ValueFamily.Text)];

    [Fact]
    public void A_field_becomes_a_value_when_its_row_is_asked_for()
    {
        using var rows = Rows("1", "one", "2", null, "3", "");

        Assert.Equal(3, rows.Count);
        Assert.Equal([[1L, "one"], [2L, null], [3L, ""]], rows);
        Assert.Equal("one", rows[0, 1].ToString());
        Assert.Equal((false, true, false), (rows.IsNull(0, 1), rows.IsNull(1, 1), rows.IsNull(2, 1)));
        Assert.Equal(6, rows.Letters);
    }

    [Fact]
    public void A_field_may_be_longer_than_the_memory_that_was_lent_first()
    {
        var (first, second) = (new string('a', 100_000), new string('b', 300_000));

        using var rows = Rows("1", first, "2", second);

        Assert.Equal([[1L, first], [2L, second]], rows);
    }

    [Fact]
    public void A_field_that_says_no_value_is_named_by_its_row_and_column()
    {
        using var rows = Rows("1", "one", "two", "two");

        Assert.Equal("0 of row 1: 'two' is not a whole number.", Assert.Throws<GodwitException>(() => rows[1]).Message);
        Assert.Equal([1L, "one"], rows[0]);
    }

    private static FieldRows Rows(params string?[] fields)
    {
        var rows = new FieldRows(fields.Length / Kinds.Count, Kinds, (row, column, wrong) => new GodwitException(ErrorCode.InvalidSeedFile, $"{column} of row {row}: {wrong.Message}", "Correct it."));
        foreach (var field in fields)
        {
            if (field is null) rows.AddNull();
            else rows.Add(field);
        }

        return rows;
    }
}
