using Godwit.Schema;
using Xunit;

namespace Godwit.Sqlite.Tests.Operations;

/// <summary>What is read out of the texts of the catalog is what SQLite itself says in its pragmas.</summary>
public sealed class SchemaReaderTest
{
    public static TheoryData<string> Texts =>
    [
        Shop.Handmade,
        "CREATE TABLE x (a)",
        "CREATE TABLE [x y] ([a b] INTEGER PRIMARY KEY DESC, `b` UNSIGNED BIG INT (10 , 2) NOT NULL DEFAULT -1.5e-7, 'c' TEXT DEFAULT x'0a' NULL, d default +.5)",
        "CREATE TABLE x (a integer, b text collate nocase primary key, c AS (a+1), d int generated always as ((a)*2) stored unique, check (a < (b)), foreign key (A) references X(B))",
        "CREATE TABLE x (a int constraint n constraint m not null on conflict ignore default 'it''s' collate rtrim references x(a) match full on update set null on delete no action not deferrable initially deferred)",
        "CREATE TABLE x (a, b, c, PRIMARY KEY (b, a) ON CONFLICT REPLACE, UNIQUE (c COLLATE NOCASE DESC) CONSTRAINT k CHECK (c) /* , */ CHECK (b)) WITHOUT ROWID",
        "CREATE TABLE x (-- first\n a int --,\n, b text -- )\n)",
        "CREATE TABLE x AS SELECT 1 AS one, 'two' AS \"t w o\"",
        "CREATE TABLE x (id integer, a int, PRIMARY KEY (id AUTOINCREMENT), UNIQUE (a))",
        "CREATE TABLE x (a int REFERENCES x NOT NULL, b int REFERENCES x DEFERRABLE, c REFERENCES x(a) DEFERRABLE INITIALLY DEFERRED)",
        "CREATE TABLE x (a DEFAULT CURRENT_TIMESTAMP, b DEFAULT (datetime('now')), c DEFAULT NULL, d DEFAULT TRUE, e DEFAULT \"text\", f DEFAULT ident)",
    ];

    [Theory]
    [MemberData(nameof(Texts))]
    public async Task A_table_is_read_as_sqlite_reads_it(string text)
    {
        await using var scratch = await Scratch.CreateAsync("PRAGMA foreign_keys = OFF", text);

        var table = Assert.Single((await scratch.ReadAsync()).Tables);

        var name = SqliteDialect.Instance.Literal(table.Name.Name);
        // before 3.37 the pragma takes GENERATED ALWAYS for a part of the type
        Assert.Equal(
            await scratch.RowsAsync($"SELECT name, replace(replace(lower(type), ' ', ''), 'generatedalways', ''), hidden FROM pragma_table_xinfo({name})"),
            table.Columns.Select(column => $"{column.Name}|{Type(column)}|{(column.Generated is null ? 0 : column.Generated.Storage is GeneratedStorage.Virtual ? 2 : 3)}"));
        Assert.Equal(
            await scratch.RowsAsync($"SELECT name FROM pragma_table_xinfo({name}) WHERE \"notnull\" = 0 AND pk = 0"),
            table.Columns.Where(column => column.IsNullable).Select(column => column.Name));
        Assert.Equal(await scratch.RowsAsync($"SELECT name FROM pragma_table_xinfo({name}) WHERE pk > 0 ORDER BY pk"), table.PrimaryKey?.Columns ?? []);
        Assert.Equal(
            await scratch.RowsAsync($"SELECT name FROM pragma_table_xinfo({name}) WHERE dflt_value IS NOT NULL AND upper(dflt_value) <> 'NULL'"),
            table.Columns.Where(column => column.Default is not null).Select(column => column.Name));
        Assert.Equal(
            (await scratch.RowsAsync($"SELECT group_concat(c.name) FROM pragma_index_list({name}) AS i, pragma_index_info(i.name) AS c WHERE origin = 'u' GROUP BY i.name")).Order(),
            table.Uniques.Select(unique => string.Join(',', unique.Columns)).Order());
        Assert.Equal(
            (await scratch.RowsAsync($"SELECT \"from\", on_delete, on_update FROM pragma_foreign_key_list({name})")).Order(StringComparer.OrdinalIgnoreCase),
            table.ForeignKeys.Select(key => $"{string.Join(',', key.Columns)}|{Action(key.OnDelete)}|{Action(key.OnUpdate)}").Order(StringComparer.OrdinalIgnoreCase),
            StringComparer.OrdinalIgnoreCase);
    }

    [Fact]
    public async Task A_foreign_key_without_columns_refers_to_the_primary_key()
    {
        await using var scratch = await Scratch.CreateAsync("CREATE TABLE Parent (No integer PRIMARY KEY)", "CREATE TABLE child (a REFERENCES PARENT, b REFERENCES parent (NO))");

        var keys = (await scratch.ReadAsync()).Require("child").ForeignKeys;

        Assert.All(keys, key => Assert.Equal(new ForeignKey(null, key.Columns, "Parent", ["No"]), key));
        Assert.Equal(2, keys.Count);
    }

    [Fact]
    public async Task Indexes_are_read_with_all_they_say()
    {
        await using var scratch = await Scratch.CreateAsync(
            "CREATE TABLE x (a, b, \"desc\")",
            "CREATE UNIQUE INDEX IF NOT EXISTS main.\"one two\" ON x (a COLLATE nocase DESC, lower(b) asc, (a || b) COLLATE rtrim, \"desc\", a COLLATE nocase || b) WHERE a > (1)");

        var index = Assert.Single((await scratch.ReadAsync()).Require("x").Indexes);

        Assert.Equal(
            new TableIndex("one two",
            [
                new IndexPart("a") { Collation = "nocase", Descending = true }, new IndexPart("lower(b)", IndexPartKind.Expression),
                new IndexPart("a || b", IndexPartKind.Expression) { Collation = "rtrim" }, new IndexPart("desc"), new IndexPart("a COLLATE nocase || b", IndexPartKind.Expression),
            ])
            { IsUnique = true, Predicate = "a > (1)" },
            index with { Definition = null });
    }

    [Fact]
    public async Task Views_and_triggers_are_read_with_their_texts()
    {
        await using var scratch = await Scratch.CreateAsync(
            "CREATE TABLE x (a)", "CREATE VIEW IF NOT EXISTS v (\"c d\") AS SELECT a FROM x WHERE a = ';' ", "CREATE TRIGGER t AFTER DELETE ON x BEGIN SELECT 1; END",
            "CREATE TRIGGER i INSTEAD OF DELETE ON v BEGIN SELECT 2; END");

        var schema = await scratch.ReadAsync();

        var view = Assert.Single(schema.Views);
        Assert.Equal(("SELECT a FROM x WHERE a = ';'", "c d"), (view.Query, view.Columns[0]));
        Assert.Equal([new Trigger("i", "CREATE TRIGGER i INSTEAD OF DELETE ON v BEGIN SELECT 2; END")], view.Triggers);
        Assert.Equal([new Trigger("t", "CREATE TRIGGER t AFTER DELETE ON x BEGIN SELECT 1; END")], schema.Require("x").Triggers);
    }

    [Fact]
    public async Task A_virtual_table_is_named_and_its_own_tables_are_not_read()
    {
        await using var scratch = await Scratch.CreateAsync("CREATE VIRTUAL TABLE words USING fts5(word)", "CREATE TABLE words_known (a)", "CREATE TEMPORARY TABLE passing (a)");

        var schema = await scratch.ReadAsync();

        Assert.Equal(["words_known", "passing"], schema.Tables.Select(table => table.Name.Name));
        Assert.True(schema.Require("passing").Options.IsTemporary);
        Assert.Equal(["virtual table words"], schema.Unread);
    }

    private static string Type(Column column) => column.Type is ColumnType.Native native ? native.Sql.Replace(" ", "", StringComparison.Ordinal) : "varchar";

    private static string Action(ReferentialAction action) => action switch
    {
        ReferentialAction.SetNull => "SET NULL",
        ReferentialAction.SetDefault => "SET DEFAULT",
        ReferentialAction.NoAction => "NO ACTION",
        _ => action.ToString().ToUpperInvariant(),
    };
}
