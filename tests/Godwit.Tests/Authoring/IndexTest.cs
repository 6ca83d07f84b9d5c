using Godwit.Operations;
using Godwit.Schema;
using Xunit;

namespace Godwit.Tests.Authoring;

public sealed class IndexTest
{
    private static readonly TableIndex Plain = new("posts_a_index", [new IndexPart("a")]);

    [Fact]
    public void Kinds()
    {
        AssertIndex(Plain, table => table.Index("a"));
        AssertIndex(new TableIndex("posts_a_b_index", [new IndexPart("a"), new IndexPart("b")]), table => table.Index("a", "b"));
        AssertIndex(Plain with { Name = "posts_a_unique", IsUnique = true }, table => table.UniqueIndex("a"));
        AssertIndex(Plain with { Name = "posts_a_fulltext", Kind = IndexKind.FullText, Language = "german" }, table => table.FullText("a").Language("german"));
        AssertIndex(Plain with { Name = "posts_a_spatialindex", Kind = IndexKind.Spatial }, table => table.SpatialIndex("a"));
        AssertIndex(Plain with { Name = "posts_a_vectorindex", Kind = IndexKind.Vector }, table => table.VectorIndex("a"));
        AssertIndex(new TableIndex("by_lower", [new IndexPart("lower(a)", IndexPartKind.Expression)]), table => table.RawIndex("lower(a)", "by_lower"));
    }

    [Fact]
    public void Attributes()
    {
        AssertIndex(Plain with { Name = "x" }, table => table.Index("a").Name("x"));
        AssertIndex(Plain with { Predicate = "b IS NULL" }, table => table.Index("a").Where("b IS NULL"));
        AssertIndex(Plain with { Include = ["b", "c"] }, table => table.Index("a").Include("b", "c"));
        AssertIndex(Plain with { Method = "gin" }, table => table.Index("a").Algorithm("gin"));
        AssertIndex(Plain with { Options = ["fillfactor = 70", "fastupdate = off"] }, table => table.Index("a").With("fillfactor = 70").With("fastupdate = off"));
        AssertIndex(Plain with { Comment = "for search" }, table => table.Index("a").Comment("for search"));
        AssertIndex(Plain with { Name = "posts_a_unique", IsUnique = true, NullsNotDistinct = true }, table => table.UniqueIndex("a").NullsNotDistinct());
        AssertIndex(Plain with { Parts = [new IndexPart("a") { OperatorClass = "gin_trgm_ops" }] }, table => table.Index("a").OperatorClass("gin_trgm_ops"));
    }

    [Fact]
    public void Parts() =>
        AssertIndex(
            new TableIndex(
                "posts_a_lower_b_index",
                [
                    new IndexPart("a") { Descending = true, Nulls = NullsOrder.Last, Length = 20 },
                    new IndexPart("lower(b)", IndexPartKind.Expression) { Nulls = NullsOrder.First, Collation = "C", OperatorClass = "text_pattern_ops" },
                ]),
            table => table.Index()
                .Column("a", part => part.Descending().NullsLast().Length(20))
                .Expression("lower(b)", part => part.NullsFirst().Collation("C").OperatorClass("text_pattern_ops")));

    [Fact]
    public void How_an_index_is_made_is_kept()
    {
        Assert.Equal([new CreateIndex("posts", Plain) { Concurrently = true }], Described.Alter(table => table.Index("a").Concurrently()));
        Assert.Equal([new CreateIndex("posts", Plain) { Concurrently = true }], Described.Alter(table => table.Index("a").Online()));
        Assert.Equal([new CreateIndex("posts", Plain) { IfNotExists = true }], Described.Alter(table => table.Index("a").IfNotExists()));
        Assert.Equal(
            [new CreateIndex("posts", Plain) { Online = new OnlineChange(AlterAlgorithm.Inplace, AlterLock.Shared) }],
            Described.Alter(table => table.Index("a").AlterBy(AlterAlgorithm.Inplace).Lock(AlterLock.Shared)));
    }

    [Fact]
    public void Dropping_and_renaming()
    {
        AssertDropped("x", table => table.DropIndex("x"));
        AssertDropped("posts_a_b_index", table => table.DropIndex(["a", "b"]));
        AssertDropped("posts_a_unique", table => table.DropUniqueIndex(["a"]));
        AssertDropped("x", table => table.DropFullText("x"));
        AssertDropped("posts_a_fulltext", table => table.DropFullText(["a"]));
        AssertDropped("x", table => table.DropSpatialIndex("x"));
        AssertDropped("posts_a_spatialindex", table => table.DropSpatialIndex(["a"]));
        AssertDropped("x", table => table.DropVectorIndex("x"));
        AssertDropped("posts_a_vectorindex", table => table.DropVectorIndex(["a"]));
        Assert.Equal([new DropIndex("posts", "x") { IfExists = true, Concurrently = true }], Described.Alter(table => table.DropIndex("x").IfExists().Concurrently()));
        Assert.Equal([new DropIndex("posts", "x") { Concurrently = true }], Described.Alter(table => table.DropIndex("x").Online()));
        Assert.Equal([new RenameIndex("posts", "a", "b")], Described.Alter(table => table.RenameIndex("a", "b")));
    }

    [Fact]
    public void What_makes_no_sense_is_an_error()
    {
        Described.AlterError(table => table.Index("a").NullsNotDistinct());
        Described.AlterError(table => table.Index("a").Language("german"));
        Described.AlterError(table => table.Index("a").Where(" "));
        Described.AlterError(table => table.Index("a").Column("a"));
        Described.AlterError(table => table.Index().Column("a", part => part.Length(0)));
        Described.AlterError(table => table.Index().Expression(""));
        Described.AlterError(table => table.Index());
        Described.AlterError(table => table.RawIndex("lower(a)", ""));
    }

    private static void AssertIndex(TableIndex expected, Action<AlterTableBlueprint> describe) =>
        Assert.Equal([new CreateIndex("posts", expected)], Described.Alter(describe));

    private static void AssertDropped(string name, Action<AlterTableBlueprint> describe) => Assert.Equal([new DropIndex("posts", name)], Described.Alter(describe));
}
