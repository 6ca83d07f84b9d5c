using Godwit.Operations;
using Godwit.Schema;
using Godwit.Specification.Servers;
using Xunit;

namespace Godwit.MySql.Tests.Schemas;

/// <summary>Each operation on the server: it has the effect it says, and its reversal leads back.</summary>
[RequiresServer(MySqlProduct.Variable)]
public sealed class RoundTripTest : IAsyncLifetime
{
    private SchemaSession session = null!;

    private static Column Id => SampleSchema.Id;

    private static Table Users => SampleSchema.Users;

    private static Table Posts => SampleSchema.Posts;

    public async Task InitializeAsync() => session = await SchemaSession.OpenAsync();

    public async Task DisposeAsync() => await session.DisposeAsync();

    [DatabaseFact]
    public Task A_table_is_created_with_all_that_belongs_to_it() => session.RoundTripAsync(new CreateTable(Users), new CreateTable(Posts));

    [DatabaseFact]
    public Task Every_type_comes_back_as_it_was_asked_for() => session.RoundTripAsync(new CreateTable(new Table("types") { Columns = [.. AllTypes()] }));

    [DatabaseFact]
    public Task Every_default_comes_back_as_it_was_asked_for() => session.RoundTripAsync(new CreateTable(new Table("defaults") { Columns = [.. AllDefaults()] }));

    [DatabaseFact]
    public Task Constraints_without_names_get_those_of_the_server() => session.RoundTripAsync(
        new CreateTable(Users),
        new CreateTable(Posts with
        {
            Uniques = [new UniqueConstraint(null, ["title"]), new UniqueConstraint(null, ["title", "user_id"])],
            ForeignKeys = [new ForeignKey(null, ["user_id"], "users", ["id"]), new ForeignKey(null, ["id"], "users", ["id"]) { OnUpdate = ReferentialAction.Restrict }],
            Checks = [new CheckConstraint(null, "title <> ''"), new CheckConstraint(null, "user_id > 0")],
        }),
        new AddConstraint("users", new UniqueConstraint(null, ["name"])));

    [DatabaseFact]
    public async Task A_table_is_dropped_with_its_triggers_and_given_back_with_them()
    {
        await GivenAsync(new CreateTable(Users), new CreateTrigger("users", "users_insert", "CREATE TRIGGER users_insert BEFORE INSERT ON users FOR EACH ROW SET NEW.age = 1"));
        await session.RoundTripAsync(new DropTable("users"));
    }

    [DatabaseFact]
    public async Task A_table_is_renamed()
    {
        await GivenAsync(new CreateTable(Users), new CreateTable(Posts));
        await session.RoundTripAsync(new RenameTable("users", "people"));
    }

    [DatabaseFact]
    public async Task Columns_are_added_in_their_places()
    {
        await GivenAsync(new CreateTable(Users));
        await session.RoundTripAsync(
            new AddColumn("users", new Column("first", new ColumnType.Date()) { IsNullable = true }) { Position = new ColumnPosition.First() },
            new AddColumn("users", new Column("second", new ColumnType.Json()) { IsNullable = true }) { Position = new ColumnPosition.After("first") },
            new AddColumn("users", new Column("last", new ColumnType.Text()) { IsNullable = true }),
            new AddColumn("users", new Column("doubled", new ColumnType.Integer()) { IsNullable = true, Generated = new GeneratedExpression("age * 2", GeneratedStorage.Virtual) }),
            new AddColumn("users", new Column("tripled", new ColumnType.Integer()) { IsNullable = true, Generated = new GeneratedExpression("(age*3)", GeneratedStorage.Stored), IsInvisible = true }));
    }

    [DatabaseFact]
    public async Task A_numbered_key_is_added_and_dropped_with_its_column()
    {
        await GivenAsync(new CreateTable(new Table("logs") { Columns = [new Column("line", new ColumnType.Text())] }));
        await session.RoundTripAsync(new AddColumn("logs", Id), new AddConstraint("logs", new PrimaryKey(null, ["id"])));
    }

    [DatabaseFact]
    public async Task A_column_is_dropped_with_the_keys_constraints_and_indexes_that_need_it_and_given_back_with_them()
    {
        await GivenAsync(new CreateTable(Users), new CreateTable(Posts));
        await session.RoundTripAsync(new DropColumn("users", "age"));
        await session.RoundTripAsync(new DropColumn("users", "email"));
        await session.RoundTripAsync(new DropColumn("posts", "user_id"));
        await session.RoundTripAsync(new DropColumn("posts", "id"));
    }

    [DatabaseFact]
    public async Task A_column_is_changed_and_changed_back()
    {
        await GivenAsync(new CreateTable(Users));
        await session.RoundTripAsync(new AlterColumn("users", new ColumnChange("age") { Type = new ColumnType.Integer(IntegerSize.Big), Default = new Mention<DefaultValue?>(null), IsNullable = true }));
        await session.RoundTripAsync(
            new AlterColumn("users", new ColumnChange("name") { Comment = new Mention<string?>(null), Collation = new Mention<string?>(null) }),
            new AlterColumn("users", new ColumnChange("age") { Default = new Mention<DefaultValue?>(new DefaultValue.Literal(9)) }));
    }

    [DatabaseFact]
    public async Task A_column_is_renamed_wherever_it_is_spoken_of()
    {
        await GivenAsync(new CreateTable(Users), new CreateTable(Posts));
        await session.RoundTripAsync(new RenameColumn("users", "age", "years"), new RenameColumn("users", "id", "number"));
        await session.RoundTripAsync(
            new RenameColumn("users", "age", "years"),
            new AlterColumn("users", new ColumnChange("years") { IsNullable = true }),
            new CreateIndex("users", new TableIndex("years", [new IndexPart("years")])));
    }

    [DatabaseFact]
    public async Task Constraints_are_added_and_dropped()
    {
        await GivenAsync(new CreateTable(Users), new CreateTable(Posts));
        await session.RoundTripAsync(
            new AddConstraint("posts", new UniqueConstraint("posts_title_unique", ["title"])),
            new AddConstraint("posts", new CheckConstraint("posts_title_check", "title<>''")),
            new AddConstraint("posts", new ForeignKey("posts_id_foreign", ["id"], "users", ["id"]) { OnUpdate = ReferentialAction.Cascade }));
        await session.RoundTripAsync(new DropConstraint("posts", ConstraintKind.ForeignKey, null, ["user_id"]));
        await session.RoundTripAsync(new DropConstraint("users", ConstraintKind.Check, "users_age_check", []), new DropConstraint("users", ConstraintKind.Unique, null, ["email"]));
    }

    [DatabaseFact]
    public async Task A_primary_key_is_added_and_dropped()
    {
        await GivenAsync(new CreateTable(new Table("pairs") { Columns = [new Column("a", new ColumnType.Integer()), new Column("b", new ColumnType.Integer())] }));
        await session.RoundTripAsync(new AddConstraint("pairs", new PrimaryKey("pairs_pkey", ["a", "b"])));
    }

    [DatabaseFact]
    public async Task A_foreign_key_goes_with_the_index_that_was_made_for_it_and_leaves_another_where_it_is()
    {
        await GivenAsync(new CreateTable(Users), new CreateTable(Posts));
        await session.RoundTripAsync(
            new CreateIndex("posts", new TableIndex("posts_user_id_index", [new IndexPart("user_id"), new IndexPart("title")])),
            new DropConstraint("posts", ConstraintKind.ForeignKey, "posts_user_id_foreign", []));
    }

    [DatabaseFact]
    public async Task Indexes_of_every_kind_are_created_dropped_and_renamed()
    {
        await GivenAsync(new CreateTable(Users), new CreateTable(new Table("places")
        {
            Columns = [new Column("body", new ColumnType.Text()), new Column("spot", new ColumnType.Geometry("point", 4326)), new Column("code", new ColumnType.Char(3)), new Column("n", new ColumnType.Integer())],
        }));
        await session.RoundTripAsync(
            new CreateIndex("places", new TableIndex("body_fulltext", [new IndexPart("body")]) { Kind = IndexKind.FullText }),
            new CreateIndex("places", new TableIndex("spot_spatial", [new IndexPart("spot")]) { Kind = IndexKind.Spatial }),
            new CreateIndex("places", new TableIndex("code_unique", [new IndexPart("code")]) { IsUnique = true }),
            new CreateIndex("places", new TableIndex("body_unique", [new IndexPart("body") { Length = 20 }]) { IsUnique = true, Comment = "the first 20" }),
            new CreateIndex("places", new TableIndex("n_unused", [new IndexPart("n") { Descending = true }]) { Method = "btree", IsInvalid = true }));
        await session.RoundTripAsync(new RenameIndex("users", "users_name_age_index", "by_name"), new RenameIndex("users", "users_email_unique", "by_email"));
        await session.RoundTripAsync(new DropIndex("users", "users_name_age_index"), new DropIndex("users", "users_email_unique"));
    }

    [DatabaseFact]
    public async Task Comment_and_options_of_a_table_are_set_and_set_back()
    {
        await GivenAsync(new CreateTable(new Table("notes") { Columns = [Id, new Column("day", new ColumnType.Date())], PrimaryKey = new PrimaryKey(null, ["id"]), Comment = "some" }));
        await session.RoundTripAsync(new SetTableComment("notes", "others"), new SetTableOptions("notes", new TableOptions { Engine = "myisam" }));
        await session.RoundTripAsync(new SetTableComment("notes", null));
    }

    [DatabaseFact]
    public async Task Columns_that_follow_their_table_get_its_new_character_set_and_others_keep_theirs()
    {
        await GivenAsync(new CreateTable(Users with { Options = new TableOptions { Charset = "latin1" } }));
        await session.RoundTripAsync(new SetTableOptions("users", new TableOptions { Collation = "utf8mb4_unicode_ci" }));
    }

    [DatabaseFact]
    public async Task A_partitioned_table_is_created()
    {
        var columns = new Column[] { new("id", new ColumnType.Integer()), new("day", new ColumnType.Date()) };
        var key = new PrimaryKey(null, ["id", "day"]);
        await session.RoundTripAsync(
            new CreateTable(new Table("by_range") { Columns = [.. columns], PrimaryKey = key, Options = new TableOptions { PartitionBy = "RANGE (YEAR(day)) (PARTITION p2020 VALUES LESS THAN (2021), PARTITION Later VALUES LESS THAN MAXVALUE)" } }),
            new CreateTable(new Table("by_list") { Columns = [.. columns], PrimaryKey = key, Options = new TableOptions { PartitionBy = "LIST (id) (PARTITION a VALUES IN (1, 2), PARTITION b VALUES IN (3))" } }),
            new CreateTable(new Table("by_columns") { Columns = [.. columns], PrimaryKey = key, Options = new TableOptions { PartitionBy = "RANGE COLUMNS(day) (PARTITION a VALUES LESS THAN ('2020-01-01'))" } }),
            new CreateTable(new Table("by_hash") { Columns = [.. columns], PrimaryKey = key, Options = new TableOptions { PartitionBy = "HASH (id) PARTITIONS 4", Parameters = ["ROW_FORMAT = compressed", "KEY_BLOCK_SIZE=8"] } }));
    }

    [DatabaseFact]
    public async Task Views_are_created_replaced_and_dropped()
    {
        await GivenAsync(new CreateTable(Users));
        await session.RoundTripAsync(new CreateView("mails", "select `users`.`email` AS `email` from `users`"));
        await GivenAsync(new CreateView("mails", "select `users`.`email` AS `email` from `users`"));
        await session.RoundTripAsync(new CreateView("mails", "select `users`.`id` AS `id` from `users`;") { OrReplace = true });
        await session.RoundTripAsync(new DropView("mails"));
    }

    [DatabaseFact]
    public async Task A_view_with_a_check_option_is_given_back_whole()
    {
        await GivenAsync(new CreateTable(Users));
        await session.ExecuteAsync("CREATE SQL SECURITY INVOKER VIEW adults AS SELECT id FROM users WHERE age > 17 WITH CASCADED CHECK OPTION");
        await session.RoundTripAsync(new DropView("adults"));
    }

    [DatabaseFact]
    public async Task Triggers_are_created_and_dropped()
    {
        await GivenAsync(new CreateTable(Users));
        await session.RoundTripAsync(new CreateTrigger("users", "users_insert",
            "DELIMITER //\ncreate trigger users_insert before insert on users for each row\nBEGIN\n  SET NEW.age = 1;\n  SET NEW.name = ';';\nEND//\n"));
        await GivenAsync(new CreateTrigger("users", "t", "CREATE TRIGGER t AFTER DELETE ON users FOR EACH ROW SET @gone = OLD.id"));
        await session.RoundTripAsync(new DropTrigger("users", "t"));
    }

    [DatabaseFact]
    public async Task Routines_are_created_replaced_and_dropped()
    {
        await session.RoundTripAsync(
            new CreateRoutine("twice", RoutineKind.Function, "CREATE FUNCTION twice(n int unsigned, s varchar(10)) RETURNS bigint DETERMINISTIC NO SQL COMMENT 'it''s' RETURN n * 2;"),
            new CreateRoutine("go", RoutineKind.Procedure, "create procedure go(in a int, out b decimal(10,2), inout c text) sql security invoker\nBEGIN\n  SET b = a;\nEND"));
        await GivenAsync(new CreateRoutine("one", RoutineKind.Function, "CREATE FUNCTION one() RETURNS int RETURN 1"));
        await session.RoundTripAsync(new CreateRoutine("one", RoutineKind.Function, "CREATE FUNCTION one() RETURNS int RETURN 2") { OrReplace = true });
        await session.RoundTripAsync(new DropRoutine("one", RoutineKind.Function));
    }

    [DatabaseFact]
    public async Task Sequences_are_created_changed_and_dropped()
    {
        await session.RoundTripAsync(
            new CreateSequence(new Sequence("plain")),
            new CreateSequence(new Sequence("tens") { Start = 100, Increment = 10, Minimum = 10, Maximum = 1000, Cache = 20, Cycles = true }),
            new CreateSequence(new Sequence("down") { Increment = -1 }));
        await GivenAsync(new CreateSequence(new Sequence("numbers") { Increment = 2, Cache = 5 }));
        await session.RoundTripAsync(new AlterSequence(new Sequence("numbers") { Increment = 3 }));
        await session.RoundTripAsync(new DropSequence("numbers"));
    }

    private static IEnumerable<Column> AllTypes()
    {
        ColumnType[] types =
        [
            .. Enum.GetValues<IntegerSize>().SelectMany(size => new[] { new ColumnType.Integer(size), new ColumnType.Integer(size, true) }),
            .. Enum.GetValues<TextSize>().Select(size => new ColumnType.Text(size)),
            new ColumnType.Char(3), new ColumnType.String(20), new ColumnType.Float(10), new ColumnType.Float(), new ColumnType.Double(),
            new ColumnType.Decimal(), new ColumnType.Decimal(10, 0, true), new ColumnType.Boolean(), new ColumnType.Enum(["a", "it's", @"b\c", "(d, e)"]),
            new ColumnType.Set(["x", "y"]), new ColumnType.Json(), new ColumnType.JsonBinary(), new ColumnType.Date(), new ColumnType.DateTime(), new ColumnType.DateTime(3, true),
            new ColumnType.Timestamp(), new ColumnType.Timestamp(6), new ColumnType.Time(), new ColumnType.Time(2), new ColumnType.Year(), new ColumnType.Binary(),
            new ColumnType.Binary(16, true), new ColumnType.Binary(30), new ColumnType.Uuid(), new ColumnType.Ulid(), new ColumnType.IpAddress(), new ColumnType.MacAddress(),
            new ColumnType.Geometry(), new ColumnType.Geometry("point", 4326), new ColumnType.Geography("Polygon"), new ColumnType.Native("INTEGER(5) ZEROFILL"),
            new ColumnType.Native("BIT (4)"), new ColumnType.Native("numeric"), new ColumnType.Native("double  precision"), new ColumnType.Native("mediumblob"), new ColumnType.Native("bool"),
        ];
        return types.Select((type, i) => new Column($"c{i}", type) { IsNullable = i % 2 == 0 || type is ColumnType.Timestamp });
    }

    private static IEnumerable<Column> AllDefaults()
    {
        (ColumnType Type, DefaultValue? Default)[] defaults =
        [
            (new ColumnType.Integer(), new DefaultValue.Literal(-5)), (new ColumnType.Boolean(), new DefaultValue.Literal(true)),
            (new ColumnType.Decimal(10, 3), new DefaultValue.Literal(1.5m)), (new ColumnType.Double(), new DefaultValue.Literal(1e10)),
            (new ColumnType.String(), new DefaultValue.Literal("it's \\ \"quoted\"\n%")), (new ColumnType.String(), new DefaultValue.Literal("")),
            (new ColumnType.String(), new DefaultValue.Literal("NULL")), (new ColumnType.String(), new DefaultValue.Literal("CURRENT_TIMESTAMP")),
            (new ColumnType.String(), new DefaultValue.Literal("12")), (new ColumnType.Text(), new DefaultValue.Literal("hi")), (new ColumnType.Json(), new DefaultValue.Literal("{}")),
            (new ColumnType.Date(), new DefaultValue.Literal(new DateOnly(2020, 2, 3))), (new ColumnType.Time(2), new DefaultValue.Literal(new TimeOnly(10, 11, 12))),
            (new ColumnType.DateTime(), new DefaultValue.Literal(new DateTime(2020, 2, 3, 4, 5, 6, DateTimeKind.Utc))), (new ColumnType.DateTime(3), new DefaultValue.Literal("2020-02-03")),
            (new ColumnType.Uuid(), new DefaultValue.Literal(Guid.Parse("6ccd780c-baba-4026-9564-5b8c656024db"))), (new ColumnType.Binary(4), new DefaultValue.Literal("ab"u8.ToArray())),
            (new ColumnType.Binary(4), new DefaultValue.Literal(Bytes(0xFF, 0xE4))), (new ColumnType.Native("binary(4)"), new DefaultValue.Literal(Bytes(0, 0xFF, 0x80))),
            (new ColumnType.Native("binary(4)"), new DefaultValue.Literal("ab"u8.ToArray())), (new ColumnType.Binary(8), new DefaultValue.Literal("ä"u8.ToArray())),
            (new ColumnType.Binary(8), new DefaultValue.Literal("ä\0😀?"u8.ToArray())), (new ColumnType.Binary(), new DefaultValue.Literal(Bytes(0xFF, 0xE4))),
            (new ColumnType.Native("varbinary(4)"), new DefaultValue.Expression("0xfffe")), (new ColumnType.Native("blob"), new DefaultValue.Expression("x'4142'")),
            (new ColumnType.String(), new DefaultValue.Literal("a😀b?")), (new ColumnType.Text(), new DefaultValue.Literal("?😀?")), (new ColumnType.Enum(["?", "😀", "it's"]), new DefaultValue.Literal("😀")),
            (new ColumnType.String(), new DefaultValue.Expression("concat('😀', '?', 'x')")),
            (new ColumnType.Timestamp(), new DefaultValue.CurrentTimestamp()), (new ColumnType.DateTime(6), new DefaultValue.CurrentTimestamp()),
            (new ColumnType.Date(), new DefaultValue.CurrentTimestamp()), (new ColumnType.Year(), new DefaultValue.CurrentTimestamp()), (new ColumnType.Time(1), new DefaultValue.CurrentTimestamp()),
            (new ColumnType.Integer(), new DefaultValue.Expression("1+1")), (new ColumnType.Uuid(), new DefaultValue.Expression("UUID()")), (new ColumnType.DateTime(), new DefaultValue.Expression("now()")),
            (new ColumnType.String(), new DefaultValue.Expression("(concat('a', 'b'))")), (new ColumnType.Integer(), new DefaultValue.Expression("abs( -3 )")),
            (new ColumnType.Enum(["a", "b"]), new DefaultValue.Literal("b")), (new ColumnType.Year(), new DefaultValue.Literal(2020)), (new ColumnType.Integer(), new DefaultValue.Literal(null)),
        ];
        return defaults.Select((entry, i) => new Column($"c{i}", entry.Type)
        {
            IsNullable = entry.Default is DefaultValue.Literal { Value: null } || i % 3 == 0,
            Default = entry.Default,
            OnUpdate = entry.Default is DefaultValue.CurrentTimestamp && entry.Type is ColumnType.DateTime or ColumnType.Timestamp ? "CURRENT_TIMESTAMP" : null,
        });
    }

    private static byte[] Bytes(params byte[] bytes) => bytes;

    private async Task GivenAsync(params Operation[] operations) => await session.ApplyAsync(operations);
}
