using Godwit.Operations;
using Godwit.Schema;
using Godwit.Sql;
using Xunit;

namespace Godwit.Sqlite.Tests.Operations;

public sealed class RowsTest
{
    private static readonly SourceLocation Location = new("migrations/1_a.cs", 3, 9);

    public static TheoryData<object?, string> Values => new()
    {
        { null, "NULL" },
        { "it's; --\n\"x\" 🦆", "'it''s; --\n\"x\" 🦆'" },
        { "a\0b", "'a\0b'" },
        { true, "1" },
        { long.MinValue, "-9223372036854775808" },
        { 1e-7, "1.0e-07" },
        { 3d, "3.0" },
        { double.PositiveInfinity, "9.0e+999" },
        { new byte[] { 0, 39, 255 }, "X'0027FF'" },
        { new DateTime(2024, 2, 29, 1, 2, 3, DateTimeKind.Utc), "'2024-02-29 01:02:03'" },
        { new SqlExpression("abs(-3)"), "3" },
    };

    [Theory]
    [MemberData(nameof(Values))]
    public async Task A_value_arrives_as_it_is(object? value, string quoted)
    {
        await using var scratch = await Scratch.CreateAsync("CREATE TABLE x (a)", "CREATE TABLE y (a)");

        await scratch.ApplyAsync(new InsertRows("x", ["a"], [[value]]), new InsertRows("y", ["a"], [[1]]), new UpdateRows("y", [new ColumnValue("a", value)], "a = 1"));

        var expected = quoted.Contains('\0', StringComparison.Ordinal) ? Convert.ToHexString("a\0b"u8) : quoted;
        var shown = quoted.Contains('\0', StringComparison.Ordinal) ? "hex(a)" : "quote(a)";
        Assert.Equal(expected, Shown(await scratch.ScalarAsync($"SELECT {shown} FROM x")));
        Assert.Equal(expected, Shown(await scratch.ScalarAsync($"SELECT {shown} FROM y")));
    }

    [Fact]
    public async Task Many_rows_are_several_statements()
    {
        await using var scratch = await Scratch.CreateAsync("CREATE TABLE x (a, b)");

        var sql = await scratch.ApplyAsync(
            new InsertRows("x", ["a", "b"], Enumerable.Range(0, 1200).Select(i => (ValueList<object?>)[i, "row"]).ToValueList()), new DeleteRows("x", "a >= 1000"), new UpdateRows("x", [new ColumnValue("b", null)], null));

        Assert.Equal(5, sql.Statements.Length);
        Assert.Equal("1000|0", (await scratch.RowsAsync("SELECT count(*), count(b) FROM x"))[0]);
    }

    [Fact]
    public async Task Sql_runs_as_it_is_written_where_it_is_for_this_database()
    {
        await using var scratch = await Scratch.CreateAsync("CREATE TABLE x (a)");

        var sql = await scratch.ApplyAsync(
            new RunSql(new DialectText { Sqlite = "INSERT INTO x VALUES (1); CREATE TRIGGER t AFTER INSERT ON x BEGIN SELECT 1; SELECT 2; END; -- done", Any = "no SQL at all" }) { Location = Location },
            new RunSql(new DialectText { PostgreSql = "no SQL at all" }), new CreateView("v", new DialectText { MySql = "no SQL at all" }), new DropTrigger("x", "missing") { Only = new DialectText { MySql = "" } });

        Assert.Equal(2, sql.Statements.Length);
        Assert.All(sql.Statements, statement => Assert.Equal(Location, statement.Location));
        Assert.Equal("1", await scratch.ScalarAsync("SELECT a FROM x"));
    }

    [Fact]
    public void Switching_foreign_keys_off_is_not_a_statement()
    {
        var off = SqliteDialect.Instance.Generator.Generate([new SetForeignKeyChecks(false), new SetForeignKeyChecks(true)], new DatabaseSchema("sqlite"));
        var on = SqliteDialect.Instance.Generator.Generate([new SetForeignKeyChecks(true)], new DatabaseSchema("sqlite"));

        Assert.Empty(off.Statements);
        Assert.Equal(ForeignKeyEnforcement.Suspended, off.ForeignKeys);
        Assert.Equal(ForeignKeyEnforcement.AsItIs, on.ForeignKeys);
    }

    [Fact]
    public void What_the_engine_carries_out_itself_does_not_come_here() =>
        Assert.Throws<InvalidOperationException>(() => SqliteDialect.Instance.Generator.Generate([new Backfill("x", "a = 1")], new DatabaseSchema("sqlite")));

    // Infinity is shown in one way or another by one version or another.
    private static string? Shown(string? text) => text is "9e999" or "9.0e999" or "Inf" ? "9.0e+999" : text;
}
