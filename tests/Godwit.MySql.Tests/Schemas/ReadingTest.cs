using Godwit.Schema;
using Godwit.Specification.Servers;
using Xunit;

namespace Godwit.MySql.Tests.Schemas;

/// <summary>A schema that somebody wrote by hand, read.</summary>
[RequiresServer(MySqlProduct.Variable)]
public sealed class ReadingTest : IAsyncLifetime
{
    private SchemaSession session = null!;

    public async Task InitializeAsync() => session = await SchemaSession.OpenAsync();

    public async Task DisposeAsync() => await session.DisposeAsync();

    [DatabaseFact]
    public async Task Columns_are_read_with_all_that_is_said_of_them()
    {
        await session.ExecuteAsync(
            """
            CREATE TABLE t (
                id bigint unsigned AUTO_INCREMENT,
                n int(11) NOT NULL DEFAULT 5 COMMENT 'it''s \\ a number',
                s varchar(20) CHARACTER SET latin1 DEFAULT 'it''s',
                b varchar(20) COLLATE utf8mb4_bin DEFAULT NULL,
                d datetime(3) DEFAULT CURRENT_TIMESTAMP(3) ON UPDATE CURRENT_TIMESTAMP(3),
                j json, k longtext CHECK (json_valid(k)),
                v int AS (n + 1) VIRTUAL, w int AS (n * 2) STORED, i int INVISIBLE DEFAULT 3,
                e enum('a', 'b''c') NOT NULL, p point REF_SYSTEM_ID=4326 NOT NULL, z int unsigned zerofill,
                PRIMARY KEY (id)
            ) COMMENT 'words'
            """);

        var table = Assert.Single((await session.ReadAsync()).Tables);

        Assert.Equal("words", table.Comment);
        Assert.Equal(new PrimaryKey("PRIMARY", ["id"]), table.PrimaryKey);
        Assert.Equal(Column("id", "bigint unsigned") with { Identity = new Identity(), IsNullable = false }, table.Column("id"));
        Assert.Equal(Column("n", "int") with { IsNullable = false, Default = new DefaultValue.Literal("5"), Comment = @"it's \ a number" }, table.Column("n"));
        Assert.Equal(Column("s", "varchar(20)") with { Collation = "latin1_swedish_ci", Default = new DefaultValue.Literal("it's") }, table.Column("s"));
        Assert.Equal(Column("b", "varchar(20)") with { Collation = "utf8mb4_bin" }, table.Column("b"));
        Assert.Equal(Column("d", "datetime(3)") with { Default = new DefaultValue.CurrentTimestamp(), OnUpdate = "CURRENT_TIMESTAMP(3)" }, table.Column("d"));
        Assert.Equal(Column("j", "json"), table.Column("j"));
        Assert.Equal(Column("k", "longtext"), table.Column("k"));
        Assert.Equal(new CheckConstraint("k", "json_valid(`k`)"), Assert.Single(table.Checks));
        Assert.Equal(Column("v", "int") with { Generated = new GeneratedExpression("`n` + 1", GeneratedStorage.Virtual) }, table.Column("v"));
        Assert.Equal(Column("w", "int") with { Generated = new GeneratedExpression("`n` * 2", GeneratedStorage.Stored) }, table.Column("w"));
        Assert.Equal(Column("i", "int") with { IsInvisible = true, Default = new DefaultValue.Literal("3") }, table.Column("i"));
        Assert.Equal(Column("e", "enum('a','b''c')") with { IsNullable = false }, table.Column("e"));
        Assert.Equal(Column("p", "point ref_system_id=4326") with { IsNullable = false }, table.Column("p"));
        Assert.Equal(Column("z", "int(10) unsigned zerofill"), table.Column("z"));
    }

    [DatabaseFact]
    public async Task Keys_and_indexes_are_read_and_the_index_that_was_made_for_a_foreign_key_is_not()
    {
        await session.ExecuteAsync(
            "CREATE TABLE parents (id int PRIMARY KEY, code char(3), body text, UNIQUE (code), UNIQUE start (body(10)), KEY back (code DESC, id) COMMENT 'backwards', FULLTEXT words (body), KEY old (body(5)) IGNORED)",
            "CREATE TABLE children (a int, b int, c int, CONSTRAINT by_a FOREIGN KEY (a) REFERENCES parents (id) ON DELETE SET NULL ON UPDATE CASCADE, "
            + "KEY mine (b, c), CONSTRAINT by_b FOREIGN KEY (b) REFERENCES parents (id) ON DELETE RESTRICT, FOREIGN KEY (c) REFERENCES parents (id))");

        var schema = await session.ReadAsync();
        var (parents, children) = (schema.Require("parents"), schema.Require("children"));

        Assert.Equal([new UniqueConstraint("code", ["code"])], parents.Uniques);
        Assert.Equal(["back", "old", "start", "words"], parents.Indexes.Select(index => index.Name).ToArray());
        Assert.Equal(new TableIndex("back", [new IndexPart("code") { Descending = true }, new IndexPart("id")]) { Comment = "backwards" }, parents.Indexes[0]);
        Assert.Equal(new TableIndex("old", [new IndexPart("body") { Length = 5 }]) { IsInvalid = true }, parents.Indexes[1]);
        Assert.Equal(new TableIndex("start", [new IndexPart("body") { Length = 10 }]) { IsUnique = true }, parents.Indexes[2]);
        Assert.Equal(new TableIndex("words", [new IndexPart("body")]) { Kind = IndexKind.FullText }, parents.Indexes[3]);
        Assert.Equal(
            [
                new ForeignKey("by_a", ["a"], "parents", ["id"]) { OnDelete = ReferentialAction.SetNull, OnUpdate = ReferentialAction.Cascade },
                new ForeignKey("by_b", ["b"], "parents", ["id"]), new ForeignKey("children_ibfk_1", ["c"], "parents", ["id"]),
            ],
            children.ForeignKeys);
        // that of the key without a name goes by its column, and a table without it would be another one
        Assert.Equal(["c", "mine"], children.Indexes.Select(index => index.Name).ToArray());
    }

    [DatabaseFact]
    public async Task Views_triggers_routines_and_sequences_are_read_as_statements_that_make_them_again()
    {
        await session.ExecuteAsync(
            "CREATE TABLE t (id int, name varchar(20))",
            "CREATE VIEW v AS SELECT id, 'hmy' AS word FROM t",
            "CREATE TRIGGER before_insert BEFORE INSERT ON t FOR EACH ROW SET NEW.id = 1",
            "CREATE FUNCTION f(a int, b varchar(10) CHARSET latin1) RETURNS decimal(5,2) DETERMINISTIC COMMENT 'it''s' RETURN a",
            "CREATE PROCEDURE p(INOUT a int) MODIFIES SQL DATA SQL SECURITY INVOKER BEGIN SET a = 1; END",
            "CREATE SEQUENCE s START WITH 5 INCREMENT BY 2",
            "CREATE EVENT e ON SCHEDULE EVERY 1 DAY DISABLE DO SELECT 1");

        var schema = await session.ReadAsync();

        Assert.Equal(new View("v", "select `t`.`id` AS `id`,'hmy' AS `word` from `t`"), Assert.Single(schema.Views));
        Assert.Equal(
            new Trigger("before_insert", "CREATE TRIGGER `before_insert` BEFORE INSERT ON `t` FOR EACH ROW SET NEW.id = 1"), Assert.Single(schema.Require("t").Triggers));
        Assert.Equal(
            [
                "CREATE FUNCTION `f`(`a` int, `b` varchar(10) charset latin1 collate latin1_swedish_ci) RETURNS decimal(5,2)\n    DETERMINISTIC\n    COMMENT 'it''s'\nRETURN a",
                "CREATE PROCEDURE `p`(INOUT `a` int)\n    MODIFIES SQL DATA\n    SQL SECURITY INVOKER\nBEGIN SET a = 1; END",
            ],
            schema.Routines.Select(routine => routine.Definition).ToArray());
        Assert.Equal(new Sequence("s") { Start = 5, Increment = 2, Minimum = 1, Maximum = long.MaxValue - 1, Cache = 1000 }, Assert.Single(schema.Sequences));
        Assert.Equal(["event e"], schema.Unread.ToArray());

        foreach (var definition in schema.Routines.Select(routine => routine.Definition).Concat(schema.Require("t").Triggers.Select(trigger => trigger.Definition)))
        {
            await session.ExecuteAsync(definition.Replace("CREATE ", "CREATE OR REPLACE ", StringComparison.Ordinal));
        }

        SchemaSession.Same(schema, await session.ReadAsync());
    }

    // The catalog has question marks for them, and for a question mark.
    [DatabaseFact]
    public async Task Characters_and_bytes_that_the_catalog_lacks_are_read_all_the_same()
    {
        await session.ExecuteAsync(
            """
            CREATE TABLE t (
                s varchar(20) DEFAULT 'a😀?b', bytes varbinary(8) NOT NULL DEFAULT X'00FFE43F', padded binary(4) DEFAULT X'FFE4', really varchar(20) NOT NULL DEFAULT 'really?',
                `check` varchar(9) CHECK (`check` <> '?'), other varchar(9) CHECK (other <> '😀'), sum varchar(30) AS (concat(s, '😀?')), e enum('?', '😀', 'it''s?'), f set('a', '😀'),
                computed varchar(30) DEFAULT (concat(lower('X'), '😀')), latin varchar(9) CHARACTER SET latin1 DEFAULT 'ä?',
                CONSTRAINT smile CHECK (s <> '😀' AND s <> '????'), CONSTRAINT wink CHECK (s <> '😉' AND s <> '????')
            )
            """,
            "CREATE SQL SECURITY INVOKER VIEW v AS SELECT s, '😀?' AS x FROM t WHERE s <> '😀😀' WITH CHECK OPTION",
            "CREATE TRIGGER g BEFORE INSERT ON t FOR EACH ROW BEGIN SET NEW.latin = IF('😊' = '?', 'a', 'b'); END",
            "CREATE PROCEDURE p() BEGIN PREPARE x FROM 'SELECT ?'; SELECT '😀'; END",
            "CREATE FUNCTION f() RETURNS int RETURN length('😀😀')");

        var schema = await session.ReadAsync();
        var table = schema.Require("t");

        await session.ExecuteAsync("INSERT INTO t () VALUES ()");
        SchemaSession.Same(schema, await session.ReadAsync());
        Assert.Empty(schema.Unread);
        Assert.Equal(
            ["s 'a😀?b'", "bytes 00FFE43F", "padded FFE4", "really 'really?'", "computed concat(lcase('X'),'😀')", "latin 'ä?'"],
            table.Columns.Where(column => column.Default is not null).Select(column => column.Name + " " + column.Default switch
            {
                DefaultValue.Literal { Value: byte[] bytes } => Convert.ToHexString(bytes),
                DefaultValue.Literal literal => $"'{literal.Value}'",
                DefaultValue.Expression expression => expression.Sql,
                _ => "",
            }));
        Assert.Equal(
            ["check `check` <> '?'", "other `other` <> '😀'", "smile `s` <> '😀' and `s` <> '????'", "wink `s` <> '😉' and `s` <> '????'"],
            table.Checks.Select(check => $"{check.Name} {check.Predicate}").Order(StringComparer.Ordinal));
        Assert.Equal("concat(`s`,'😀?')", table.Column("sum")!.Generated!.Sql);
        Assert.Equal(new ColumnType.Native("enum('?','😀','it''s?')"), table.Column("e")!.Type);
        Assert.Equal(new ColumnType.Native("set('a','😀')"), table.Column("f")!.Type);
        Assert.Contains("'😀?' AS `x`", Assert.Single(schema.Views).Query, StringComparison.Ordinal);
        Assert.Contains("'😀😀'", Assert.Single(schema.Views).Definition!, StringComparison.Ordinal);
        Assert.EndsWith("BEGIN SET NEW.latin = IF('😊' = '?', 'a', 'b'); END", Assert.Single(table.Triggers).Definition, StringComparison.Ordinal);
        Assert.Equal(["RETURN length('😀😀')", "BEGIN PREPARE x FROM 'SELECT ?'; SELECT '😀'; END"], schema.Routines.Select(routine => routine.Definition.Split('\n')[^1]));
        SchemaSession.Same(schema, MySqlDialect.Instance.Normalize(schema));
    }

    [DatabaseFact]
    public async Task What_has_no_words_is_listed()
    {
        await session.ExecuteAsync(
            "CREATE TABLE history (id int) WITH SYSTEM VERSIONING",
            "CREATE TABLE parted (id int, day date) PARTITION BY RANGE (YEAR(day)) SUBPARTITION BY HASH (id) SUBPARTITIONS 2 (PARTITION a VALUES LESS THAN (2020), PARTITION b VALUES LESS THAN MAXVALUE)");

        Assert.Equal(["subpartitions of parted", "system versioning of history"], (await session.ReadAsync()).Unread.ToArray());
    }

    [DatabaseFact]
    public async Task Another_database_is_read_with_qualified_names()
    {
        await using var other = await SchemaSession.OpenAsync();
        var name = (await other.Session.ScalarAsync("SELECT DATABASE()", CancellationToken.None))!;
        await session.ExecuteAsync("CREATE TABLE mine (id int PRIMARY KEY)", $"CREATE TABLE {name}.theirs (id int PRIMARY KEY)",
            $"ALTER TABLE mine ADD CONSTRAINT across FOREIGN KEY (id) REFERENCES {name}.theirs (id)");

        var schema = await session.Session.ReadSchemaAsync([name], CancellationToken.None);

        Assert.Equal([new ObjectName(name, "theirs"), "mine"], schema.Tables.Select(table => table.Name).OrderBy(table => table.Schema is null).ToArray());
        Assert.Equal(new ObjectName(name, "theirs"), Assert.Single(schema.Require("mine").ForeignKeys).ReferencedTable);
        Assert.Equal([name], schema.Schemas.ToArray());
        await session.ExecuteAsync("ALTER TABLE mine DROP FOREIGN KEY across");
    }

    // The number of queries is what makes the reading of a thousand tables bearable.
    [DatabaseFact]
    public async Task A_larger_schema_takes_no_more_queries()
    {
        await session.ExecuteAsync("CREATE TABLE t0 (id int PRIMARY KEY)", "CREATE SEQUENCE s0");
        var small = await QueriesAsync();
        for (var i = 1; i < 20; i++)
            await session.ExecuteAsync($"CREATE TABLE t{i} (id int PRIMARY KEY, n int, KEY (n), FOREIGN KEY (n) REFERENCES t0 (id))", $"CREATE VIEW v{i} AS SELECT 1", $"CREATE SEQUENCE s{i}");

        // a driver may ask something of its own the first time
        Assert.InRange(await QueriesAsync(), 1, small);
        Assert.InRange(small, 1, 20);
    }

    private async Task<long> QueriesAsync()
    {
        const string Questions = "SHOW SESSION STATUS LIKE 'Questions'";
        var before = await QuestionsAsync();
        await session.ReadAsync();
        return await QuestionsAsync() - before;

        async Task<long> QuestionsAsync()
        {
            long value = 0;
            await session.Session.QueryAsync(Questions, reader => value = long.Parse(reader.GetString(1), System.Globalization.CultureInfo.InvariantCulture), CancellationToken.None);
            return value;
        }
    }

    private static Column Column(string name, string type) => new(name, new ColumnType.Native(type)) { IsNullable = true };
}
