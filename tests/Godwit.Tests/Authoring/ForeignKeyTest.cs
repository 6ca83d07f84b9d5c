using System.ComponentModel.DataAnnotations.Schema;
using Godwit.Operations;
using Godwit.Schema;
using Xunit;

namespace Godwit.Tests.Authoring;

public sealed class ForeignKeyTest
{
    private static readonly ForeignKey Key = new("posts_user_id_foreign", ["user_id"], "users", ["id"]);

    [Fact]
    public void A_foreign_key_names_its_columns_and_the_other_table()
    {
        AssertKey(Key, table => table.Foreign("user_id").References("id").On("users"));
        AssertKey(Key with { Name = "author" }, table => table.Foreign("user_id").References("id").On("users").Name("author"));
        AssertKey(
            new ForeignKey("posts_tenant_user_foreign", ["tenant", "user"], new ObjectName("audit", "users"), ["tenant", "id"]),
            table => table.Foreign("tenant", "user").References("tenant", "id").On("audit.users"));
    }

    [Fact]
    public void Actions()
    {
        AssertActions(key => key.CascadeOnDelete().CascadeOnUpdate(), ReferentialAction.Cascade);
        AssertActions(key => key.RestrictOnDelete().RestrictOnUpdate(), ReferentialAction.Restrict);
        AssertActions(key => key.NullOnDelete().NullOnUpdate(), ReferentialAction.SetNull);
        AssertActions(key => key.NoActionOnDelete().NoActionOnUpdate(), ReferentialAction.NoAction);
        AssertActions(key => key.SetDefaultOnDelete().SetDefaultOnUpdate(), ReferentialAction.SetDefault);
        AssertActions(key => key.OnDelete(ReferentialAction.Cascade).OnUpdate(ReferentialAction.Cascade), ReferentialAction.Cascade);
        AssertActions(key => key.OnDelete("cascade").OnUpdate("CASCADE"), ReferentialAction.Cascade);
        AssertActions(key => key.OnDelete("set null").OnUpdate("set null"), ReferentialAction.SetNull);
        AssertActions(key => key.OnDelete("restrict").OnUpdate("restrict"), ReferentialAction.Restrict);
        AssertActions(key => key.OnDelete("set default").OnUpdate("set default"), ReferentialAction.SetDefault);
        AssertActions(key => key.OnDelete("no action").OnUpdate("no action"), ReferentialAction.NoAction);
    }

    [Fact]
    public void A_key_can_be_checked_later()
    {
        AssertKey(Key with { Deferral = Deferral.InitiallyImmediate }, table => table.Foreign("user_id").References("id").On("users").Deferrable());
        AssertKey(Key with { Deferral = Deferral.InitiallyDeferred }, table => table.Foreign("user_id").References("id").On("users").InitiallyDeferred());
        AssertKey(Key with { NotValid = true }, table => table.Foreign("user_id").References("id").On("users").NotValid());
    }

    [Fact]
    public void A_column_refers_to_the_table_that_its_name_tells()
    {
        AssertColumnKey("users", "id", table => table.ForeignId("user_id").Constrained());
        AssertColumnKey("categories", "id", table => table.ForeignId("category_id").Constrained());
        AssertColumnKey("people", "id", table => table.ForeignUuid("person_id").Constrained());
        AssertColumnKey("order_lines", "id", table => table.ForeignUlid("order_line_id").Constrained());
        AssertColumnKey("countries", "code", table => table.Char("country_code", 2).Constrained(column: "code"));
        AssertColumnKey("users", "id", table => table.ForeignId("author_id").Constrained("users"));
        AssertColumnKey("users", "uuid", table => table.Uuid("author").Constrained("users", "uuid"));
        AssertColumnKey("users", "id", table => table.ForeignId("author").References("id").On("users"));
    }

    [Fact]
    public void A_key_of_a_column_can_be_named() =>
        Assert.Equal("written_by", Assert.Single(Described.Create(table => table.ForeignId("user_id").Constrained(name: "written_by")).ForeignKeys).Name);

    [Fact]
    public void A_column_for_a_model_has_its_name_and_refers_to_its_table()
    {
        AssertModel("order_line_id", new ColumnType.Integer(IntegerSize.Big, true), "order_lines", table => table.ForeignIdFor<OrderLine>());
        AssertModel("order_line_id", new ColumnType.Integer(IntegerSize.Big, true), "order_lines", table => table.ForeignIdFor("OrderLine"));
        AssertModel("line", new ColumnType.Integer(IntegerSize.Big, true), "order_lines", table => table.ForeignIdFor("OrderLine", "line"));
        AssertModel("document_id", new ColumnType.Uuid(), "archive.papers", table => table.ForeignIdFor<Document>());
        AssertModel("order_line_id", new ColumnType.Uuid(), "order_lines", table => table.ForeignUuidFor<OrderLine>());
        AssertModel("line", new ColumnType.Ulid(), "order_lines", table => table.ForeignUlidFor<OrderLine>("line"));
    }

    [Fact]
    public void A_key_that_is_not_complete_is_an_error()
    {
        Assert.Contains("which table", Described.CreateError(table => { table.Id(); table.Foreign("id").References("id"); }).Message, StringComparison.Ordinal);
        Assert.Contains("which columns of users", Described.CreateError(table => { table.Id(); table.Foreign("id").On("users"); }).Message, StringComparison.Ordinal);
        Assert.Contains("which table", Described.CreateError(table => table.ForeignId("user_id").References("id")).Message, StringComparison.Ordinal);
        Described.CreateError(table => table.ForeignId("user_id").Constrained(" "));
    }

    [Fact]
    public void A_key_has_as_many_columns_as_it_refers_to() =>
        Assert.Equal(
            "The foreign key of posts on a, b has 2 column(s) and refers to 1 of users: id.",
            Described.AlterError(table => table.Foreign("a", "b").References("id").On("users")).Message);

    [Fact]
    public void A_name_that_tells_no_table_is_an_error()
    {
        Assert.Equal(
            "The name of the column author of posts does not end in _id, and does not tell which table it refers to.",
            Described.CreateError(table => table.ForeignId("author").Constrained()).Message);
        Described.CreateError(table => table.ForeignId("_id").Constrained());
    }

    [Fact]
    public void An_action_that_is_none_is_an_error()
    {
        var error = Described.CreateError(table => table.ForeignId("user_id").Constrained().OnDelete("casade"));
        Assert.Equal("Did you mean 'cascade'?", error.Remedy);
        Assert.Contains("set null", Described.CreateError(table => table.ForeignId("user_id").Constrained().OnUpdate("x")).Remedy, StringComparison.Ordinal);
    }

    private static void AssertKey(ForeignKey expected, Action<AlterTableBlueprint> describe) =>
        Assert.Equal([new AddConstraint("posts", expected)], Described.Alter(describe));

    private static void AssertActions(Action<ForeignKeyBuilder> act, ReferentialAction action) =>
        AssertKey(Key with { OnDelete = action, OnUpdate = action }, table => act(table.Foreign("user_id").References("id").On("users")));

    private static void AssertColumnKey(ObjectName table, string column, Action<CreateTableBlueprint> describe)
    {
        var key = Assert.Single(Described.Create(describe).ForeignKeys);
        Assert.Equal((table, column), (key.ReferencedTable, Assert.Single(key.ReferencedColumns)));
    }

    private static void AssertModel(string column, ColumnType type, ObjectName table, Func<CreateTableBlueprint, ColumnBuilder> describe)
    {
        var made = Described.Create(blueprint => describe(blueprint).Constrained());
        Assert.Equal(new Column(column, type), Assert.Single(made.Columns));
        Assert.Equal(table, Assert.Single(made.ForeignKeys).ReferencedTable);
    }

    private sealed class OrderLine
    {
        public long Id { get; init; }
    }

    [Table("papers", Schema = "archive")]
    private sealed class Document
    {
        public Guid Id { get; init; }
    }
}
