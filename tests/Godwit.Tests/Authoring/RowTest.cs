using System.Net;
using Godwit.Operations;
using Godwit.Schema;
using Xunit;

namespace Godwit.Tests.Authoring;

public sealed class RowTest
{
    [Fact]
    public void A_row_is_an_object_or_a_dictionary()
    {
        AssertOne(schema => schema.Insert("roles", new { name = "admin", level = 3 }), Insert(["name", "level"], ["admin", 3]));
        AssertOne(schema => schema.Insert("roles", new Dictionary<string, object?> { ["name"] = "admin", ["level"] = null }), Insert(["name", "level"], ["admin", null]));
    }

    [Fact]
    public void Rows_are_put_in_together_in_the_order_of_the_first_ones_columns() =>
        AssertOne(
            schema => schema.Insert("roles", [new { name = "admin", level = 3 }, new { level = 1, name = "guest" }]),
            Insert(["name", "level"], ["admin", 3], ["guest", 1]));

    [Fact]
    public void Values_are_what_literals_can_be_made_of() =>
        AssertOne(
            schema => schema.Insert("roles", new { a = 'x', b = DayOfWeek.Tuesday, c = Raw.Sql("now()"), d = Guid.Empty, e = new DateOnly(2026, 1, 2) }),
            Insert(["a", "b", "c", "d", "e"], ["x", 2, new SqlExpression("now()"), Guid.Empty, new DateOnly(2026, 1, 2)]));

    [Fact]
    public void Rows_are_changed()
    {
        AssertOne(
            schema => schema.Update("roles", new { level = 3, note = (string?)null }, "name = 'admin'"),
            new UpdateRows("roles", [new ColumnValue("level", 3), new ColumnValue("note", null)], "name = 'admin'"));
        AssertOne(schema => schema.UpdateAll("roles", new { level = 3 }), new UpdateRows("roles", [new ColumnValue("level", 3)], null));
    }

    [Fact]
    public void Rows_are_deleted()
    {
        AssertOne(schema => schema.Delete("roles", "name = 'admin'"), new DeleteRows("roles", "name = 'admin'"));
        AssertOne(schema => schema.DeleteAll("roles"), new DeleteRows("roles", null));
    }

    [Fact]
    public void Large_tables_are_changed_in_ranges()
    {
        AssertOne(schema => schema.Backfill("users", "a = b"), new Backfill("users", "a = b"));
        AssertOne(
            schema => schema.Backfill(
                "users", new() { MySql = "a = b" }, where: "a IS NULL", key: "number", batchSize: 500, pause: TimeSpan.FromMilliseconds(5)),
            new Backfill("users", new DialectText { MySql = "a = b" }) { Predicate = "a IS NULL", Key = "number", BatchSize = 500, Pause = TimeSpan.FromMilliseconds(5) });
    }

    [Fact]
    public void All_rows_have_the_same_columns() =>
        Assert.Equal(
            "Row 2 of those put into roles has the columns name, and the first one name, level.",
            Described.Error(schema => schema.Insert("roles", [new { name = "admin", level = 3 }, new { name = "guest" }])).Message);

    [Fact]
    public void What_is_no_row_is_an_error()
    {
        Described.Error(schema => schema.Insert("roles", (object[])[]));
        Described.Error(schema => schema.Insert("roles", new { }));
        Described.Error(schema => schema.Insert("roles", "admin"));
        Described.Error(schema => schema.Insert("roles", new Dictionary<string, object?> { [""] = 1 }));
        Described.Error(schema => schema.UpdateAll("roles", new { }));
        Assert.Contains("IPAddress", Described.Error(schema => schema.Insert("roles", new { a = IPAddress.Loopback })).Message, StringComparison.Ordinal);
    }

    [Fact]
    public void All_rows_are_meant_only_where_that_is_said()
    {
        Described.Error(schema => schema.Update("roles", new { level = 3 }, ""));
        Described.Error(schema => schema.Delete("roles", " "));
    }

    [Fact]
    public void A_backfill_gets_on()
    {
        Described.Error(schema => schema.Backfill("users", ""));
        Described.Error(schema => schema.Backfill("users", "a = b", batchSize: 0));
        Described.Error(schema => schema.Backfill("users", "a = b", pause: TimeSpan.FromSeconds(-1)));
        Described.Error(schema => schema.Backfill("users", "a = b", where: ""));
        Described.Error(schema => schema.Backfill("users", "a = b", key: ""));
    }

    private static InsertRows Insert(ValueList<string> columns, params ValueList<object?>[] rows) => new("roles", columns, rows.ToValueList());

    private static void AssertOne(Action<SchemaBuilder> describe, Operation expected) => Assert.Equal(expected, Described.One(describe));
}
