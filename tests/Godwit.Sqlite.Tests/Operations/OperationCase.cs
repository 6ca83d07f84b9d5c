using Godwit.Operations;
using Godwit.Schema;

namespace Godwit.Sqlite.Tests.Operations;

/// <summary>Operations to try on the tables of <see cref="Shop"/>; the name is that of the file with their SQL.</summary>
internal sealed record OperationCase(string Name, params Operation[] Operations)
{
    /// <summary>Operations that come first and are not what is tried.</summary>
    internal Operation[] Given { get; init; } = Shop.Tables;

    internal static readonly OperationCase[] All =
    [
        new("create-table", Shop.Tables) { Given = [] },
        new("create-table-every-type", new CreateTable(EveryType)) { Given = [] },
        new("create-table-strict", new CreateTable(EveryType with { Options = new TableOptions { IsStrict = true, IsWithoutRowId = true } })) { Given = [] },
        new("create-table-composite-key", new CreateTable(new Table("prices")
        {
            Columns = [new("country", new ColumnType.Char(2)), new("book_id", new ColumnType.Integer(IntegerSize.Big)), new("price", new ColumnType.Decimal())],
            PrimaryKey = new PrimaryKey("prices_primary", ["country", "book_id"]),
            ForeignKeys = [new ForeignKey(null, ["book_id"], "books", ["id"]) { OnUpdate = ReferentialAction.SetNull, Deferral = Deferral.InitiallyDeferred }],
            Options = new TableOptions { IsWithoutRowId = true },
        })),
        new("create-table-defaults", new CreateTable(Defaults)) { Given = [] },
        new("create-table-numbered-from", new CreateTable(Shop.Authors with { Options = new TableOptions { AutoIncrementStart = 1000 } })) { Given = [] },
        new("create-temporary-table", new CreateTable(Shop.Authors with { Options = new TableOptions { IsTemporary = true } })) { Given = [] },
        new("drop-table", new DropTable("books")),
        new("rename-table", new RenameTable("authors", "writers")),
        new("comment-table", new SetTableComment("authors", "who writes")),
        new("number-from", new SetTableOptions("authors", new TableOptions { AutoIncrementStart = 500 })),
        new("add-column", new AddColumn("authors", Shop.Column("country", new ColumnType.Char(2)))),
        new("add-column-with-default", new AddColumn("authors", new Column("rank", new ColumnType.Integer()) { Default = new DefaultValue.Literal(-1) })),
        new("add-column-enum", new AddColumn("authors", Shop.Column("kind", new ColumnType.Enum(["human", "other"])))),
        new("add-column-virtual", new AddColumn("authors", new Column("letter", new ColumnType.Char(1)) { IsNullable = true, Generated = new GeneratedExpression("substr(name, 1, 1)", GeneratedStorage.Virtual) })),
        new("add-column-current-timestamp", new AddColumn("authors", new Column("seen", new ColumnType.Timestamp()) { Default = new DefaultValue.CurrentTimestamp() })),
        new("add-column-stored", new AddColumn("authors", new Column("letter", new ColumnType.Char(1)) { IsNullable = true, Generated = new GeneratedExpression("substr(name, 1, 1)", GeneratedStorage.Stored) })),
        new("add-column-after", new AddColumn("authors", Shop.Column("title", new ColumnType.String())) { Position = new ColumnPosition.After("id") }),
        new("add-column-first", new AddColumn("authors", Shop.Column("title", new ColumnType.String())) { Position = new ColumnPosition.First() }),
        new("drop-column", new DropColumn("books", "note")),
        new("drop-column-indexed", new DropColumn("books", "title")),
        new("drop-column-of-foreign-key", new DropColumn("books", "author_id")),
        new("drop-column-of-primary-key", new DropColumn("books", "id")),
        new("drop-column-of-check", new DropColumn("books", "net"), new DropColumn("books", "price")),
        new("rename-column", new RenameColumn("books", "price", "gross")),
        new("rename-column-referenced", new RenameColumn("authors", "id", "number")),
        new("alter-column-type", new AlterColumn("books", new ColumnChange("note") { Type = new ColumnType.Json() })),
        new("alter-column-not-null", new AlterColumn("authors", new ColumnChange("email") { IsNullable = false })),
        new("alter-column-nullable", new AlterColumn("books", new ColumnChange("price") { IsNullable = true })),
        new("alter-column-default", new AlterColumn("books", new ColumnChange("price") { Default = new Mention<DefaultValue?>(new DefaultValue.Literal(9.5m)) })),
        new("alter-column-no-default", new AlterColumn("books", new ColumnChange("price") { Default = new Mention<DefaultValue?>(null) })),
        new("alter-column-enum-values", new AlterColumn("books", new ColumnChange("state") { Type = new ColumnType.Enum(["draft", "author's", "sold", "lost"]) })),
        new("alter-column-enum-to-string", new AlterColumn("books", new ColumnChange("state") { Type = new ColumnType.Text() })),
        new("alter-column-to-enum", new AlterColumn("books", new ColumnChange("note") { Type = new ColumnType.Enum(["a", "b"]) })),
        new("alter-column-collation", new AlterColumn("books", new ColumnChange("title") { Collation = new Mention<string?>("BINARY") })),
        new("alter-column-no-numbers", new AlterColumn("books", new ColumnChange("id") { Identity = new Mention<Identity?>(null) })),
        new("alter-column-generated", new AlterColumn("books", new ColumnChange("net") { Generated = new Mention<GeneratedExpression?>(new GeneratedExpression("price / 1.07", GeneratedStorage.Stored)) })),
        new("alter-column-comment", new AlterColumn("books", new ColumnChange("note") { Comment = new Mention<string?>("for all") })),
        new("add-unique", new AddConstraint("books", new UniqueConstraint("books_note_unique", ["note", "title"]))),
        new("add-check", new AddConstraint("books", new CheckConstraint("books_note_check", "length(note) < 100"))),
        new("add-foreign-key", new AddConstraint("authors", new ForeignKey("authors_best_foreign", ["best"], "books", ["id"]) { OnDelete = ReferentialAction.SetNull }))
        {
            Given = [.. Shop.Tables, new AddColumn("authors", Shop.Column("best", new ColumnType.Integer(IntegerSize.Big)))],
        },
        new("add-primary-key", new AddConstraint("tags", new PrimaryKey("tags_primary", ["tag"])))
        {
            Given = [new CreateTable(new Table("tags") { Columns = [new("tag", new ColumnType.String()), Shop.Column("n", new ColumnType.Integer())] })],
        },
        new("drop-unique", new DropConstraint("authors", ConstraintKind.Unique, "authors_email_unique", [])),
        new("drop-check", new DropConstraint("books", ConstraintKind.Check, "books_price_check", [])),
        new("drop-foreign-key", new DropConstraint("books", ConstraintKind.ForeignKey, null, ["author_id"])),
        new("drop-primary-key", new AlterColumn("books", new ColumnChange("id") { Identity = new Mention<Identity?>(null) }), new DropConstraint("books", ConstraintKind.PrimaryKey, null, [])),
        new("create-index", new CreateIndex("authors", new TableIndex("authors_name_index", [new IndexPart("name") { Collation = "NOCASE" }, new IndexPart("joined") { Descending = true }]))),
        new("create-index-partial", new CreateIndex("authors", new TableIndex("authors_name_unique", [new IndexPart("name")]) { IsUnique = true, Predicate = "email IS NOT NULL" })),
        new("create-index-on-expression", new CreateIndex("authors", new TableIndex("authors_lower_index", [new IndexPart("lower(name)", IndexPartKind.Expression)]))),
        new("drop-index", new DropIndex("books", "books_title_index")),
        new("rename-index", new RenameIndex("books", "books_title_index", "by_title")),
        new("rename-unique", new RenameIndex("authors", "authors_email_unique", "one_email")),
        new("several-changes-one-rebuild",
            new AddColumn("books", Shop.Column("pages", new ColumnType.Integer())),
            new AlterColumn("books", new ColumnChange("note") { IsNullable = false, Default = new Mention<DefaultValue?>(new DefaultValue.Literal("")) }),
            new DropConstraint("books", ConstraintKind.Check, "books_price_check", []),
            new CreateIndex("books", new TableIndex("books_pages_index", [new IndexPart("pages")])),
            new DropColumn("books", "net")),
        new("create-view", new CreateView("titles", "SELECT title FROM books;") { Columns = ["name"] }),
        new("replace-view", new CreateView("titles", "SELECT title, price FROM books") { OrReplace = true })
        {
            Given = [.. Shop.Tables, new CreateView("titles", "SELECT title FROM books")],
        },
        new("drop-view", new DropView("titles"))
        {
            Given =
            [
                .. Shop.Tables, new CreateView("titles", "CREATE VIEW IF NOT EXISTS titles AS SELECT title FROM books"),
                new CreateTrigger("titles", "titles_insert", "CREATE TRIGGER titles_insert INSTEAD OF INSERT ON titles BEGIN INSERT INTO books (title) VALUES (NEW.title); END;"),
            ],
        },
        new("create-trigger", new CreateTrigger("books", "books_delete", "CREATE TRIGGER IF NOT EXISTS books_delete AFTER DELETE ON books BEGIN UPDATE authors SET name = name; SELECT 1; END;")),
        new("drop-trigger", new DropTrigger("books", "books_delete"))
        {
            Given = [.. Shop.Tables, new CreateTrigger("books", "books_delete", "CREATE TRIGGER books_delete AFTER DELETE ON books BEGIN SELECT 1; END")],
        },
    ];

    public override string ToString() => Name;

    private static Table EveryType => new("every_type")
    {
        Columns =
        [
            new("id", new ColumnType.Uuid()),
            .. new ColumnType[]
            {
                new ColumnType.Integer(IntegerSize.Tiny), new ColumnType.Integer(Unsigned: true), new ColumnType.Char(3), new ColumnType.String(100), new ColumnType.Text(TextSize.Long),
                new ColumnType.Float(), new ColumnType.Double(), new ColumnType.Decimal(10, 4), new ColumnType.Boolean(), new ColumnType.Json(), new ColumnType.JsonBinary(),
                new ColumnType.Date(), new ColumnType.DateTime(3), new ColumnType.Timestamp(WithZone: true), new ColumnType.Time(), new ColumnType.Year(), new ColumnType.Binary(16),
                new ColumnType.Ulid(), new ColumnType.IpAddress(), new ColumnType.MacAddress(), new ColumnType.Geometry("point"), new ColumnType.Geography(),
            }.Select((type, i) => Shop.Column($"{type.GetType().Name.ToLowerInvariant()}_{i}", type)),
        ],
        PrimaryKey = new PrimaryKey(null, ["id"]),
    };

    private static Table Defaults => new("defaults")
    {
        Columns =
        [
            .. new object?[]
            {
                "it's", "a\0b", "", true, false, 7, -7L, 1.5m, 1e-7, 2d, null, new byte[] { 0, 255 }, new Guid("0f8fad5b-d9cb-469f-a165-70867728950e"), new DateOnly(2024, 2, 29),
                new TimeOnly(23, 59, 1), new DateTime(2024, 2, 29, 12, 0, 0, 250), new DateTimeOffset(2024, 2, 29, 12, 0, 0, TimeSpan.FromHours(2)),
            }.Select((value, i) => Shop.Column($"literal_{i}", new ColumnType.String()) with { Default = new DefaultValue.Literal(value) }),
            Shop.Column("expression", new ColumnType.String()) with { Default = new DefaultValue.Expression("lower(hex(randomblob(16)))") },
            Shop.Column("word", new ColumnType.Date()) with { Default = new DefaultValue.Expression("CURRENT_DATE") },
        ],
    };
}
