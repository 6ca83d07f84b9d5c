using Godwit.Dialects;
using Godwit.Operations;
using Godwit.Schema;
using Xunit;

namespace Godwit.Sqlite.Tests.Operations;

/// <summary>
/// Views and triggers in the way of a change. ALTER TABLE looks through all of them, whatever table they are about; a rebuild does not, and
/// breaks none of them all the same.
/// </summary>
public sealed class DependentsTest
{
    private const string Broken = "CREATE VIEW broken AS SELECT b FROM gone";

    public static TheoryData<Operation> Direct => [new RenameColumn("x", "a", "c"), new DropColumn("x", "a"), new RenameTable("x", "z")];

    // A change that ALTER TABLE cannot make.
    private static AlterColumn Rebuilt => new("x", new ColumnChange("b") { Default = new Mention<DefaultValue?>(new DefaultValue.Literal(7)) });

    [Theory]
    [MemberData(nameof(Direct))]
    public async Task A_view_that_is_broken_for_another_reason_is_named_with_the_way_out(Operation operation)
    {
        await using var scratch = await Scratch.CreateAsync("CREATE TABLE x (a int, b int)", Broken);

        var error = (await Assert.ThrowsAsync<StatementException>(() => scratch.ApplyAsync(operation))).Error;

        Assert.Equal("error in view broken: no such table: main.gone", error.Message);
        Assert.Contains("the view broken is broken, whether it has to do with this table or not: drop it first", error.Detail, StringComparison.Ordinal);
        Assert.Equal(DatabaseErrorKind.Refused, error.Kind);
        Assert.Equal(["CREATE TABLE x (a int, b int)", Broken], await scratch.RowsAsync("SELECT sql FROM sqlite_master"));
        await scratch.ApplyAsync(new DropView("broken"), operation);
        Assert.DoesNotContain("CREATE TABLE x (a int, b int)", await scratch.RowsAsync("SELECT sql FROM sqlite_master"));
    }

    [Fact]
    public async Task A_trigger_that_is_broken_for_another_reason_is_named_too()
    {
        await using var scratch = await Scratch.CreateAsync("CREATE TABLE x (a int, b int)", "CREATE TRIGGER t AFTER INSERT ON x BEGIN UPDATE gone SET b = 1; END");

        var error = (await Assert.ThrowsAsync<StatementException>(() => scratch.ApplyAsync(new RenameColumn("x", "a", "c")))).Error;

        Assert.Contains("the trigger t is broken", error.Detail, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_broken_view_is_in_the_way_of_nothing_else()
    {
        await using var scratch = await Scratch.CreateAsync("CREATE TABLE x (a int, b int)", Broken);

        await scratch.ApplyAsync(new AddColumn("x", Shop.Column("c", new ColumnType.Integer())), new CreateIndex("x", new TableIndex("x_a", [new IndexPart("a")])));
        await scratch.ApplyAsync(Rebuilt, new DropColumn("x", "a"));

        Assert.Equal(["b", "c"], await scratch.RowsAsync("SELECT name FROM pragma_table_info('x')"));
    }

    [Theory]
    [InlineData("CREATE VIEW v AS SELECT a, b FROM x", "view v")]
    [InlineData("CREATE TRIGGER t AFTER UPDATE OF b ON x BEGIN SELECT NEW.a; END", "trigger t")]
    public async Task What_speaks_of_a_dropped_column_stops_it(string dependent, string name)
    {
        await using var scratch = await Scratch.CreateAsync("CREATE TABLE x (a int, b int)", dependent);

        var directly = (await Assert.ThrowsAsync<StatementException>(() => scratch.ApplyAsync(new DropColumn("x", "a")))).Error;
        var rebuilt = (await Assert.ThrowsAsync<StatementException>(() => scratch.ApplyAsync(Rebuilt, new DropColumn("x", "a")))).Error;

        Assert.Contains($"The {name} speaks of what is changed: drop it before this statement, and create it again after it.", directly.Detail, StringComparison.Ordinal);
        Assert.StartsWith("no such column", rebuilt.Message, StringComparison.Ordinal);
        Assert.Equal(["CREATE TABLE x (a int, b int)", dependent], await scratch.RowsAsync("SELECT sql FROM sqlite_master"));
    }

    [Fact]
    public async Task What_speaks_of_other_columns_does_not_stop_a_rebuild()
    {
        string[] dependents =
        [
            "CREATE TRIGGER t AFTER UPDATE OF b ON x BEGIN INSERT INTO log VALUES (NEW.b); END",
            "CREATE VIEW v AS SELECT b FROM x",
            "CREATE VIEW w AS SELECT log.a FROM log, x",
        ];
        await using var scratch = await Scratch.CreateAsync(["CREATE TABLE x (a int, b int)", "CREATE TABLE log (a int)", .. dependents]);

        await scratch.ApplyAsync(Rebuilt, new DropColumn("x", "a"));

        Assert.Equal(dependents, (await scratch.RowsAsync("SELECT sql FROM sqlite_master WHERE type <> 'table'")).Order(StringComparer.Ordinal));
    }
}
