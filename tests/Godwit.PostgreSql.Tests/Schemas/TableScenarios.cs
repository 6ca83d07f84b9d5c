using Godwit.Operations;
using Godwit.Schema;
using static Godwit.PostgreSql.Tests.Schemas.Scenarios;

namespace Godwit.PostgreSql.Tests.Schemas;

/// <summary>Tables as a whole.</summary>
internal static class TableScenarios
{
    internal static Scenario[] All =>
    [
        new("create_table", [Authors], [new CreateTable(Rich)]),
        new("create_table_with_every_type", [new CreateEnum(new EnumType("mood", ["happy", "sad"]))], [new CreateTable(EveryType)]),
        new("create_table_with_every_default", [], [new CreateTable(EveryDefault)]),
        new("create_table_without_columns", [], [new CreateTable(new Table("nothing"))]),
        new("create_table_if_not_exists", [], [Authors with { IfNotExists = true }]),
        new("create_table_unlogged", [], [new CreateTable(new Table("cache") { Columns = [Id], Options = new TableOptions { IsUnlogged = true, Parameters = ["fillfactor=70"] } })]),
        new("create_table_temporary", [], [new CreateTable(new Table("scratch") { Columns = [new Column("n", Integer)], Options = new TableOptions { IsTemporary = true } })]),
        new("create_table_partitioned", [], [new CreateTable(Events), Part("events_2026", "FOR VALUES FROM ('2026-01-01') TO ('2027-01-01')"), Part("events_rest", "DEFAULT")]),
        new("create_table_in_a_schema", [new CreateSchema("audit")], [new CreateTable(new Table("audit.log") { Columns = [Id, new Column("entry", Text)], PrimaryKey = new PrimaryKey(null, ["id"]) })]),
        new("create_table_with_odd_names", [], [new CreateTable(Odd)]),
        new("create_table_beginning_at_a_number", [], [new CreateTable(new Table("tickets") { Columns = [Id], PrimaryKey = new PrimaryKey(null, ["id"]), Options = new TableOptions { AutoIncrementStart = 1000 } })]),
        new("drop_table", [Authors, new CreateTable(Rich)], [new DropTable("posts")]),
        new("drop_table_if_exists_cascade", [Authors], [new DropTable("authors") { IfExists = true, Cascade = true }]),
        new("rename_table", [Authors], [new RenameTable("authors", "writers")]),
        new("rename_table_within_a_schema", [new CreateSchema("audit"), new CreateTable(new Table("audit.log") { Columns = [Id] })], [new RenameTable("audit.log", "audit.entries")]),
        new("set_table_comment", [Authors], [new SetTableComment("authors", "People who write: it's \"them\" 🖋")]),
        new("set_table_comment_to_nothing", [Authors, new SetTableComment("authors", "People")], [new SetTableComment("authors", null)]),
        new("set_table_options", [Authors], [new SetTableOptions("authors", new TableOptions { Parameters = ["fillfactor=80", "autovacuum_enabled=false"] }) { Unlogged = true }]),
        new("set_table_options_start", [Authors], [new SetTableOptions("authors", new TableOptions { AutoIncrementStart = 500 })]),
    ];

    private static Table Rich => new("posts")
    {
        Columns =
        [
            Id,
            new Column("author_id", Bigint) { Comment = "Who wrote it" },
            new Column("title", Varchar) { Collation = "C" },
            new Column("slug", Varchar),
            new Column("state", new ColumnType.Enum(["draft", "published"])) { Default = new DefaultValue.Literal("draft") },
            new Column("words", Integer) { Default = new DefaultValue.Literal(0) },
            new Column("score", new ColumnType.Decimal(5, 1)) { IsNullable = true },
            new Column("double_words", Integer) { IsNullable = true, Generated = new GeneratedExpression("words * 2", GeneratedStorage.Stored) },
            new Column("created_at", new ColumnType.Timestamp()) { IsNullable = true, Default = new DefaultValue.CurrentTimestamp() },
        ],
        PrimaryKey = new PrimaryKey("posts_key", ["id"]),
        Uniques = [new UniqueConstraint("posts_slug_unique", ["slug"]) { Include = ["title"] }, new UniqueConstraint(null, ["author_id", "title"]) { NullsNotDistinct = true, Deferral = Deferral.InitiallyDeferred }],
        ForeignKeys = [new ForeignKey(null, ["author_id"], "authors", ["id"]) { OnDelete = ReferentialAction.Cascade, OnUpdate = ReferentialAction.SetNull, Deferral = Deferral.InitiallyImmediate }],
        Checks = [new CheckConstraint(null, "words >= 0"), new CheckConstraint("posts_sane", "(words < 100000) AND (author_id > 0)")],
        Exclusions = [new ExclusionConstraint("posts_one_slug", [new ExclusionElement("slug", "=")]) { Method = "btree", Predicate = "words > 0" }],
        Indexes =
        [
            new TableIndex("posts_author_id_index", [new IndexPart("author_id"), new IndexPart("created_at") { Descending = true }]) { Comment = "For the author's page" },
            new TableIndex("posts_drafts", [new IndexPart("slug")]) { IsUnique = true, Predicate = "words = 0" },
        ],
        Comment = "What they wrote",
        Options = new TableOptions { Parameters = ["fillfactor = 90"] },
    };

    private static Table EveryType => new("types")
    {
        Columns = new ColumnType[]
        {
            new ColumnType.Integer(IntegerSize.Tiny), new ColumnType.Integer(IntegerSize.Small, true), new ColumnType.Integer(IntegerSize.Medium), new ColumnType.Integer(), Bigint,
            new ColumnType.Char(3), new ColumnType.String(100), Text, new ColumnType.Text(TextSize.Tiny), new ColumnType.Text(TextSize.Long), new ColumnType.Float(24), new ColumnType.Float(),
            new ColumnType.Double(), new ColumnType.Decimal(), new ColumnType.Decimal(12, 0), new ColumnType.Boolean(), new ColumnType.Enum(["a", "b'c", "d\\e"]), new ColumnType.Enum(["only"]), new ColumnType.NativeEnum("mood"),
            new ColumnType.Json(), new ColumnType.JsonBinary(), new ColumnType.Date(), new ColumnType.DateTime(3), new ColumnType.DateTime(0, true), new ColumnType.Timestamp(6, true),
            new ColumnType.Time(), new ColumnType.Time(2, true), new ColumnType.Year(), new ColumnType.Binary(), new ColumnType.Binary(16, true), new ColumnType.Uuid(), new ColumnType.Ulid(),
            new ColumnType.IpAddress(), new ColumnType.MacAddress(), new ColumnType.TextSearch(), new ColumnType.Native("VARCHAR ( 10 )"), new ColumnType.Native("timestamptz(3)"), new ColumnType.Native("int4[]"),
            new ColumnType.Native("numeric(5)"), new ColumnType.Native("point"), new ColumnType.Native("float(20)"), new ColumnType.Native("bit varying(5)"), new ColumnType.Native("interval"), new ColumnType.Native("mood"),
        }.Select((type, number) => new Column($"c{number}", type) { IsNullable = true }).ToValueList(),
    };

    private static Table EveryDefault => new("defaults")
    {
        Columns = new (ColumnType Type, DefaultValue Value)[]
        {
            (Varchar, Of("it's")), (Text, Of("back\\slash")), (new ColumnType.Char(2), Of("ab")), (Varchar, Of(7)), (Integer, Of(-5)), (Integer, Of("12")), (Bigint, Of(5_000_000_000)), (Bigint, Of(-3L)),
            (new ColumnType.Decimal(), Of(-1.5m)), (new ColumnType.Decimal(), Of(2.50m)), (new ColumnType.Double(), Of(0.25)), (new ColumnType.Double(), Of(double.NaN)), (new ColumnType.Boolean(), Of(true)), (new ColumnType.Boolean(), Of(0)),
            (new ColumnType.Date(), Of(new DateOnly(2026, 2, 3))), (new ColumnType.DateTime(), Of(new DateTime(2026, 2, 3, 4, 5, 6))), (new ColumnType.DateTime(3), Of("2026-02-03 04:05:06.120")),
            (new ColumnType.Timestamp(3, true), Of(new DateTimeOffset(2026, 2, 3, 4, 5, 6, 500, TimeSpan.FromHours(2)))), (new ColumnType.Time(), Of(new TimeOnly(4, 5, 6))), (new ColumnType.Time(), Of(TimeSpan.FromMinutes(90))),
            (new ColumnType.Uuid(), Of(new Guid("0f0f0f0f-0000-0000-0000-00000000000f"))), (new ColumnType.Binary(), Of((byte[])[0xde, 0xad])), (new ColumnType.JsonBinary(), Of("{}")), (new ColumnType.IpAddress(), Of("127.0.0.1")),
            (new ColumnType.Enum(["x", "y"]), Of("x")), (Varchar, Of(null)), (new ColumnType.Timestamp(), new DefaultValue.CurrentTimestamp()), (new ColumnType.Timestamp(3), new DefaultValue.CurrentTimestamp(3)), (new ColumnType.Date(), new DefaultValue.CurrentTimestamp()),
            (new ColumnType.Year(), new DefaultValue.CurrentTimestamp()), (new ColumnType.Uuid(), new DefaultValue.Expression("GEN_RANDOM_UUID()")), (new ColumnType.Timestamp(), new DefaultValue.Expression("now()")),
            (new ColumnType.Date(), new DefaultValue.Expression("current_date")), (Varchar, new DefaultValue.Expression("'quoted'")), (Integer, new DefaultValue.Expression("-7")), (new ColumnType.Boolean(), new DefaultValue.Expression("FALSE")),
            (new ColumnType.Native("text[]"), new DefaultValue.Expression("'{}'")), (Varchar, new DefaultValue.Expression("NULL")), (new ColumnType.Native("interval"), Of("1 day")),
        }.Select((column, number) => new Column($"c{number}", column.Type) { IsNullable = true, Default = column.Value }).ToValueList(),
    };

    private static Table Odd => new("select \"quoted\" 🦜 'table'")
    {
        Columns = [new Column("order", Bigint) { Identity = new Identity(IdentityKind.Always) { Start = 10, Increment = 5 } }, new Column("na\"me", Varchar), new Column("🎉", new ColumnType.Enum(["🎉", "user"])), new Column("Größe", Integer)],
        PrimaryKey = new PrimaryKey(null, ["order"]),
        Uniques = [new UniqueConstraint(null, ["na\"me", "🎉"])],
        Indexes = [new TableIndex("user", [new IndexPart("Größe"), new IndexPart("lower((\"na\"\"me\")::text)", IndexPartKind.Expression)])],
    };

    private static Table Events => new("events")
    {
        Columns = [new Column("id", Bigint), new Column("at", new ColumnType.Date()), new Column("what", Text) { IsNullable = true, Default = new DefaultValue.Literal("nothing") }],
        PrimaryKey = new PrimaryKey(null, ["id", "at"]),
        Indexes = [new TableIndex("events_what", [new IndexPart("what")])],
        Options = new TableOptions { PartitionBy = "RANGE (at)" },
    };

    private static CreateTable Part(string name, string bounds) => new(new Table(name) { Options = new TableOptions { PartitionOf = new PartitionOf("events", bounds) } });

    private static DefaultValue.Literal Of(object? value) => new(value);
}
