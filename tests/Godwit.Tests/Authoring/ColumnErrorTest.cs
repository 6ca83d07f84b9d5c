using Godwit.Schema;
using Xunit;

namespace Godwit.Tests.Authoring;

public sealed class ColumnErrorTest
{
    [Fact]
    public void A_column_has_a_name() => Assert.Equal("A column's name in posts is empty.", Described.CreateError(table => table.String("")).Message);

    [Fact]
    public void A_list_of_values_is_not_empty_and_names_each_once()
    {
        Assert.Equal("The column state of posts has no values.", Described.CreateError(table => table.Enum("state")).Message);
        Assert.Equal("The column state of posts has no values.", Described.CreateError(table => table.Set("state")).Message);
        Assert.Equal("The column state of posts has the value 'a' twice.", Described.CreateError(table => table.Enum("state", "a", "b", "a")).Message);
    }

    [Fact]
    public void Sizes_are_possible()
    {
        Assert.Equal("The column a of posts has 9 of its 8 digits after the point.", Described.CreateError(table => table.Decimal("a", 8, 9)).Message);
        Described.CreateError(table => table.Decimal("a", 0, 0));
        Described.CreateError(table => table.Decimal("a", 8, -1));
        Described.CreateError(table => table.Float("a", 0));
        Described.CreateError(table => table.Float("a", 54));
        Described.CreateError(table => table.String("a", 0));
        Described.CreateError(table => table.Char("a", -1));
        Described.CreateError(table => table.Ulid("a", 0));
        Described.CreateError(table => table.Binary("a", 0));
        Described.CreateError(table => table.FixedBinary("a", 0));
        Described.CreateError(table => table.Vector("a", 0));
        Described.CreateError(table => table.Geometry("a", null, -1));
        Described.CreateError(table => table.Geography("a", null, -1));
        Described.CreateError(table => table.RawColumn("a", " "));
        Described.CreateError(table => table.AddColumn("a", new ColumnType.Binary(null, true)));
    }

    [Fact]
    public void Precision_is_0_to_6_digits()
    {
        Assert.Contains("7 digits after the seconds' point", Described.CreateError(table => table.Timestamp("a", 7)).Message, StringComparison.Ordinal);
        Described.CreateError(table => table.DateTime("a", -1));
        Described.CreateError(table => table.DateTimeTz("a", 7));
        Described.CreateError(table => table.TimestampTz("a", 7));
        Described.CreateError(table => table.Time("a", 7));
        Described.CreateError(table => table.TimeTz("a", 7));
        Described.CreateError(table => table.Timestamps(7));
    }

    [Fact]
    public void A_column_does_not_both_hold_and_refuse_null()
    {
        Assert.Equal("The column a of posts may be NULL and may not be NULL.", Described.CreateError(table => table.String("a").NotNull().Nullable()).Message);
        Described.CreateError(table => table.String("a").Nullable().NotNull());
        Described.CreateError(table => table.String("a").Default(null));
    }

    [Fact]
    public void A_value_comes_from_one_place()
    {
        Described.CreateError(table => table.Integer("a").Default(1).StoredAs("b + 1"));
        Described.CreateError(table => table.Integer("a").StoredAs("b + 1").Default(1));
        Described.CreateError(table => table.Integer("a").AutoIncrement().Default(1));
        Described.CreateError(table => table.Integer("a").AutoIncrement().VirtualAs("b + 1"));
        Described.CreateError(table => table.Timestamp("a").UseCurrentOnUpdate().VirtualAs("b"));
        Described.CreateError(table => table.Integer("a").StoredAs(" "));
        Described.CreateError(table => table.Integer("a").DefaultRaw(" "));
    }

    [Fact]
    public void Only_whole_numbers_number_rows()
    {
        Assert.Contains("of the type String", Described.CreateError(table => table.String("a").AutoIncrement()).Message, StringComparison.Ordinal);
        Described.CreateError(table => table.Decimal("a").GeneratedAs());
        Described.CreateError(table => table.Integer("a").From(10));
    }

    [Fact]
    public void Only_numbers_have_a_sign()
    {
        Described.CreateError(table => table.String("a").Unsigned());
        Described.CreateError(table => table.Double("a").Unsigned());
        Described.AlterError(table => table.Change("a").Unsigned());
    }

    [Fact]
    public void Only_texts_are_collated()
    {
        Described.CreateError(table => table.Integer("a").Collation("NOCASE"));
        Described.CreateError(table => table.Date("a").Charset("utf8mb4"));
        Described.CreateError(table => table.String("a").Collation("NOCASE").Type(new ColumnType.Date()));
    }

    [Fact]
    public void Only_times_have_a_present()
    {
        Assert.Contains("present moment as its default", Described.CreateError(table => table.String("a").UseCurrent()).Message, StringComparison.Ordinal);
        Described.CreateError(table => table.Integer("a").UseCurrentOnUpdate());
        Described.CreateError(table => table.Date("a").UseCurrentOnUpdate());
        Described.Create(table => { table.Date("a").UseCurrent(); table.Year("b").UseCurrent(); table.Time("c").UseCurrent(); table.DateTimeTz("d").UseCurrent(); });
    }

    [Fact]
    public void A_member_of_a_document_has_a_name()
    {
        Assert.Contains("'options'", Described.CreateError(table => table.String("a").VirtualAsJson("options")).Message, StringComparison.Ordinal);
        Described.CreateError(table => table.String("a").StoredAsJson("options->"));
        Described.CreateError(table => table.String("a").StoredAsJson("->theme"));
    }

    [Fact]
    public void A_change_is_not_also_an_addition()
    {
        Described.AlterError(table => table.String("a").RenameTo("b"));
        Described.AlterError(table => table.String("a").Using("b::text"));
        Described.AlterError(table => table.String("a").Change().IfNotExists());
    }
}
