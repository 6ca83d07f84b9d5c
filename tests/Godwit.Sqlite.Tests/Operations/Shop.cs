using Godwit.Operations;
using Godwit.Schema;

namespace Godwit.Sqlite.Tests.Operations;

/// <summary>Some tables that operations are tried on.</summary>
internal static class Shop
{
    internal static readonly Table Authors = new("authors")
    {
        Columns =
        [
            new("id", new ColumnType.Integer(IntegerSize.Big)) { Identity = new Identity() },
            new("name", new ColumnType.String()),
            new("email", new ColumnType.String()) { IsNullable = true },
            new("joined", new ColumnType.DateTime()) { Default = new DefaultValue.CurrentTimestamp() },
        ],
        PrimaryKey = new PrimaryKey(null, ["id"]),
        Uniques = [new UniqueConstraint("authors_email_unique", ["email"])],
    };

    internal static readonly Table Books = new("books")
    {
        Columns =
        [
            new("id", new ColumnType.Integer(IntegerSize.Big)) { Identity = new Identity() },
            new("author_id", new ColumnType.Integer(IntegerSize.Big)) { IsNullable = true },
            new("title", new ColumnType.String()) { Collation = "NOCASE" },
            new("price", new ColumnType.Decimal()) { Default = new DefaultValue.Literal(0) },
            new("net", new ColumnType.Decimal()) { IsNullable = true, Generated = new GeneratedExpression("price / 1.19", GeneratedStorage.Virtual) },
            new("state", new ColumnType.Enum(["draft", "author's", "sold"])) { Default = new DefaultValue.Literal("draft") },
            new("note", new ColumnType.Text()) { IsNullable = true, Comment = "for the staff" },
        ],
        PrimaryKey = new PrimaryKey(null, ["id"]),
        ForeignKeys = [new ForeignKey("books_author_id_foreign", ["author_id"], "authors", ["id"]) { OnDelete = ReferentialAction.Cascade }],
        Checks = [new CheckConstraint("books_price_check", "price >= 0")],
        Indexes =
        [
            new TableIndex("books_title_index", [new IndexPart("title"), new IndexPart("price") { Descending = true }]),
            new TableIndex("books_lower_title_unique", [new IndexPart("lower(title)", IndexPartKind.Expression)]) { IsUnique = true, Predicate = "note IS NULL" },
        ],
    };

    /// <summary>The same with a table in the words of its author.</summary>
    internal const string Handmade =
        """
        CREATE TABLE Orders -- what was sold
        (
            "no" INTEGER PRIMARY KEY AUTOINCREMENT, -- counted, never reused
            book_id int NOT NULL REFERENCES books ON DELETE CASCADE DEFERRABLE INITIALLY DEFERRED,
            /* how many */ amount INT DEFAULT (1 + 0) CHECK (amount > 0),
            code TEXT COLLATE NOCASE UNIQUE ON CONFLICT REPLACE,
            total REAL GENERATED ALWAYS AS (amount * 2.5) STORED, -- rough
            CONSTRAINT sane CHECK (amount < 1000 AND "code" <> 'x,)') CHECK (total > 0)
            UNIQUE (book_id, code COLLATE BINARY DESC) -- and that is that
        )
        """;

    internal static readonly Operation[] Tables = [new CreateTable(Authors), new CreateTable(Books)];

    internal static Column Column(string name, ColumnType type) => new(name, type) { IsNullable = true };
}
