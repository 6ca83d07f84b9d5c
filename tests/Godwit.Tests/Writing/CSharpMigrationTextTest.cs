using Godwit.Operations;
using Godwit.Schema;
using Godwit.Writing;
using Xunit;

namespace Godwit.Tests.Writing;

public sealed class CSharpMigrationTextTest
{
    private static readonly ColumnType Key = new ColumnType.Integer(IntegerSize.Big, Unsigned: true);

    private static readonly Table Posts = new("posts")
    {
        Columns =
        [
            new Column("id", Key) { Identity = new Identity() },
            new Column("user_id", Key),
            new Column("editor", Key) { IsNullable = true },
            new Column("title", new ColumnType.String(200)),
            new Column("slug", new ColumnType.String()) { Collation = "C" },
            new Column("body", new ColumnType.Text()) { IsNullable = true, Comment = "as \"Markdown\"" },
            new Column("state", new ColumnType.Enum(["draft", "published"])) { Default = new DefaultValue.Literal("draft") },
            new Column("price", new ColumnType.Decimal(10, 4)) { Default = new DefaultValue.Literal(1.50m) },
            new Column("words", new ColumnType.Integer()) { Generated = new GeneratedExpression("length(body)", GeneratedStorage.Stored) },
            new Column("created_at", new ColumnType.Timestamp()) { IsNullable = true },
            new Column("updated_at", new ColumnType.Timestamp()) { IsNullable = true },
        ],
        PrimaryKey = new PrimaryKey("posts_pkey", ["id"]),
        Uniques = [new UniqueConstraint("posts_slug_unique", ["slug"]), new UniqueConstraint("posts_user_id_title_unique", ["user_id", "title"])],
        ForeignKeys =
        [
            new ForeignKey("posts_user_id_foreign", ["user_id"], "users", ["id"]) { OnDelete = ReferentialAction.Cascade },
            new ForeignKey("by", ["editor"], "users", ["id"]) { OnDelete = ReferentialAction.SetNull, Deferral = Deferral.InitiallyDeferred },
        ],
        Checks = [new CheckConstraint("posts_price_check", "price >= 0")],
        Indexes =
        [
            new TableIndex("posts_title_index", [new IndexPart("title")]),
            new TableIndex("posts_open", [new IndexPart("state") { Descending = true }, new IndexPart("lower(title)", IndexPartKind.Expression)]) { Predicate = "state = 'draft'", IsUnique = true },
        ],
        Comment = "what people write",
    };

    [Fact]
    public void A_table_is_written_as_a_person_would_and_its_down_is_left_out() => Assert.Equal(
        """
        using Godwit;

        [Migration]
        public sealed class CreatePostsTable : Migration
        {
            public override void Up(SchemaBuilder schema)
            {
                schema.Create("posts", table =>
                {
                    table.Id();
                    table.ForeignId("user_id").Constrained().CascadeOnDelete();
                    table.ForeignId("editor").Nullable().Constrained("users").Name("by").NullOnDelete().InitiallyDeferred();
                    table.String("title", 200).Index();
                    table.String("slug").Collation("C").Unique();
                    table.Text("body").Nullable().Comment("as \"Markdown\"");
                    table.Enum("state", "draft", "published").Default("draft");
                    table.Decimal("price", 10, 4).Default(1.50m);
                    table.Integer("words").StoredAs("length(body)");
                    table.Timestamps();
                    table.Unique("user_id", "title");
                    table.Check("price >= 0", "posts_price_check");
                    table.UniqueIndex().Column("state", part => part.Descending()).Expression("lower(title)").Name("posts_open").Where("state = 'draft'");
                    table.Comment("what people write");
                });
            }
        }

        """,
        CSharpMigrationText.Of("CreatePostsTable", [new CreateTable(Posts)], [], "postgresql"));

    [Fact]
    public void What_a_database_calls_its_types_is_written_in_the_words_of_migrations()
    {
        static string Line(string sql, string product, DefaultValue? value = null) => CSharpMigrationText
            .Of("M", [new AddColumn("t", new Column("c", new ColumnType.Native(sql)) { IsNullable = true, Default = value })], [], product)
            .Split('\n').Single(line => line.Contains("\"c\"", StringComparison.Ordinal)).Trim()["schema.Table(\"t\", table => table.".Length..];

        Assert.Equal("String(\"c\", 200).Nullable());", Line("varchar(200)", "postgresql"));
        Assert.Equal("BigInteger(\"c\").Nullable());", Line("bigint", "postgresql"));
        Assert.Equal("TimestampTz(\"c\", 6).Nullable());", Line("timestamp(6) with time zone", "postgresql"));
        Assert.Equal("RawColumn(\"c\", \"integer[]\").Nullable());", Line("integer[]", "postgresql"));
        Assert.Equal("RawColumn(\"c\", \"timestamp with time zone\").Nullable());", Line("timestamp with time zone", "postgresql"));
        Assert.Equal("UnsignedBigInteger(\"c\").Nullable());", Line("bigint unsigned", "mysql"));
        Assert.Equal("Boolean(\"c\").Nullable());", Line("tinyint(1)", "mariadb"));
        Assert.Equal("Enum(\"c\", \"a\", \"it's\").Nullable());", Line("enum('a','it''s')", "mysql"));
        Assert.Equal("DateTime(\"c\", 6).Nullable());", Line("datetime(6)", "mysql"));
        Assert.Equal("Text(\"c\").Nullable());", Line("text", "sqlite"));
        Assert.Equal("Timestamp(\"c\").Nullable().UseCurrent());", Line("datetime", "sqlite", new DefaultValue.CurrentTimestamp()));
        Assert.Equal("Text(\"c\").Nullable().DefaultRaw(\"CURRENT_TIMESTAMP\"));", Line("text", "sqlite", new DefaultValue.CurrentTimestamp()));
        Assert.Equal("RawColumn(\"c\", \"varchar(20)\").Nullable());", Line("varchar(20)", "sqlite"));
    }

    [Fact]
    public void Changes_of_one_table_stand_together_and_what_loses_data_is_said()
    {
        var old = new Column("age", new ColumnType.Integer(IntegerSize.Big)) { IsNullable = true };
        Operation[] operations =
        [
            new RenameTable("people", "users"),
            new RenameColumn("users", "name", "full_name"),
            new DropConstraint("users", ConstraintKind.Unique, "users_email_unique", ["email"]) { Old = new UniqueConstraint("users_email_unique", ["email"]) },
            new AddColumn("users", new Column("country", new ColumnType.Char(2))),
            new AlterColumn("users", new ColumnChange("age") { Type = new ColumnType.Integer(), IsNullable = false, Default = new Mention<DefaultValue?>(null) }) { Old = old },
            new DropColumn("users", "phone") { Old = new Table("users") { Columns = [new Column("phone", new ColumnType.Text())] } },
            new AddConstraint("users", new PrimaryKey(null, ["country", "age"])),
            new DropTable("posts") { Old = Posts },
            new CreateView("adults", "SELECT *\nFROM users\nWHERE age >= 18"),
            new DropEnum("state") { Old = new EnumType("state", ["a"]) },
        ];

        Assert.Equal(
            """"
            using Godwit;

            [Migration]
            public sealed class Change : Migration
            {
                public override void Up(SchemaBuilder schema)
                {
                    // The order of its values cannot be changed.
                    schema.Rename("people", "users");

                    schema.Table("users", table =>
                    {
                        table.RenameColumn("name", "full_name");
                        table.DropUnique("users_email_unique");
                        // This fails while users has rows: give country a default, or fill it before it may not be NULL.
                        table.Char("country", 2);
                        // Not every value of age may fit its new type; it was Integer { Size = Big, Unsigned = False }. This fails while age is NULL in a row of users.
                        table.Integer("age").Change().NotNull().NoDefault();
                        // The values of phone are lost.
                        table.DropColumn("phone");
                        table.Primary("country", "age");
                    });
                    // The rows of posts are lost.
                    schema.Drop("posts");
                    schema.CreateView("adults", """
                        SELECT *
                        FROM users
                        WHERE age >= 18
                        """);
                    schema.DropEnum("state");
                }
            }

            """",
            CSharpMigrationText.Of("Change", operations, ["The order of its values cannot be changed."], "postgresql"));
    }

    [Fact]
    public void A_down_that_cannot_be_derived_is_written_with_what_only_a_person_knows()
    {
        Operation[] operations = [new AddEnumValue("state", "hidden") { After = "draft" }, new AddColumn("posts", new Column("note", new ColumnType.Text()) { IsNullable = true })];

        Assert.EndsWith(
            """
                public override void Up(SchemaBuilder schema)
                {
                    schema.AddEnumValue("state", "hidden").After("draft");
                    schema.Table("posts", table => table.Text("note").Nullable());
                }

                public override void Down(SchemaBuilder schema)
                {
                    // PostgreSQL cannot take a value out of a type: write Down, and leave it empty if the value may stay.
                    // The values of note are lost.
                    schema.Table("posts", table => table.DropColumn("note"));
                }
            }

            """,
            CSharpMigrationText.Of("M", operations, [], "postgresql"),
            StringComparison.Ordinal);
    }

    [Fact]
    public void A_constraint_that_cannot_be_named_is_an_error_that_says_what_to_do()
    {
        var drop = DropConstraint.Of("t", new CheckConstraint(null, "a > 0"));

        Assert.Equal(ErrorCode.NotSupported, Assert.Throws<GodwitException>(() => CSharpMigrationText.Of("M", [drop], [], "sqlite")).Code);
    }
}
