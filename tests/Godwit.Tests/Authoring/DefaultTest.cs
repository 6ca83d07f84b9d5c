using System.Net;
using Godwit.Schema;
using Xunit;

namespace Godwit.Tests.Authoring;

public sealed class DefaultTest
{
    public static TheoryData<ColumnType, object> Fitting => new()
    {
        { new ColumnType.Integer(), 1 },
        { new ColumnType.Integer(IntegerSize.Tiny), -128 },
        { new ColumnType.Integer(IntegerSize.Tiny, true), 255 },
        { new ColumnType.Integer(IntegerSize.Medium), 8_388_607 },
        { new ColumnType.Integer(IntegerSize.Big), long.MinValue },
        { new ColumnType.Integer(IntegerSize.Big, true), ulong.MaxValue },
        { new ColumnType.Year(), 2026 },
        { new ColumnType.Decimal(), 1.5m },
        { new ColumnType.Decimal(), 1 },
        { new ColumnType.Float(), 1.5f },
        { new ColumnType.Double(), 1.5 },
        { new ColumnType.Boolean(), true },
        { new ColumnType.String(3), "abc" },
        { new ColumnType.Char(1), "a" },
        { new ColumnType.Text(), "abc" },
        { new ColumnType.NativeEnum("mood"), "sad" },
        { new ColumnType.Enum(["a", "b"]), "b" },
        { new ColumnType.Set(["a", "b"]), "b,a" },
        { new ColumnType.Set(["a", "b"]), "" },
        { new ColumnType.Json(), """{"a": [1]}""" },
        { new ColumnType.JsonBinary(), "[]" },
        { new ColumnType.Uuid(), Guid.Empty },
        { new ColumnType.Uuid(), "00000000-0000-0000-0000-000000000000" },
        { new ColumnType.Ulid(), "01ARZ3NDEKTSV4RRFFQ69G5FAV" },
        { new ColumnType.Binary(), new byte[] { 1 } },
        { new ColumnType.IpAddress(), "::1" },
        { new ColumnType.MacAddress(), "00-11-22-33-44-55" },
        { new ColumnType.Date(), new DateOnly(2026, 1, 2) },
        { new ColumnType.Date(), "2026-01-02" },
        { new ColumnType.DateTime(), new DateTime(2026, 1, 2, 3, 4, 5, DateTimeKind.Utc) },
        { new ColumnType.Timestamp(), new DateTimeOffset(2026, 1, 2, 3, 4, 5, TimeSpan.Zero) },
        { new ColumnType.Timestamp(), "2026-01-02 03:04:05" },
        { new ColumnType.Time(), new TimeOnly(3, 4) },
        { new ColumnType.Time(), TimeSpan.FromHours(3) },
        { new ColumnType.Time(), "03:04:05" },
        { new ColumnType.Native("money"), "anything" },
    };

    public static TheoryData<ColumnType, object, string> Unfitting => new()
    {
        { new ColumnType.Integer(), "1", "a whole number" },
        { new ColumnType.Integer(), 1.5m, "a whole number" },
        { new ColumnType.Integer(), true, "a whole number" },
        { new ColumnType.Integer(IntegerSize.Tiny), 128, "a whole number from -128 to 127" },
        { new ColumnType.Integer(IntegerSize.Tiny, true), -1, "a whole number from 0 to 255" },
        { new ColumnType.Integer(IntegerSize.Small), 32768, "a whole number from -32768 to 32767" },
        { new ColumnType.Integer(IntegerSize.Big), ulong.MaxValue, "a whole number from -9223372036854775808 to 9223372036854775807" },
        { new ColumnType.Year(), "2026", "a year as a number" },
        { new ColumnType.Decimal(), "1.5", "a number" },
        { new ColumnType.Boolean(), 1, "true or false" },
        { new ColumnType.Boolean(), "true", "true or false" },
        { new ColumnType.String(3), "abcd", "a text of at most 3 characters" },
        { new ColumnType.String(), 1, "a text" },
        { new ColumnType.Text(), DayOfWeek.Monday, "a text" },
        { new ColumnType.Enum(["a", "b"]), "c", "one of a, b" },
        { new ColumnType.Set(["a", "b"]), "a,c", "some of a, b, with commas between them" },
        { new ColumnType.Json(), "{", "a JSON document as a text" },
        { new ColumnType.Uuid(), "x", "a Guid" },
        { new ColumnType.Binary(), "x", "bytes" },
        { new ColumnType.IpAddress(), "x", "an internet address as a text" },
        { new ColumnType.MacAddress(), "x", "a hardware address as a text" },
        { new ColumnType.Date(), "now()", "a date" },
        { new ColumnType.Timestamp(), "now()", "a date and time" },
        { new ColumnType.Timestamp(), 0, "a date and time" },
        { new ColumnType.Time(), "noon", "a time of day" },
    };

    [Theory]
    [MemberData(nameof(Fitting))]
    public void A_default_that_fits_is_taken(ColumnType type, object value) =>
        Assert.Equal(new DefaultValue.Literal(value), Described.Column(table => table.AddColumn("a", type).Default(value)).Default);

    [Theory]
    [MemberData(nameof(Unfitting))]
    public void A_default_that_does_not_fit_is_refused_where_it_is_written(ColumnType type, object value, string wanted)
    {
        var error = Described.CreateError(table => table.AddColumn("a", type).Default(value));
        Assert.StartsWith($"The column a of posts is of the type {type.GetType().Name}, and its default ", error.Message, StringComparison.Ordinal);
        Assert.EndsWith($"not {wanted}.", error.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void The_error_names_column_type_and_value() =>
        Assert.Equal(
            "The column state of posts is of the type Enum, and its default 'gone' is a String, not one of draft, published.",
            Described.CreateError(table => table.Enum("state", "draft", "published").Default("gone")).Message);

    [Fact]
    public void A_value_without_a_literal_is_refused()
    {
        Assert.Contains("IPAddress", Described.CreateError(table => table.IpAddress("a").Default(IPAddress.Loopback)).Message, StringComparison.Ordinal);
        Assert.Contains("NaN", Described.CreateError(table => table.Double("a").Default(double.NaN)).Message, StringComparison.Ordinal);
        Described.CreateError(table => table.Float("a").Default(float.PositiveInfinity));
    }

    [Fact]
    public void A_type_that_is_given_later_is_held_against_the_default() =>
        Described.CreateError(table => table.String("a").Default("x").Type(new ColumnType.Integer()));

    [Fact]
    public void Where_the_type_is_not_known_any_literal_is_taken() =>
        Assert.Single(Described.Alter(table => table.Change("a").Default("x")));
}
