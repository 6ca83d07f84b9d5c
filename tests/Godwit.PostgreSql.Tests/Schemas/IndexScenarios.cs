using Godwit.Operations;
using Godwit.Schema;
using static Godwit.PostgreSql.Tests.Schemas.Scenarios;

namespace Godwit.PostgreSql.Tests.Schemas;

/// <summary>Indexes.</summary>
internal static class IndexScenarios
{
    internal static Scenario[] All =>
    [
        Create("index", new TableIndex("books_title", [new IndexPart("title")])),
        Create("unique_index", new TableIndex("books_title", [new IndexPart("author_id"), new IndexPart("title")]) { IsUnique = true, NullsNotDistinct = true }),
        Create("index_partial", new TableIndex("books_long", [new IndexPart("title")]) { Predicate = "author_id > 100" }),
        Create("index_covering", new TableIndex("books_title", [new IndexPart("title")]) { Include = ["state", "author_id"] }),
        Create("index_expression", new TableIndex("books_lower", [new IndexPart("lower((title)::text)", IndexPartKind.Expression), new IndexPart("author_id + 1", IndexPartKind.Expression) { Descending = true }])),
        Create("index_ordered", new TableIndex("books_order", [new IndexPart("title") { Descending = true, Nulls = NullsOrder.Last }, new IndexPart("state") { Nulls = NullsOrder.First }, new IndexPart("author_id") { Nulls = NullsOrder.Last }])),
        Create("index_method", new TableIndex("books_hash", [new IndexPart("title")]) { Method = "hash", Options = ["fillfactor=60"] }),
        Create("index_collation_and_class", new TableIndex("books_like", [new IndexPart("title") { Collation = "C", OperatorClass = "varchar_pattern_ops" }])),
        Create("index_with_comment", new TableIndex("books_title", [new IndexPart("title")]) { Comment = "It's for searching" }),
        Create("index_full_text", new TableIndex("books_words", [new IndexPart("title"), new IndexPart("body"), new IndexPart("state")]) { Kind = IndexKind.FullText }),
        Create("index_full_text_language", new TableIndex("books_words", [new IndexPart("body")]) { Kind = IndexKind.FullText, Language = "german" }),
        new("create_index_spatial", [new CreateTable(new Table("places") { Columns = [new Column("at", new ColumnType.Native("point"))] })], [new CreateIndex("places", new TableIndex("places_at", [new IndexPart("at")]) { Kind = IndexKind.Spatial })]),
        new("create_index_concurrently", [Books], [new CreateIndex("books", new TableIndex("books_title", [new IndexPart("title")])) { Concurrently = true }]),
        new("create_index_if_not_exists", [Books], [new CreateIndex("books", new TableIndex("books_title", [new IndexPart("title")])) { IfNotExists = true }]),
        new("drop_index", [Books, new CreateIndex("books", new TableIndex("books_title", [new IndexPart("title")]) { Predicate = "author_id > 1", Comment = "Why" })], [new DropIndex("books", "books_title")]),
        new("drop_index_concurrently_if_exists", [Books, new CreateIndex("books", new TableIndex("books_title", [new IndexPart("title")]))], [new DropIndex("books", "books_title") { Concurrently = true, IfExists = true }]),
        new("drop_index_in_a_schema", [new CreateSchema("audit"), new CreateTable(new Table("audit.log") { Columns = [new Column("n", Integer)], Indexes = [new TableIndex("log_n", [new IndexPart("n")])] })], [new DropIndex("audit.log", "log_n")]),
        new("rename_index", [Books, new CreateIndex("books", new TableIndex("books_title", [new IndexPart("title")]))], [new RenameIndex("books", "books_title", "books_by_title")]),
        new("rename_index_of_unique", [Books, new AddConstraint("books", new UniqueConstraint("one_title", ["title"]))], [new RenameIndex("books", "one_title", "books_title_unique")]),
    ];

    private static Scenario Create(string name, TableIndex index) => new($"create_{name}", [Books], [new CreateIndex("books", index)]);
}
