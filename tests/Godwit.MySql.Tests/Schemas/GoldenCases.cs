using Godwit.Operations;
using Godwit.Schema;

namespace Godwit.MySql.Tests.Schemas;

/// <summary>Operations whose SQL is written down, by the name of the file that holds it.</summary>
internal static class GoldenCases
{
    internal static readonly IReadOnlyDictionary<string, Operation[]> All = new Dictionary<string, Operation[]>
    {
        ["create_table"] = [new CreateTable(SampleSchema.Users with { Name = "people" }), new CreateTable(SampleSchema.Posts) { IfNotExists = true }],
        ["create_table_with_options"] = [new CreateTable(Optioned)],
        ["create_table_with_unnamed_constraints"] = [new CreateTable(Unnamed)],
        ["create_table_types"] = [new CreateTable(new Table("types") { Columns = [.. Types()] })],
        ["create_table_defaults"] = [new CreateTable(new Table("defaults") { Columns = [.. Defaults()] })],
        ["drop_table"] = [new DropTable("posts"), new DropTable("users") { IfExists = true }, new DropTable("t") { IsTemporary = true, IfExists = true }],
        ["qualified_names"] = [new CreateTable(new Table("audit.entries") { Columns = [SampleSchema.Id], PrimaryKey = new PrimaryKey(null, ["id"]) }), new CreateIndex("audit.entries", new TableIndex("i", [new IndexPart("id")])), new DropTrigger("audit.entries", "t"), new AddConstraint("posts", new ForeignKey("f", ["id"], "audit.entries", ["id"]))],
        ["drop_table_cascade"] = [new DropTable("users") { Cascade = true }],
        ["rename_table"] = [new RenameTable("users", "people")],
        ["set_table_comment"] = [new SetTableComment("users", "it's \\ new"), new SetTableComment("posts", null)],
        ["set_table_options"] = [new SetTableOptions("users", new TableOptions { Engine = "InnoDB", AutoIncrementStart = 1000, Parameters = ["ROW_FORMAT=COMPRESSED"] })],
        ["set_table_charset"] = [new SetTableOptions("users", new TableOptions { Charset = "latin1", Collation = "latin1_bin" })],
        ["add_column"] = [new AddColumn("users", Text("bio")) { Position = new ColumnPosition.After("email") }],
        ["add_column_if_not_exists"] = [new AddColumn("users", Text("bio")) { IfNotExists = true }, new AddColumn("users", Text("email")) { IfNotExists = true }],
        ["add_columns_in_one_statement"] = [new AddColumn("users", Text("a")) { Position = new ColumnPosition.First() }, new AddColumn("users", Text("b")) { Position = new ColumnPosition.After("a") }, new AddColumn("users", Text("c"))],
        ["add_column_and_index_apart"] = [new AddColumn("users", Text("bio")), new CreateIndex("users", new TableIndex("bio_index", [new IndexPart("bio") { Length = 20 }]))],
        ["add_numbered_key"] = [new AddColumn("logs", SampleSchema.Id) { Position = new ColumnPosition.First() }, new AddConstraint("logs", new PrimaryKey(null, ["id"]))],
        ["add_column_online"] = [new AddColumn("users", Text("bio")) { Online = new OnlineChange(AlterAlgorithm.Instant, null) }, new AddColumn("users", Text("cv")) { Online = new OnlineChange(AlterAlgorithm.Inplace, AlterLock.None) }],
        ["add_column_nocopy"] = [new AddColumn("users", Text("bio")) { Online = new OnlineChange(AlterAlgorithm.NoCopy, AlterLock.None) }],
        ["drop_column"] = [new DropColumn("posts", "title")],
        ["drop_column_with_all_that_needs_it"] = [new DropColumn("users", "age"), new DropColumn("users", "email"), new DropColumn("posts", "user_id"), new DropColumn("posts", "id")],
        ["drop_column_if_exists"] = [new DropColumn("users", "nothing") { IfExists = true }, new DropColumn("posts", "title") { IfExists = true }],
        ["alter_column"] = [new AlterColumn("users", new ColumnChange("name") { IsNullable = false }) { Online = new OnlineChange(AlterAlgorithm.Inplace, null), Position = new ColumnPosition.First() }],
        ["alter_columns_in_one_statement"] = [new AlterColumn("users", new ColumnChange("email") { Type = new ColumnType.String(300) }), new AlterColumn("users", new ColumnChange("age") { Type = new ColumnType.Integer(IntegerSize.Tiny, true) }), new AddColumn("users", Text("bio")), new DropIndex("users", "users_name_age_index")],
        ["alter_column_twice"] = [new AlterColumn("users", new ColumnChange("age") { IsNullable = true }), new AlterColumn("users", new ColumnChange("age") { Default = new Mention<DefaultValue?>(null) })],
        ["alter_column_using"] = [new AlterColumn("users", new ColumnChange("age") { Type = new ColumnType.Integer() }) { Using = "age::int" }],
        ["alter_column_to_virtual"] = [new AlterColumn("users", new ColumnChange("age") { Generated = new Mention<GeneratedExpression?>(new GeneratedExpression("id + 1", GeneratedStorage.Virtual)) })],
        ["rename_column"] = [new RenameColumn("posts", "title", "headline")],
        ["rename_column_in_a_check"] = [new RenameColumn("users", "age", "years")],
        ["rename_column_then_use_it"] = [new RenameColumn("posts", "title", "headline"), new AlterColumn("posts", new ColumnChange("headline") { IsNullable = true }), new CreateIndex("posts", new TableIndex("by_headline", [new IndexPart("headline")]))],
        ["rename_column_of_a_computed_one"] = [new AddColumn("posts", Computed), new RenameColumn("posts", "title", "headline")],
        ["add_constraint"] = [.. Constraints("posts").Select(constraint => new AddConstraint("posts", constraint))],
        ["add_primary_key"] = [new AddConstraint("pairs", new PrimaryKey("pairs_pkey", ["a", "b"]))],
        ["add_constraint_not_valid"] = [new AddConstraint("posts", new CheckConstraint("c", "id > 0") { NotValid = true })],
        ["add_constraint_deferred"] = [new AddConstraint("posts", new ForeignKey("f", ["id"], "users", ["id"]) { Deferral = Deferral.InitiallyDeferred })],
        ["add_constraint_exclusion"] = [new AddConstraint("posts", new ExclusionConstraint("e", [new ExclusionElement("id", "=")]))],
        ["drop_constraint"] = [new DropConstraint("posts", ConstraintKind.ForeignKey, null, ["user_id"]), new DropConstraint("users", ConstraintKind.Unique, "users_email_unique", []), new DropConstraint("users", ConstraintKind.Check, "users_age_check", [])],
        ["drop_constraint_if_exists"] = [new DropConstraint("posts", ConstraintKind.Check, "nothing", []) { IfExists = true }],
        ["drop_primary_key_with_its_numbered_column"] = [new DropConstraint("posts", ConstraintKind.PrimaryKey, null, []), new DropColumn("posts", "id")],
        ["validate_constraint"] = [new ValidateConstraint("users", "users_age_check")],
        ["create_index"] = [new CreateIndex("users", new TableIndex("by_age", [new IndexPart("age") { Descending = true }, new IndexPart("name") { Length = 5 }]) { Method = "btree", Comment = "it's" })],
        ["create_index_unused"] = [new CreateIndex("users", new TableIndex("by_age", [new IndexPart("age")]) { IsInvalid = true, IsUnique = true })],
        ["create_index_online"] = [new CreateIndex("users", new TableIndex("by_age", [new IndexPart("age")])) { Online = new OnlineChange(AlterAlgorithm.Inplace, AlterLock.None) }],
        ["create_index_if_not_exists"] = [new CreateIndex("users", new TableIndex("by_age", [new IndexPart("age")])) { IfNotExists = true }, new CreateIndex("users", new TableIndex("users_email_unique", [new IndexPart("age")]) { IsUnique = true }) { IfNotExists = true }],
        ["create_indexes_in_one_statement"] = [new CreateIndex("users", new TableIndex("by_age", [new IndexPart("age")])), new CreateIndex("users", new TableIndex("by_name", [new IndexPart("name")]))],
        ["create_fulltext_indexes"] = [new CreateIndex("users", new TableIndex("f1", [new IndexPart("name")]) { Kind = IndexKind.FullText }), new CreateIndex("users", new TableIndex("f2", [new IndexPart("email")]) { Kind = IndexKind.FullText })],
        ["create_spatial_index"] = [new CreateIndex("places", new TableIndex("s", [new IndexPart("spot")]) { Kind = IndexKind.Spatial })],
        ["create_vector_index"] = [new CreateIndex("places", new TableIndex("v", [new IndexPart("meaning")]) { Kind = IndexKind.Vector })],
        ["create_expression_index"] = [new CreateIndex("users", new TableIndex("lower_email", [new IndexPart("lower(email)", IndexPartKind.Expression)]))],
        ["create_index_partial"] = [new CreateIndex("users", new TableIndex("adults", [new IndexPart("name")]) { Predicate = "age > 17" })],
        ["create_index_covering"] = [new CreateIndex("users", new TableIndex("i", [new IndexPart("name")]) { Include = ["email"] })],
        ["create_index_concurrently"] = [new CreateIndex("users", new TableIndex("i", [new IndexPart("name")])) { Concurrently = true }],
        ["drop_index"] = [new DropIndex("users", "users_name_age_index")],
        ["drop_index_if_exists"] = [new DropIndex("users", "users_name_age_index") { IfExists = true }, new DropIndex("posts", "nothing") { IfExists = true }],
        ["rename_index"] = [new RenameIndex("users", "users_name_age_index", "by_name")],
        ["create_view"] = [new CreateView("adults", "SELECT id FROM users WHERE age > 17;") { Columns = ["number"] }, new CreateView("adults", "SELECT 1") { OrReplace = true }],
        ["create_view_for_others"] = [new CreateView("adults", new DialectText { PostgreSql = "SELECT 1" })],
        ["create_view_materialised"] = [new CreateView("adults", "SELECT 1") { IsMaterialized = true }],
        ["drop_view"] = [new DropView("old_view"), new DropView("others") { IfExists = true }],
        ["refresh_view"] = [new RefreshView("adults")],
        ["create_sequence"] = [new CreateSequence(new Sequence("numbers") { Start = 5, Increment = 2, Minimum = 1, Maximum = 99, Cache = 10, Cycles = true }) { IfNotExists = true }],
        ["alter_sequence"] = [new AlterSequence(new Sequence("old_numbers") { Increment = 3 }) { Restart = 7 }],
        ["drop_sequence"] = [new DropSequence("old_numbers")],
        ["create_enum"] = [new CreateEnum(new EnumType("mood", ["a"]))],
        ["create_trigger"] = [new CreateTrigger("users", "t", "DELIMITER //\nCREATE TRIGGER t BEFORE INSERT ON users FOR EACH ROW BEGIN SET NEW.age = 1; END//\nDELIMITER ;")],
        ["drop_trigger"] = [new DropTrigger("users", "t") { IfExists = true }, new DropTrigger("users", "u") { Only = new DialectText { Sqlite = "x" } }],
        ["create_routine"] = [new CreateRoutine("one", RoutineKind.Function, "CREATE FUNCTION one() RETURNS int RETURN 1")],
        ["create_or_replace_routine"] = [new CreateRoutine("one", RoutineKind.Function, "CREATE OR REPLACE FUNCTION one() RETURNS int RETURN 1;") { OrReplace = true }],
        ["drop_routine"] = [new DropRoutine("old_function", RoutineKind.Function), new DropRoutine("two", RoutineKind.Procedure) { IfExists = true }],
        ["create_schema"] = [new CreateSchema("audit")],
        ["create_extension"] = [new CreateExtension(new Extension("postgis"))],
        ["insert_rows"] = [new InsertRows("samples", ["email", "data", "at"], [["it's", null, new DateTime(2020, 1, 2, 3, 4, 5, DateTimeKind.Utc)], [@"back\slash", new byte[] { 0, 255 }, new SqlExpression("NOW()")], [true, 1.5m, Guid.Empty]])],
        ["update_rows"] = [new UpdateRows("users", [new ColumnValue("name", "x"), new ColumnValue("age", new SqlExpression("age + 1"))], "id = 1"), new UpdateRows("samples", [new ColumnValue("at", new TimeSpan(30, 1, 2))], null)],
        ["delete_rows"] = [new DeleteRows("users", "id = 1"), new DeleteRows("users", null)],
        ["run_sql"] = [new RunSql(new DialectText { MySql = "SELECT 1; SELECT ';'", MariaDb = "DELIMITER //\nSELECT 2//\nSELECT 3//" }), new RunSql(new DialectText { Sqlite = "x" })],
        ["set_foreign_key_checks"] = [new SetForeignKeyChecks(false), new SetForeignKeyChecks(true)],
    };

    private static Column Computed => new("shout", new ColumnType.String()) { IsNullable = true, Generated = new GeneratedExpression("upper(title)", GeneratedStorage.Virtual) };

    private static Table Optioned => new("entries")
    {
        Columns = [SampleSchema.Id, new Column("day", new ColumnType.Date()), new Column("n", new ColumnType.Integer()) { IsInvisible = true, IsNullable = true }],
        PrimaryKey = new PrimaryKey(null, ["id", "day"]),
        Options = new TableOptions { Engine = "Aria", Charset = "utf8mb4", Collation = "utf8mb4_bin", AutoIncrementStart = 100, Parameters = ["ROW_FORMAT=DYNAMIC"], PartitionBy = "HASH (id) PARTITIONS 4" },
    };

    private static Table Unnamed => new("unnamed")
    {
        Columns = [new Column("id", new ColumnType.Integer(IntegerSize.Big, true)), new Column("user", new ColumnType.Integer(IntegerSize.Big, true))],
        Uniques = [new UniqueConstraint(null, ["id"]), new UniqueConstraint(null, ["id", "user"])],
        ForeignKeys = [new ForeignKey(null, ["user"], "users", ["id"]), new ForeignKey("unnamed_ibfk_5", ["id"], "users", ["id"]), new ForeignKey(null, ["id"], "users", ["id"])],
        Checks = [new CheckConstraint(null, "id > 0")],
    };

    private static Column Text(string name) => new(name, new ColumnType.Text()) { IsNullable = true };

    private static IEnumerable<Constraint> Constraints(string table) =>
    [
        new UniqueConstraint($"{table}_title_unique", ["title"]),
        new CheckConstraint($"{table}_title_check", "title <> ''"),
        new ForeignKey($"{table}_other_foreign", ["user_id"], "users", ["id"]) { OnUpdate = ReferentialAction.Restrict, OnDelete = ReferentialAction.SetNull },
    ];

    private static IEnumerable<Column> Types()
    {
        ColumnType[] types =
        [
            new ColumnType.Boolean(), new ColumnType.Float(10), new ColumnType.Float(), new ColumnType.Decimal(10, 2, true), new ColumnType.Enum(["a", "it's", @"b\c"]), new ColumnType.Set(["x", "y"]),
            new ColumnType.JsonBinary(), new ColumnType.DateTime(3, true), new ColumnType.Timestamp(), new ColumnType.Time(2), new ColumnType.Year(), new ColumnType.Binary(), new ColumnType.Binary(16, true),
            new ColumnType.Uuid(), new ColumnType.Ulid(), new ColumnType.IpAddress(), new ColumnType.MacAddress(), new ColumnType.Geometry("Point", 4326), new ColumnType.Geography(), new ColumnType.Native("bit(4)"),
        ];
        return types.Select((type, i) => new Column($"c{i}", type) { IsNullable = true });
    }

    private static IEnumerable<Column> Defaults() =>
    [
        new Column("a", new ColumnType.Timestamp(3)) { Default = new DefaultValue.CurrentTimestamp(), OnUpdate = "current_timestamp()" },
        new Column("b", new ColumnType.Text()) { Default = new DefaultValue.Literal("it's") },
        new Column("c", new ColumnType.Json()) { Default = new DefaultValue.Expression("json_array()") },
        new Column("d", new ColumnType.Date()) { Default = new DefaultValue.CurrentTimestamp() },
        new Column("e", new ColumnType.Boolean()) { Default = new DefaultValue.Literal(true) },
        new Column("f", new ColumnType.Binary(2)) { Default = new DefaultValue.Literal(new byte[] { 0, 255 }) },
        new Column("g", new ColumnType.Integer()) { IsNullable = true, Default = new DefaultValue.Literal(null) },
        new Column("h", new ColumnType.String(5)) { Charset = "latin1", Collation = "latin1_bin", IsInvisible = true, Default = new DefaultValue.Literal("12"), Comment = "it's" },
        new Column("i", new ColumnType.Integer()) { Generated = new GeneratedExpression("g * 2", GeneratedStorage.Stored) },
    ];
}
