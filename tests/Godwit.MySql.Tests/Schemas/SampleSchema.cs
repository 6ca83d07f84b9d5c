using Godwit.Schema;

namespace Godwit.MySql.Tests.Schemas;

/// <summary>Two tables as a reader gives them, to which the operations of tests are done.</summary>
internal static class SampleSchema
{
    internal static Column Id => new("id", new ColumnType.Integer(IntegerSize.Big, Unsigned: true)) { Identity = new Identity() };

    internal static Table Users => new("users")
    {
        Columns =
        [
            Id,
            new Column("email", new ColumnType.String()),
            new Column("name", new ColumnType.String(100)) { IsNullable = true, Collation = "utf8mb4_bin", Comment = "what \"they\" say, it's \\ here" },
            new Column("age", new ColumnType.Integer(Unsigned: true)) { Default = new DefaultValue.Literal(7) },
        ],
        PrimaryKey = new PrimaryKey(null, ["id"]),
        Uniques = [new UniqueConstraint("users_email_unique", ["email"])],
        Indexes = [new TableIndex("users_name_age_index", [new IndexPart("name") { Length = 10 }, new IndexPart("age") { Descending = true }])],
        Checks = [new CheckConstraint("users_age_check", "age < 200 AND email <> 'it''s'")],
        Comment = "people; not '; bots",
    };

    internal static Table Posts => new("posts")
    {
        Columns = [Id, new Column("user_id", new ColumnType.Integer(IntegerSize.Big, true)) { IsNullable = true }, new Column("title", new ColumnType.String())],
        PrimaryKey = new PrimaryKey(null, ["id"]),
        ForeignKeys = [new ForeignKey("posts_user_id_foreign", ["user_id"], "users", ["id"]) { OnDelete = ReferentialAction.Cascade }],
    };

    internal static DatabaseSchema Of(string product) => new(product) { Tables = [Users, Posts] };
}
