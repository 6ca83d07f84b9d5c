using Godwit.Operations;
using Godwit.Schema;
using Xunit;

namespace Godwit.Tests.Authoring;

/// <summary>Every operation can be written by itself.</summary>
public sealed class SingleOperationTest
{
    [Fact]
    public void Tables()
    {
        AssertOne(schema => schema.Rename("posts", "articles"), new RenameTable("posts", "articles"));
        AssertOne(schema => schema.RenameTable("posts", "audit.articles"), new RenameTable("posts", new ObjectName("audit", "articles")));
        AssertOne(schema => schema.Drop("posts"), new DropTable("posts"));
        AssertOne(schema => schema.Drop("posts").Cascade(), new DropTable("posts") { Cascade = true });
        AssertOne(schema => schema.Drop("posts").Temporary(), new DropTable("posts") { IsTemporary = true });
        AssertOne(schema => schema.DropIfExists("posts"), new DropTable("posts") { IfExists = true });
        AssertOne(schema => schema.CommentOnTable("posts", "x"), new SetTableComment("posts", "x"));
        AssertOne(schema => schema.CommentOnTable("posts", null), new SetTableComment("posts", null));
    }

    [Fact]
    public void Columns()
    {
        AssertOne(schema => schema.AddColumn("posts").String("slug", 80).Nullable(), new AddColumn("posts", new Column("slug", new ColumnType.String(80)) { IsNullable = true }));
        AssertOne(schema => schema.AlterColumn("posts").String("slug", 80), new AlterColumn("posts", new ColumnChange("slug") { Type = new ColumnType.String(80) }));
        AssertOne(schema => schema.AlterColumn("posts", "slug").NotNull(), new AlterColumn("posts", new ColumnChange("slug") { IsNullable = false }));
        AssertOne(schema => schema.RenameColumn("posts", "a", "b"), new RenameColumn("posts", "a", "b"));
        AssertOne(schema => schema.DropColumn("posts", "a"), new DropColumn("posts", "a"));
        AssertOne(schema => schema.DropColumnIfExists("posts", "a"), new DropColumn("posts", "a") { IfExists = true });
        AssertOne(
            schema => schema.CommentOnColumn("posts", "a", "x"), new AlterColumn("posts", new ColumnChange("a") { Comment = new Mention<string?>("x") }));
        Assert.Equal(
            [new DropColumn("posts", "a"), new DropColumn("posts", "b")],
            Described.By(schema => schema.DropColumns("posts", ["a", "b"])).Select(operation => operation with { Location = null }));
    }

    [Fact]
    public void A_column_brings_its_keys() =>
        Assert.Equal(
            [typeof(AddColumn), typeof(AddConstraint)],
            Described.By(schema => schema.AddColumn("posts").ForeignId("user_id").Constrained().CascadeOnDelete()).Select(operation => operation.GetType()));

    [Fact]
    public void Constraints()
    {
        AssertOne(schema => schema.AddPrimaryKey("posts", ["a", "b"]), new AddConstraint("posts", new PrimaryKey(null, ["a", "b"])));
        AssertOne(schema => schema.AddUnique("posts", "a"), new AddConstraint("posts", new UniqueConstraint("posts_a_unique", ["a"])));
        AssertOne(
            schema => schema.AddForeignKey("posts", "user_id").References("id").On("users").NullOnDelete(),
            new AddConstraint("posts", new ForeignKey("posts_user_id_foreign", ["user_id"], "users", ["id"]) { OnDelete = ReferentialAction.SetNull }));
        AssertOne(schema => schema.AddCheck("posts", "a > 0").Name("x"), new AddConstraint("posts", new CheckConstraint("x", "a > 0")));
        AssertOne(
            schema => schema.AddExclusion("posts").With("a", "="),
            new AddConstraint("posts", new ExclusionConstraint("posts_a_exclusion", [new ExclusionElement("a", "=")])));
        AssertOne(schema => schema.ValidateConstraint("posts", "x"), new ValidateConstraint("posts", "x"));
        AssertOne(schema => schema.DropPrimaryKey("posts"), new DropConstraint("posts", ConstraintKind.PrimaryKey, null, []));
        AssertOne(schema => schema.DropUnique("posts", "x"), new DropConstraint("posts", ConstraintKind.Unique, "x", []));
        AssertOne(schema => schema.DropUnique("posts", ["a"]), new DropConstraint("posts", ConstraintKind.Unique, "posts_a_unique", ["a"]));
        AssertOne(schema => schema.DropForeignKey("posts", "x").IfExists(), new DropConstraint("posts", ConstraintKind.ForeignKey, "x", []) { IfExists = true });
        AssertOne(schema => schema.DropForeignKey("posts", ["a"]), new DropConstraint("posts", ConstraintKind.ForeignKey, "posts_a_foreign", ["a"]));
        AssertOne(schema => schema.DropCheck("posts", "x"), new DropConstraint("posts", ConstraintKind.Check, "x", []));
        AssertOne(schema => schema.DropExclusion("posts", "x"), new DropConstraint("posts", ConstraintKind.Exclusion, "x", []));
    }

    [Fact]
    public void Indexes()
    {
        AssertIndex(schema => schema.AddIndex("posts", "a"), new TableIndex("posts_a_index", [new IndexPart("a")]));
        AssertIndex(schema => schema.AddIndex("posts", ["a", "b"]), new TableIndex("posts_a_b_index", [new IndexPart("a"), new IndexPart("b")]));
        AssertIndex(schema => schema.AddIndex("posts", []).Expression("lower(a)"), new TableIndex("posts_lower_a_index", [new IndexPart("lower(a)", IndexPartKind.Expression)]));
        AssertIndex(schema => schema.AddUniqueIndex("posts", "a").Where("b"), new TableIndex("posts_a_unique", [new IndexPart("a")]) { IsUnique = true, Predicate = "b" });
        AssertIndex(schema => schema.AddFullText("posts", "a"), new TableIndex("posts_a_fulltext", [new IndexPart("a")]) { Kind = IndexKind.FullText });
        AssertIndex(schema => schema.AddSpatialIndex("posts", "a"), new TableIndex("posts_a_spatialindex", [new IndexPart("a")]) { Kind = IndexKind.Spatial });
        AssertIndex(schema => schema.AddVectorIndex("posts", "a"), new TableIndex("posts_a_vectorindex", [new IndexPart("a")]) { Kind = IndexKind.Vector });
        AssertOne(schema => schema.RenameIndex("posts", "a", "b"), new RenameIndex("posts", "a", "b"));
        AssertOne(schema => schema.DropIndex("posts", "x").Concurrently(), new DropIndex("posts", "x") { Concurrently = true });
        AssertOne(schema => schema.DropIndex("posts", ["a"]), new DropIndex("posts", "posts_a_index"));
    }

    [Fact]
    public void Foreign_key_checks()
    {
        AssertOne(schema => schema.DisableForeignKeyConstraints(), new SetForeignKeyChecks(false));
        AssertOne(schema => schema.EnableForeignKeyConstraints(), new SetForeignKeyChecks(true));
        Assert.Equal(
            [new SetForeignKeyChecks(false), new DropTable("posts"), new SetForeignKeyChecks(true)],
            Described.By(schema => schema.WithoutForeignKeyConstraints(() => schema.Drop("posts"))).Select(operation => operation with { Location = null }));
    }

    [Fact]
    public void A_single_column_is_one_column()
    {
        Assert.Contains("which one is not said", Described.Error(schema => schema.AddColumn("posts")).Message, StringComparison.Ordinal);
        Described.Error(schema => { var column = schema.AddColumn("posts"); column.String("a"); column.String("b"); });
        Described.Error(schema => schema.AlterColumn("posts", "a"));
        Described.Error(schema => schema.DropColumn("posts", (string[])[]));
        Described.Error(schema => schema.RenameColumn("posts", "a", ""));
    }

    [Fact]
    public void A_place_is_the_line_of_the_call()
    {
        var schema = new SchemaBuilder("sqlite", Described.File, null);
        schema.AddColumn("posts", 3).String("a");
        schema.AddIndex("posts", "a", 4);
        schema.RenameColumn("posts", "a", "b", 5);
        schema.Sql("SELECT 1", line: 6);
        schema.Insert("posts", new { a = 1 }, 7);
        schema.CreateView("v", "SELECT 1", 8);
        Assert.Equal([3, 4, 5, 6, 7, 8], schema.Operations.Select(operation => operation.Location!.Line));
    }

    private static void AssertOne(Action<SchemaBuilder> describe, Operation expected) => Assert.Equal(expected, Described.One(describe));

    private static void AssertIndex(Action<SchemaBuilder> describe, TableIndex expected) => AssertOne(describe, new CreateIndex("posts", expected));
}
