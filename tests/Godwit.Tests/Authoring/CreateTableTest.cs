using Godwit.Operations;
using Godwit.Schema;
using Xunit;

namespace Godwit.Tests.Authoring;

public sealed class CreateTableTest
{
    [Fact]
    public void The_example_of_the_guide_becomes_one_table()
    {
        var create = Assert.IsType<CreateTable>(Assert.Single(Described.By(new CreatePostsTable().Up)));
        Assert.Equal(
            new Table("posts")
            {
                Columns =
                [
                    new Column("id", new ColumnType.Integer(IntegerSize.Big, true)) { Identity = new Identity() },
                    new Column("user_id", new ColumnType.Integer(IntegerSize.Big, true)),
                    new Column("title", new ColumnType.String(200)),
                    new Column("body", new ColumnType.Text()) { IsNullable = true },
                    new Column("state", new ColumnType.Enum(["draft", "published"])) { Default = new DefaultValue.Literal("draft") },
                    new Column("created_at", new ColumnType.Timestamp()) { IsNullable = true },
                    new Column("updated_at", new ColumnType.Timestamp()) { IsNullable = true },
                ],
                PrimaryKey = new PrimaryKey(null, ["id"]),
                Uniques = [new UniqueConstraint("posts_user_id_title_unique", ["user_id", "title"])],
                ForeignKeys = [new ForeignKey("posts_user_id_foreign", ["user_id"], "users", ["id"]) { OnDelete = ReferentialAction.Cascade }],
                Indexes = [new TableIndex("posts_title_index", [new IndexPart("title")])],
            },
            create.Table);
        Assert.Equal(Described.File, create.Location!.Path);
        Assert.Equal([new DropTable("posts") { IfExists = true }], Described.By(new CreatePostsTable().Down).Select(operation => operation with { Location = null }));
    }

    [Fact]
    public void An_operation_has_the_place_of_the_call() =>
        Assert.Equal([12, 12, 40], Described.By(schema =>
        {
            schema.Table("posts", table => table.String("slug").Unique(), 12);
            schema.Drop("tags", 40);
        }).Select(operation => operation.Location!.Line));

    [Fact]
    public void A_table_has_options()
    {
        var table = Described.Create(table =>
        {
            table.Id();
            table.Comment("what people wrote");
            table.Temporary();
            table.InnoDb();
            table.Charset("utf8mb4");
            table.Collation("utf8mb4_unicode_ci");
            table.AutoIncrementFrom(1000);
            table.Strict();
            table.WithoutRowId();
            table.Unlogged();
            table.PartitionBy("RANGE (id)");
            table.With("fillfactor = 70");
            table.With("autovacuum_enabled = false");
        });
        Assert.Equal("what people wrote", table.Comment);
        Assert.Equal(
            new TableOptions
            {
                IsTemporary = true,
                Engine = "InnoDB",
                Charset = "utf8mb4",
                Collation = "utf8mb4_unicode_ci",
                AutoIncrementStart = 1000,
                IsStrict = true,
                IsWithoutRowId = true,
                IsUnlogged = true,
                PartitionBy = "RANGE (id)",
                Parameters = ["fillfactor = 70", "autovacuum_enabled = false"],
            },
            table.Options);
    }

    [Fact]
    public void A_partition_needs_no_columns_and_may_index_those_of_its_parent()
    {
        var table = Described.Create(table =>
        {
            table.PartitionOf("logs", "DEFAULT");
            table.Index("written_at");
        });
        Assert.Equal(new PartitionOf("logs", "DEFAULT"), table.Options.PartitionOf);
        Assert.Equal("posts_written_at_index", Assert.Single(table.Indexes).Name);
    }

    [Fact]
    public void A_table_may_be_there_already()
    {
        var create = Assert.IsType<CreateTable>(Described.One(schema => schema.Create("posts", table =>
        {
            table.Id();
            table.IfNotExists();
        })));
        Assert.True(create.IfNotExists);
    }

    [Fact]
    public void A_table_may_be_in_another_schema()
    {
        var create = Assert.IsType<CreateTable>(Described.One(schema => schema.Create("audit.posts", table => table.String("slug").Unique())));
        Assert.Equal(new ObjectName("audit", "posts"), create.Table.Name);
        Assert.Equal("posts_slug_unique", Assert.Single(create.Table.Uniques).Name);
    }

    [Fact]
    public void A_column_can_be_taken_back() =>
        Assert.Equal("id", Assert.Single(Described.Create(table =>
        {
            table.Id();
            table.String("nickname").Unique();
            table.RemoveColumn("nickname");
        }).Columns).Name);

    [Fact]
    public void What_no_create_table_can_hold_is_made_afterwards()
    {
        var operations = Described.By(schema => schema.Create("posts", table =>
        {
            table.Id();
            table.ForeignId("user_id").Constrained().NotValid();
            table.Index("user_id").Concurrently();
            table.Unique("user_id").Lock(AlterLock.None);
            table.Check("id > 0").NotValid();
        }), "postgresql");
        Assert.Collection(
            operations,
            operation => Assert.IsType<PrimaryKey>(Assert.Single(Assert.IsType<CreateTable>(operation).Table.Constraints)),
            operation => Assert.True(Assert.IsType<ForeignKey>(Assert.IsType<AddConstraint>(operation).Constraint).NotValid),
            operation => Assert.Equal(AlterLock.None, Assert.IsType<AddConstraint>(operation).Online.Lock),
            operation => Assert.True(Assert.IsType<CheckConstraint>(Assert.IsType<AddConstraint>(operation).Constraint).NotValid),
            operation => Assert.True(Assert.IsType<CreateIndex>(operation).Concurrently));
        Assert.All(operations, operation => Assert.NotNull(operation.Location));
    }

    [Fact]
    public void A_new_table_is_what_its_operation_makes_of_a_schema() =>
        Assert.NotNull(Described.By(new CreatePostsTable().Up)[0].ApplyTo(new DatabaseSchema("sqlite")).Find("posts"));

    [Fact]
    public void A_builder_that_is_used_too_late_says_so()
    {
        ColumnBuilder? column = null;
        UniqueBuilder? unique = null;
        IndexBuilder? index = null;
        CreateTableBlueprint? blueprint = null;
        Described.By(schema => schema.Create("posts", table =>
        {
            blueprint = table;
            column = table.String("title");
            unique = table.Unique("title");
            index = table.Index("title");
        }));
        Assert.All(
            (Action[])[
                () => column!.Nullable(), () => column!.Unique(), () => column!.References("id"), () => unique!.Name("x"), () => index!.Name("x"),
                () => blueprint!.Id(), () => blueprint!.Comment("x"), () => blueprint!.Engine("x"), () => blueprint!.Index("title"),
                () => blueprint!.Unique("title"), () => blueprint!.IfNotExists(), () => blueprint!.RemoveColumn("title"),
            ],
            late => Assert.Contains("callback", Assert.Throws<GodwitException>(late).Message, StringComparison.Ordinal));
    }

    // As in docs/csharp-migrations.md.
    private sealed class CreatePostsTable : Migration
    {
        public override void Up(SchemaBuilder schema)
        {
            schema.Create("posts", table =>
            {
                table.Id();
                table.ForeignId("user_id").Constrained().CascadeOnDelete();
                table.String("title", 200).Index();
                table.Text("body").Nullable();
                table.Enum("state", "draft", "published").Default("draft");
                table.Timestamps();
                table.Unique("user_id", "title");
            });
        }

        public override void Down(SchemaBuilder schema) => schema.DropIfExists("posts");
    }
}
