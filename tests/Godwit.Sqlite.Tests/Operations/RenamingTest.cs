using Godwit.Operations;
using Godwit.Schema;
using Xunit;

namespace Godwit.Sqlite.Tests.Operations;

/// <summary>A rename in front of a rebuild: what the rebuild writes anew has the new names.</summary>
public sealed class RenamingTest
{
    private static AlterColumn Change(string table, string column) => new(table, new ColumnChange(column) { Default = new Mention<DefaultValue?>(new DefaultValue.Literal(7)) });

    [Fact]
    public async Task A_renamed_column_is_renamed_in_all_that_the_table_says()
    {
        await using var scratch = await Scratch.CreateAsync(
            "CREATE TABLE x (a int /* old */ CHECK (a > 0), b int AS (a + 1), c int, UNIQUE (c, a) ON CONFLICT FAIL, FOREIGN KEY (a) REFERENCES x (c))",
            "CREATE UNIQUE INDEX x_c ON x (c) ", "CREATE INDEX x_a ON x (a, abs(a)) WHERE a > 5", "INSERT INTO x (a, c) VALUES (1, 1)");

        await scratch.ApplyAsync(new RenameColumn("x", "a", "the \"new\" 🦆"), Change("x", "c"));

        Assert.Equal(["1|2|1"], await scratch.RowsAsync("SELECT * FROM x"));
        Assert.Equal(
            """CREATE TABLE "x" ("the ""new"" 🦆" int /* old */ CHECK ("the ""new"" 🦆" > 0), b int AS ("the ""new"" 🦆" + 1), c int DEFAULT 7, UNIQUE (c, "the ""new"" 🦆") ON CONFLICT FAIL, FOREIGN KEY ("the ""new"" 🦆") REFERENCES x (c))""",
            await scratch.ScalarAsync("SELECT sql FROM sqlite_master WHERE name = 'x'"));
    }

    [Fact]
    public async Task The_foreign_keys_to_it_are_renamed_too()
    {
        await using var scratch = await Scratch.CreateAsync(
            "CREATE TABLE x (id integer PRIMARY KEY)", "CREATE TABLE y (a int REFERENCES x (id) ON DELETE SET NULL /* kept */)", "INSERT INTO x VALUES (1)", "INSERT INTO y VALUES (1)");

        await scratch.ApplyAsync(new RenameColumn("x", "id", "no"), new RenameTable("x", "z"), Change("y", "a"));

        Assert.Equal("""CREATE TABLE "y" (a int REFERENCES "z" ("no") ON DELETE SET NULL DEFAULT 7 /* kept */)""", await scratch.ScalarAsync("SELECT sql FROM sqlite_master WHERE name = 'y'"));
    }

    [Fact]
    public async Task A_trigger_is_followed_where_its_words_are_plain()
    {
        await using var scratch = await Scratch.CreateAsync(
            "CREATE TABLE x (a int, b int)", "CREATE TABLE log (a int)",
            "CREATE TRIGGER x_update AFTER UPDATE OF a, b ON x WHEN NEW.a <> OLD.a BEGIN INSERT INTO log SELECT x.a FROM x WHERE x.a = NEW.a; END",
            "INSERT INTO x VALUES (1, 1)");

        await scratch.ApplyAsync(new RenameColumn("x", "a", "value"), new RenameTable("x", "y"), Change("y", "b"));
        await scratch.ExecuteAsync("UPDATE y SET value = 3");

        Assert.Equal(["3"], await scratch.RowsAsync("SELECT * FROM log"));
    }

    [Fact]
    public async Task A_trigger_whose_words_are_not_plain_is_not_guessed_at()
    {
        await using var scratch = await Scratch.CreateAsync(
            "CREATE TABLE x (a int, b int)", "CREATE TABLE log (a int)", "CREATE TRIGGER x_update AFTER UPDATE ON x BEGIN INSERT INTO log (a) VALUES (NEW.a); END");

        var error = await Assert.ThrowsAsync<GodwitException>(() => scratch.ApplyAsync(new RenameColumn("x", "a", "value"), Change("x", "b")));

        Assert.Equal(ErrorCode.NotSupported, error.Code);
        Assert.Contains("x_update", error.Message, StringComparison.Ordinal);
        Assert.Contains("a migration of its own", error.Remedy, StringComparison.Ordinal);
    }

    [Fact]
    public async Task The_rename_alone_is_left_to_the_database()
    {
        await using var scratch = await Scratch.CreateAsync(
            "CREATE TABLE x (a int, b int)", "CREATE TABLE log (a int)", "CREATE TRIGGER x_update AFTER UPDATE ON x BEGIN INSERT INTO log (a) VALUES (NEW.a); END",
            "CREATE VIEW v AS SELECT a FROM x", "INSERT INTO x VALUES (1, 1)");

        await scratch.ApplyAsync(new RenameColumn("x", "a", "value"), new RenameTable("x", "y"));
        await scratch.ExecuteAsync("UPDATE y SET value = 3");

        Assert.Equal(["3"], await scratch.RowsAsync("SELECT * FROM log"));
        Assert.Equal(["3"], await scratch.RowsAsync("SELECT * FROM v"));
    }

    [Fact]
    public async Task A_definition_that_is_out_of_date_is_brought_up_to_date()
    {
        await using var scratch = await Scratch.CreateAsync("CREATE TABLE x (a int, /* the second */ b TEXT UNIQUE ON CONFLICT FAIL, c int)");
        var stale = (await scratch.ReadAsync()).Edit("x", table => table with { Columns = table.Columns.Without(column => column.Name == "c").Add(Shop.Column("d", new ColumnType.Json())) });

        var sql = SqliteDialect.Instance.Generator.Generate([Change("x", "a")], stale);

        Assert.Contains(sql.Statements, statement => statement.Text == """CREATE TABLE "godwit_new_x" (a int DEFAULT 7, /* the second */ b TEXT UNIQUE ON CONFLICT FAIL, "d" text)""");
    }
}
