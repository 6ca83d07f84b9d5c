using Godwit.Dialects;
using Godwit.Operations;
using Godwit.Schema;
using Xunit;

namespace Godwit.Sqlite.Tests.Operations;

/// <summary>A table that is rebuilt keeps all it had. Each test fails with the procedure that comes to mind first.</summary>
public sealed class RebuildTest
{
    // A change that ALTER TABLE cannot make, to any table with a column "a".
    private static AlterColumn Change(string table) => new(table, new ColumnChange("a") { Default = new Mention<DefaultValue?>(new DefaultValue.Literal(7)) });

    [Fact]
    public async Task Rows_that_refer_to_it_with_cascade_stay()
    {
        await using var scratch = await Scratch.CreateAsync(
            "CREATE TABLE x (id integer PRIMARY KEY, a int)",
            "CREATE TABLE child (id integer PRIMARY KEY, x_id integer REFERENCES x ON DELETE CASCADE)",
            "INSERT INTO x VALUES (1, 1), (2, 2)",
            "INSERT INTO child VALUES (10, 1), (20, 2)");

        await scratch.ApplyAsync(Change("x"));

        Assert.Equal(["10|1", "20|2"], await scratch.RowsAsync("SELECT * FROM child"));
        Assert.Equal("CREATE TABLE child (id integer PRIMARY KEY, x_id integer REFERENCES x ON DELETE CASCADE)", await scratch.ScalarAsync("SELECT sql FROM sqlite_master WHERE name = 'child'"));
    }

    [Fact]
    public async Task It_fails_rather_than_delete_them_when_foreign_keys_are_checked()
    {
        await using var scratch = await Scratch.CreateAsync(
            "CREATE TABLE x (id integer PRIMARY KEY, a int)", "CREATE TABLE child (x_id integer REFERENCES x ON DELETE CASCADE)",
            "INSERT INTO x VALUES (1, 1)", "INSERT INTO child VALUES (1)");
        var sql = SqliteDialect.Instance.Generator.Generate([Change("x")], await scratch.ReadAsync());

        await scratch.ExecuteAsync("BEGIN");
        await scratch.ExecuteAsync(sql.Statements[0].Text);
        var error = await Assert.ThrowsAsync<StatementException>(() => scratch.ExecuteAsync(sql.Statements[1].Text));

        Assert.Contains("foreign keys are checked while a table is rebuilt", error.Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Views_and_triggers_that_mention_it_stay_as_they_are()
    {
        string[] objects =
        [
            "CREATE VIEW v AS SELECT a FROM x",
            "CREATE VIEW w AS SELECT a FROM v",
            "CREATE TRIGGER v_insert INSTEAD OF INSERT ON v BEGIN INSERT INTO x (a) VALUES (NEW.a); END",
            "CREATE TRIGGER other_insert AFTER INSERT ON other BEGIN UPDATE x SET a = a + 1; END",
        ];
        await using var scratch = await Scratch.CreateAsync(["CREATE TABLE x (a int)", "CREATE TABLE other (b int)", .. objects]);

        await scratch.ApplyAsync(Change("x"));

        Assert.Equal(objects.Order(), (await scratch.RowsAsync("SELECT sql FROM sqlite_master WHERE type IN ('view', 'trigger')")).Order());
        await scratch.ExecuteAsync("INSERT INTO v VALUES (1)");
        await scratch.ExecuteAsync("INSERT INTO other VALUES (1)");
        Assert.Equal("2", await scratch.ScalarAsync("SELECT a FROM w"));
    }

    [Fact]
    public async Task A_view_that_is_broken_already_does_not_stop_it()
    {
        await using var scratch = await Scratch.CreateAsync("CREATE TABLE x (a int)", "CREATE TABLE y (b int)", "CREATE VIEW broken AS SELECT b FROM y", "DROP TABLE y");

        await scratch.ApplyAsync(Change("x"));

        Assert.Equal("7", await scratch.ScalarAsync("SELECT dflt_value FROM pragma_table_info('x')"));
    }

    [Fact]
    public async Task Renames_after_it_are_followed_by_views_as_ever()
    {
        await using var scratch = await Scratch.CreateAsync("CREATE TABLE x (a int)", "CREATE VIEW v AS SELECT a FROM x");

        await scratch.ApplyAsync(Change("x"), new RenameTable("x", "y"));

        Assert.Equal("0", await scratch.ScalarAsync("PRAGMA legacy_alter_table"));
        Assert.Empty(await scratch.RowsAsync("SELECT * FROM v"));
    }

    [Theory]
    [InlineData(3)]
    [InlineData(0)]
    public async Task Numbers_that_were_given_once_are_not_given_again(int left)
    {
        await using var scratch = await Scratch.CreateAsync(
            "CREATE TABLE x (id integer PRIMARY KEY AUTOINCREMENT, a int)", "INSERT INTO x (a) VALUES (1), (2), (3), (4), (5)", $"DELETE FROM x WHERE id > {left}");

        await scratch.ApplyAsync(Change("x"));
        await scratch.ExecuteAsync("INSERT INTO x (a) VALUES (6)");

        Assert.Equal("6", await scratch.ScalarAsync("SELECT max(id) FROM x"));
        Assert.Equal(["x|6"], await scratch.RowsAsync("SELECT * FROM sqlite_sequence"));
    }

    [Fact]
    public async Task Rows_keep_their_numbers_without_a_column_for_them()
    {
        await using var scratch = await Scratch.CreateAsync(
            "CREATE TABLE x (a int)", "INSERT INTO x (rowid, a) VALUES (2, 20), (3, 30), (900, 1)",
            "CREATE TABLE y (rowid text, _rowid_ text, a int)", "INSERT INTO y (oid, rowid, a) VALUES (5, 'five', 1), (8, 'eight', 2)");

        await scratch.ApplyAsync(Change("x"), Change("y"));

        Assert.Equal(["2|20", "3|30", "900|1"], await scratch.RowsAsync("SELECT rowid, a FROM x"));
        Assert.Equal(["5|five|1", "8|eight|2"], await scratch.RowsAsync("SELECT oid, rowid, a FROM y"));
    }

    [Fact]
    public async Task Rows_keep_their_numbers_when_the_column_for_them_comes_and_goes()
    {
        await using var scratch = await Scratch.CreateAsync("CREATE TABLE x (id integer PRIMARY KEY AUTOINCREMENT, a int)", "INSERT INTO x VALUES (4, 40), (9, 90)");
        var id = (await scratch.ReadAsync()).Require("x").Column("id")!;

        await scratch.ApplyAsync(new DropColumn("x", "id"));
        Assert.Equal(["4|40", "9|90"], await scratch.RowsAsync("SELECT rowid, a FROM x"));

        await scratch.ApplyAsync(new AddColumn("x", id) { Position = new ColumnPosition.First() }, new AddConstraint("x", new PrimaryKey(null, ["id"])));
        Assert.Equal(["4|40", "9|90"], await scratch.RowsAsync("SELECT id, a FROM x"));
    }

    [Fact]
    public async Task Generated_columns_are_computed_and_not_copied()
    {
        await using var scratch = await Scratch.CreateAsync(
            "CREATE TABLE x (a int, twice int AS (a * 2), thrice int GENERATED ALWAYS AS (a * 3) STORED, last text)", "INSERT INTO x (a, last) VALUES (1, 'one')");

        await scratch.ApplyAsync(Change("x"));

        Assert.Equal(["1|2|3|one"], await scratch.RowsAsync("SELECT * FROM x"));
        Assert.Equal(["a|0", "twice|2", "thrice|3", "last|0"], await scratch.RowsAsync("SELECT name, hidden FROM pragma_table_xinfo('x')"));
    }

    [Fact]
    public async Task A_generated_column_that_becomes_an_ordinary_one_keeps_what_was_computed()
    {
        await using var scratch = await Scratch.CreateAsync("CREATE TABLE x (a int, twice int AS (a * 2))", "INSERT INTO x (a) VALUES (21)");

        await scratch.ApplyAsync(new AlterColumn("x", new ColumnChange("twice") { Generated = new Mention<GeneratedExpression?>(null) }));

        Assert.Equal(["21|42"], await scratch.RowsAsync("SELECT * FROM x"));
    }

    [Fact]
    public async Task A_value_of_another_kind_than_its_column_stays_what_it_is()
    {
        await using var scratch = await Scratch.CreateAsync("CREATE TABLE x (a int, b blob)", "INSERT INTO x VALUES ('text', 1.5), (NULL, NULL), (X'00ff', 'b'), (9007199254740993, 'x')");
        var before = await scratch.RowsAsync("SELECT typeof(a), hex(a), typeof(b), quote(b) FROM x");

        await scratch.ApplyAsync(Change("x"));

        Assert.Equal(before, await scratch.RowsAsync("SELECT typeof(a), hex(a), typeof(b), quote(b) FROM x"));
    }

    [Fact]
    public async Task Without_rowid_stays_and_so_does_strict()
    {
        await using var scratch = await Scratch.CreateAsync("CREATE TABLE x (k text PRIMARY KEY, a int) WITHOUT ROWID -- small", "INSERT INTO x VALUES ('b', 1), ('a', 2)");
        var isStrictKnown = await RoundTripTest.HasStrictTablesAsync();
        if (isStrictKnown) await scratch.ExecuteAsync("CREATE TABLE y (a int) STRICT");

        await scratch.ApplyAsync(isStrictKnown ? [Change("x"), Change("y")] : [Change("x")]);

        Assert.Equal(["a|2", "b|1"], await scratch.RowsAsync("SELECT * FROM x"));
        await Assert.ThrowsAsync<StatementException>(() => scratch.ExecuteAsync("SELECT rowid FROM x"));
        if (isStrictKnown) await Assert.ThrowsAsync<StatementException>(() => scratch.ExecuteAsync("INSERT INTO y VALUES ('text')"));
    }

    [Fact]
    public async Task What_its_author_wrote_stays_to_the_letter()
    {
        await using var scratch = await Scratch.CreateAsync("CREATE TABLE books (id integer PRIMARY KEY)", Shop.Handmade);

        await scratch.ApplyAsync(
            new AlterColumn("Orders", new ColumnChange("amount") { IsNullable = false }),
            new AddColumn("Orders", Shop.Column("seen", new ColumnType.Date())) { Position = new ColumnPosition.After("no") },
            new AddColumn("Orders", Shop.Column("late", new ColumnType.Date()) with { Default = new DefaultValue.CurrentTimestamp() }),
            new DropConstraint("Orders", ConstraintKind.Check, "sane", []));

        Assert.Equal(
            """
            CREATE TABLE "Orders" -- what was sold
            (
                "no" INTEGER PRIMARY KEY AUTOINCREMENT, -- counted, never reused
                "seen" date,
                book_id int NOT NULL REFERENCES books ON DELETE CASCADE DEFERRABLE INITIALLY DEFERRED,
                /* how many */ amount INT DEFAULT (1 + 0) CHECK (amount > 0) NOT NULL,
                code TEXT COLLATE NOCASE UNIQUE ON CONFLICT REPLACE,
                total REAL GENERATED ALWAYS AS (amount * 2.5) STORED, -- rough
                "late" date DEFAULT CURRENT_TIMESTAMP,
                CHECK (total > 0)
                UNIQUE (book_id, code COLLATE BINARY DESC) -- and that is that
            )
            """,
            await scratch.ScalarAsync("SELECT sql FROM sqlite_master WHERE name = 'Orders'"));
    }

    [Fact]
    public async Task Indexes_are_there_again_in_their_author_s_words()
    {
        string[] indexes =
        [
            "CREATE INDEX x_part ON x (a /* the number */ DESC, b COLLATE NOCASE) WHERE b IS NOT NULL",
            "CREATE UNIQUE INDEX \"x expr\" ON x (lower(b), a + 1)",
        ];
        await using var scratch = await Scratch.CreateAsync(["CREATE TABLE x (a int, b text UNIQUE)", .. indexes]);

        await scratch.ApplyAsync(Change("x"));

        Assert.Equal(indexes, await scratch.RowsAsync("SELECT sql FROM sqlite_master WHERE type = 'index' AND sql IS NOT NULL"));
    }

    [Fact]
    public async Task Triggers_do_not_fire_while_it_is_filled_and_are_there_afterwards()
    {
        await using var scratch = await Scratch.CreateAsync(
            "CREATE TABLE x (a int)", "CREATE TABLE log (what text)",
            "CREATE TRIGGER x_insert AFTER INSERT ON x BEGIN INSERT INTO log VALUES ('insert ' || NEW.a); END",
            "CREATE TRIGGER x_delete AFTER DELETE ON x BEGIN INSERT INTO log VALUES ('delete ' || OLD.a); END",
            "CREATE TEMPORARY TRIGGER x_temp AFTER UPDATE ON x BEGIN INSERT INTO log VALUES ('update ' || NEW.a); END",
            "INSERT INTO x VALUES (1), (2)", "DELETE FROM log");

        await scratch.ApplyAsync(Change("x"));
        Assert.Empty(await scratch.RowsAsync("SELECT * FROM log"));

        await scratch.ExecuteAsync("INSERT INTO x VALUES (3)");
        await scratch.ExecuteAsync("DELETE FROM x WHERE a = 1");
        await scratch.ExecuteAsync("UPDATE x SET a = 4 WHERE a = 3");
        Assert.Equal(["insert 3", "delete 1", "update 4"], await scratch.RowsAsync("SELECT * FROM log"));
        Assert.Equal("1", await scratch.ScalarAsync("SELECT count(*) FROM sqlite_temp_master WHERE type = 'trigger'"));
    }

    [Fact]
    public async Task What_analyze_found_out_stays()
    {
        await using var scratch = await Scratch.CreateAsync("CREATE TABLE x (a int)", "CREATE INDEX x_a ON x (a)", "INSERT INTO x VALUES (1), (1), (2)", "ANALYZE");
        var before = await scratch.RowsAsync("SELECT * FROM sqlite_stat1");

        await scratch.ApplyAsync(Change("x"));

        Assert.NotEmpty(before);
        Assert.Equal(before, await scratch.RowsAsync("SELECT * FROM sqlite_stat1"));
    }

    [Fact]
    public async Task It_may_refer_to_itself()
    {
        await using var scratch = await Scratch.CreateAsync(
            "CREATE TABLE x (id integer PRIMARY KEY, a int, parent integer REFERENCES x (id) ON DELETE CASCADE)", "INSERT INTO x VALUES (1, 1, NULL), (2, 2, 1)");

        await scratch.ApplyAsync(Change("x"));
        await scratch.ExecuteAsync("DELETE FROM x WHERE id = 1");

        Assert.Empty(await scratch.RowsAsync("SELECT * FROM x"));
        Assert.Equal("x", (await scratch.ReadAsync()).Require("x").ForeignKeys[0].ReferencedTable);
    }

    [Fact]
    public async Task Foreign_keys_that_were_broken_before_do_not_stop_it()
    {
        await using var scratch = await Scratch.CreateAsync(
            "PRAGMA foreign_keys = OFF", "CREATE TABLE x (id integer PRIMARY KEY, a int, up integer REFERENCES x)", "CREATE TABLE child (x_id integer REFERENCES x)",
            "CREATE TABLE odd (x_id integer REFERENCES x (a))", "INSERT INTO x VALUES (1, 1, 77)", "INSERT INTO child VALUES (99), (1)");

        await scratch.ApplyAsync(Change("x"));

        Assert.Equal(["child|x", "x|x"], await scratch.RowsAsync("SELECT \"table\", parent FROM pragma_foreign_key_check('child') UNION ALL SELECT \"table\", parent FROM pragma_foreign_key_check('x')"));
    }

    [Fact]
    public async Task A_foreign_key_that_rows_break_is_refused_and_nothing_has_happened()
    {
        await using var scratch = await Scratch.CreateAsync("CREATE TABLE x (id integer PRIMARY KEY)", "CREATE TABLE child (a int)", "INSERT INTO child VALUES (1)");

        var error = await Assert.ThrowsAsync<StatementException>(() => scratch.ApplyAsync(new AddConstraint("child", new ForeignKey(null, ["a"], "x", ["id"]))));

        Assert.Contains("foreign keys are broken that were not before child was rebuilt", error.Message, StringComparison.Ordinal);
        Assert.Equal(["CREATE TABLE child (a int)"], await scratch.RowsAsync("SELECT sql FROM sqlite_master WHERE name = 'child'"));
        Assert.Equal("0", await scratch.ScalarAsync("SELECT count(*) FROM sqlite_temp_master"));
    }

    [Fact]
    public async Task A_key_that_others_refer_to_cannot_be_taken_from_under_them()
    {
        await using var scratch = await Scratch.CreateAsync("CREATE TABLE x (id text PRIMARY KEY, a int)", "CREATE TABLE child (x_id text REFERENCES x (id))");

        var error = await Assert.ThrowsAsync<StatementException>(() => scratch.ApplyAsync(new DropConstraint("x", ConstraintKind.PrimaryKey, null, [])));

        Assert.Contains("foreign key mismatch", error.Message, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("REPLACE")]
    [InlineData("IGNORE")]
    public async Task Rows_that_a_conflict_clause_swallows_are_noticed(string resolution)
    {
        await using var scratch = await Scratch.CreateAsync($"CREATE TABLE x (a text COLLATE BINARY UNIQUE ON CONFLICT {resolution})", "INSERT INTO x VALUES ('a'), ('A')");

        var error = await Assert.ThrowsAsync<StatementException>(() => scratch.ApplyAsync(new AlterColumn("x", new ColumnChange("a") { Collation = new Mention<string?>("NOCASE") })));

        Assert.Contains("rows of x were lost while it was rebuilt", error.Message, StringComparison.Ordinal);
        Assert.Equal(["a", "A"], await scratch.RowsAsync("SELECT a FROM x"));
    }

    [Fact]
    public async Task Its_working_names_give_way_to_those_that_are_taken()
    {
        await using var scratch = await Scratch.CreateAsync(
            "CREATE TABLE x (a int)", "INSERT INTO x VALUES (1)", "CREATE TABLE Godwit_new_x (b int)", "CREATE VIEW godwit_rebuild AS SELECT 1", "CREATE TABLE godwit_rebuild_violations (c)");

        await scratch.ApplyAsync(Change("x"));

        Assert.Equal(["Godwit_new_x", "godwit_rebuild", "godwit_rebuild_violations", "x"], await scratch.RowsAsync("SELECT name FROM sqlite_master ORDER BY name COLLATE NOCASE"));
        Assert.Equal("1", await scratch.ScalarAsync("SELECT a FROM x"));
    }

    [Fact]
    public async Task Neighbouring_changes_are_one_rebuild_and_others_are_not_mixed_in()
    {
        await using var scratch = await Scratch.CreateAsync("CREATE TABLE x (a int, b int)", "CREATE TABLE y (a int)", "INSERT INTO x VALUES (1, 2)");

        var sql = await scratch.ApplyAsync(
            Change("x"), new AddColumn("x", Shop.Column("c", new ColumnType.Integer())), new DropColumn("x", "b"), new AddConstraint("x", new CheckConstraint(null, "c IS NULL")),
            Change("y"), Change("x"), new RunSql("UPDATE x SET a = 5"));

        Assert.Equal(["x", "y"], sql.Statements.Select(one => one.Text).Where(one => one.StartsWith("DROP TABLE \"", StringComparison.Ordinal) && !one.Contains("godwit", StringComparison.Ordinal)).Select(one => one["DROP TABLE \"".Length..^1]));
        Assert.Equal(["5|NULL"], await scratch.RowsAsync("SELECT a, c FROM x"));
    }

    [Fact]
    public async Task A_column_that_is_dropped_and_added_again_is_empty()
    {
        await using var scratch = await Scratch.CreateAsync("CREATE TABLE x (a int, b int)", "INSERT INTO x VALUES (1, 2)");

        await scratch.ApplyAsync(new DropColumn("x", "b"), new AddColumn("x", Shop.Column("b", new ColumnType.Integer())), Change("x"));

        Assert.Equal(["1|NULL"], await scratch.RowsAsync("SELECT * FROM x"));
    }

    [Fact]
    public async Task A_column_gives_the_rows_the_default_that_it_is_added_with()
    {
        await using var scratch = await Scratch.CreateAsync("CREATE TABLE x (a int)", "INSERT INTO x VALUES (1)");
        Column Added(string name, object value) => new(name, new ColumnType.String()) { Default = new DefaultValue.Literal(value) };
        AlterColumn Default(string name, DefaultValue? value) => new("x", new ColumnChange(name) { Default = new Mention<DefaultValue?>(value) });

        await scratch.ApplyAsync(
            new AddColumn("x", Added("b", "it's")), Default("b", null), new AddColumn("x", Added("c", "one")), Default("c", new DefaultValue.Literal("two")),
            new AddColumn("x", Added("d", "one")), new DropColumn("x", "d"), new AddColumn("x", Added("d", "two")));
        await scratch.ExecuteAsync("INSERT INTO x (b) VALUES ('new')");

        Assert.Equal(["1|it's|one|two", "NULL|new|two|two"], await scratch.RowsAsync("SELECT * FROM x"));
    }

    [Fact]
    public async Task A_new_value_can_be_made_of_the_old_one()
    {
        await using var scratch = await Scratch.CreateAsync("CREATE TABLE x (a text)", "INSERT INTO x VALUES ('12 EUR')");

        await scratch.ApplyAsync(new AlterColumn("x", new ColumnChange("a") { Type = new ColumnType.Integer() }) { Using = "CAST(substr(a, 1, 2) AS integer)" });

        Assert.Equal(["12|integer"], await scratch.RowsAsync("SELECT a, typeof(a) FROM x"));
    }

    [Fact]
    public async Task A_conversion_is_made_even_where_the_type_is_spelt_as_before()
    {
        await using var scratch = await Scratch.CreateAsync("CREATE TABLE x (a integer)", "INSERT INTO x VALUES (21)");

        await scratch.ApplyAsync(new AlterColumn("x", new ColumnChange("a") { Type = new ColumnType.Integer(IntegerSize.Big) }) { Using = "a * 2" });

        Assert.Equal("42", await scratch.ScalarAsync("SELECT a FROM x"));
    }

    [Fact]
    public async Task The_way_of_renaming_is_as_before_when_it_is_cut_off()
    {
        await using var scratch = await Scratch.CreateAsync("CREATE TABLE x (a int)", "BEGIN", "PRAGMA legacy_alter_table = ON");

        await scratch.RollbackAsync();

        Assert.Equal("0", await scratch.ScalarAsync("PRAGMA legacy_alter_table"));
    }

    [Fact]
    public async Task A_temporary_table_stays_temporary()
    {
        await using var scratch = await Scratch.CreateAsync("CREATE TEMPORARY TABLE x (a int)", "CREATE INDEX x_a ON x (a)", "INSERT INTO x VALUES (1)");

        await scratch.ApplyAsync(Change("x"));

        Assert.Equal(["x_a", "x"], await scratch.RowsAsync("SELECT name FROM sqlite_temp_master ORDER BY type"));
        Assert.Equal("1", await scratch.ScalarAsync("SELECT a FROM x"));
    }
}
