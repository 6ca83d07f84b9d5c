using Godwit.Operations;
using Godwit.Schema;
using Xunit;

namespace Godwit.Tests.Authoring;

public sealed class ColumnModifierTest
{
    private static readonly Column Text = new("c", new ColumnType.String());
    private static readonly Column Number = new("c", new ColumnType.Integer());
    private static readonly Column Moment = new("c", new ColumnType.Timestamp());

    [Fact]
    public void Attributes_of_texts()
    {
        AssertText(column => column.Nullable(), Text with { IsNullable = true });
        AssertText(column => column.Nullable(false), Text);
        AssertText(column => column.NotNull(), Text);
        AssertText(column => column.Comment("for letters"), Text with { Comment = "for letters" });
        AssertText(column => column.Collation("NOCASE"), Text with { Collation = "NOCASE" });
        AssertText(column => column.Charset("utf8mb4"), Text with { Charset = "utf8mb4" });
        AssertText(column => column.Invisible(), Text with { IsInvisible = true });
        AssertText(column => column.Invisible().Visible(), Text);
        AssertText(column => column.Type(new ColumnType.Text()), Text with { Type = new ColumnType.Text() });
    }

    [Fact]
    public void Defaults()
    {
        AssertText(column => column.Default("draft"), Text with { Default = new DefaultValue.Literal("draft") });
        AssertText(column => column.Default(null).Nullable(), Text with { IsNullable = true, Default = new DefaultValue.Literal(null) });
        AssertText(column => column.Default('x'), Text with { Default = new DefaultValue.Literal("x") });
        AssertText(column => column.Default(Raw.Sql("lower('X')")), Text with { Default = new DefaultValue.Expression("lower('X')") });
        AssertText(column => column.DefaultRaw("lower('X')"), Text with { Default = new DefaultValue.Expression("lower('X')") });
        AssertText(column => column.Default("x").NoDefault(), Text);
        AssertNumber(column => column.Default(7), Number with { Default = new DefaultValue.Literal(7) });
        AssertNumber(column => column.Default(DayOfWeek.Tuesday), Number with { Default = new DefaultValue.Literal(2) });
        AssertMoment(column => column.UseCurrent(), Moment with { Default = new DefaultValue.CurrentTimestamp() });
    }

    [Fact]
    public void Updates_can_set_the_present_moment()
    {
        AssertMoment(column => column.UseCurrentOnUpdate(), Moment with { OnUpdate = "CURRENT_TIMESTAMP" });
        AssertMoment(column => column.UseCurrentOnUpdate().NotOnUpdate(), Moment);
        Assert.Equal("CURRENT_TIMESTAMP(3)", Described.Column(table => table.Timestamp("c", 3).UseCurrentOnUpdate()).OnUpdate);
        Assert.Equal("CURRENT_TIMESTAMP(6)", Described.Column(table => table.DateTime("c", 6).UseCurrentOnUpdate()).OnUpdate);
    }

    [Fact]
    public void Numbers_of_rows()
    {
        AssertNumber(column => column.Unsigned(), Number with { Type = new ColumnType.Integer(Unsigned: true) });
        AssertNumber(column => column.AutoIncrement(), Number with { Identity = new Identity() });
        AssertNumber(column => column.AutoIncrement().From(1000), Number with { Identity = new Identity { Start = 1000 } });
        AssertNumber(column => column.AutoIncrement().StartingValue(1000), Number with { Identity = new Identity { Start = 1000 } });
        AssertNumber(column => column.GeneratedAs(), Number with { Identity = new Identity(IdentityKind.ByDefault) });
        AssertNumber(column => column.GeneratedAs(10, 5).Always(), Number with { Identity = new Identity(IdentityKind.Always) { Start = 10, Increment = 5 } });
        AssertNumber(column => column.Always(), Number with { Identity = new Identity(IdentityKind.Always) });
        AssertNumber(column => column.AutoIncrement().NotIdentity(), Number);
    }

    [Fact]
    public void Computed_columns()
    {
        AssertNumber(column => column.VirtualAs("a + b"), Number with { Generated = new GeneratedExpression("a + b", GeneratedStorage.Virtual) });
        AssertNumber(column => column.StoredAs("a + b"), Number with { Generated = new GeneratedExpression("a + b", GeneratedStorage.Stored) });
        AssertNumber(column => column.StoredAs("a + b").NotGenerated(), Number);
    }

    [Theory]
    [InlineData("sqlite", """json_extract("options", '$."theme"."name"')""")]
    [InlineData("postgresql", "\"options\" #>> '{\"theme\",\"name\"}'")]
    [InlineData("mysql", """json_unquote(json_extract(`options`, '$."theme"."name"'))""")]
    [InlineData("mariadb", """json_unquote(json_extract(`options`, '$."theme"."name"'))""")]
    public void A_member_of_a_document_is_taken_out_in_the_words_of_the_database(string product, string expected)
    {
        var stored = Described.Column(table => table.String("c").StoredAsJson("options->theme->name"), product);
        Assert.Equal(new GeneratedExpression(expected, GeneratedStorage.Stored), stored.Generated);
        var computed = Described.Column(table => table.String("c").VirtualAsJson("options->theme->name"), product);
        Assert.Equal(new GeneratedExpression(expected, GeneratedStorage.Virtual), computed.Generated);
    }

    [Theory]
    [InlineData("sqlite", """json_extract("a""b", '$[0]."it''s \"x\""')""")]
    [InlineData("postgresql", "\"a\"\"b\" #>> '{\"0\",\"it''s \\\"x\\\"\"}'")]
    [InlineData("mysql", """json_unquote(json_extract(`a"b`, '$[0]."it''s \\"x\\""'))""")]
    public void Quotes_and_places_in_arrays_are_written_so_that_they_mean_themselves(string product, string expected) =>
        Assert.Equal(expected, Described.Column(table => table.String("c").VirtualAsJson("""a"b->0->it's "x" """), product).Generated!.Sql);

    [Fact]
    public void Numbering_makes_the_key_unless_the_table_names_another()
    {
        Assert.Equal(["c"], Described.Create(table => table.Integer("c").AutoIncrement()).PrimaryKey!.Columns);
        Assert.Null(Described.Create(table => table.Integer("c").GeneratedAs()).PrimaryKey);
        var table = Described.Create(table =>
        {
            table.Integer("number").AutoIncrement();
            table.Integer("tenant");
            table.Primary("number", "tenant");
        });
        Assert.Equal(["number", "tenant"], table.PrimaryKey!.Columns);
    }

    [Fact]
    public void Keys_and_indexes_of_one_column()
    {
        var table = Described.Create(table =>
        {
            table.String("code").Primary();
            table.String("slug").Unique();
            table.String("sku").Unique("one_sku");
            table.String("title").Index().FullText();
            table.String("author").Index("by_author");
            table.Geometry("place").SpatialIndex();
            table.Vector("embedding", 3).VectorIndex("near");
            table.Integer("price").Check("price > 0");
            table.Integer("stock").Check("stock >= 0", "stock_is_there");
        });
        Assert.Equal(new PrimaryKey(null, ["code"]), table.PrimaryKey);
        Assert.Equal([new UniqueConstraint("posts_slug_unique", ["slug"]), new UniqueConstraint("one_sku", ["sku"])], table.Uniques);
        Assert.Equal([new CheckConstraint("posts_price_check", "price > 0"), new CheckConstraint("stock_is_there", "stock >= 0")], table.Checks);
        Assert.Equal(
            [
                new TableIndex("posts_title_index", [new IndexPart("title")]),
                new TableIndex("posts_title_fulltext", [new IndexPart("title")]) { Kind = IndexKind.FullText },
                new TableIndex("by_author", [new IndexPart("author")]),
                new TableIndex("posts_place_spatialindex", [new IndexPart("place")]) { Kind = IndexKind.Spatial },
                new TableIndex("near", [new IndexPart("embedding")]) { Kind = IndexKind.Vector },
            ],
            table.Indexes);
    }

    [Fact]
    public void A_new_table_has_its_columns_where_they_are_wanted() =>
        Assert.Equal(
            ["id", "email", "phone", "name"],
            Described.Create(table =>
            {
                table.String("email");
                table.String("name");
                table.String("phone").After("email");
                table.Id().First();
            }).Columns.Select(column => column.Name));

    [Fact]
    public void A_column_that_is_added_keeps_how_and_where() =>
        Assert.Equal(
            [
                new AddColumn("posts", Text)
                {
                    Position = new ColumnPosition.After("title"),
                    IfNotExists = true,
                    Online = new OnlineChange(AlterAlgorithm.Instant, AlterLock.None),
                },
            ],
            Described.Alter(table => table.String("c").After("title").IfNotExists().Instant().Lock(AlterLock.None)));

    private static void AssertText(Action<ColumnBuilder> modify, Column expected) => Assert.Equal(expected, Described.Column(table => modify(table.String("c"))));

    private static void AssertNumber(Action<ColumnBuilder> modify, Column expected) => Assert.Equal(expected, Described.Column(table => modify(table.Integer("c"))));

    private static void AssertMoment(Action<ColumnBuilder> modify, Column expected) => Assert.Equal(expected, Described.Column(table => modify(table.Timestamp("c"))));
}
