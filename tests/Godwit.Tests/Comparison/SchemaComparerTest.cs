using Godwit.Comparison;
using Godwit.Operations;
using Godwit.Schema;
using Xunit;

namespace Godwit.Tests.Comparison;

public sealed class SchemaComparerTest
{
    private static readonly Table Users = Schemas.Table("users", new Column("email", Schemas.Text));
    private static readonly Table Posts = Schemas.Table("posts", new Column("title", Schemas.Text)).Referring("users");

    [Fact]
    public void A_changed_column_mentions_what_changes_and_remembers_what_was()
    {
        var after = Users with { Columns = [Users.Columns[0], Users.Columns[1] with { IsNullable = true, Comment = "lower case" }] };

        var alter = Assert.IsType<AlterColumn>(Schemas.Only(Schemas.Of(Users), Schemas.Of(after)));

        Assert.Equal(new ColumnChange("email") { IsNullable = true, Comment = new Mention<string?>("lower case") }, alter.Change);
        Assert.Equal(Users.Columns[1], alter.Old);
    }

    [Fact]
    public void Whatever_a_number_is_stored_in_is_no_difference()
    {
        static DatabaseSchema With(object value) => Schemas.Of(Schemas.Table("t", new Column("n", Schemas.Integer) { Default = new DefaultValue.Literal(value) }));

        Assert.True(SchemaComparer.Compare(With(1), With(1L)).IsEmpty);
        Assert.True(SchemaComparer.Compare(With(new byte[] { 1, 2 }), With(new byte[] { 1, 2 })).IsEmpty);
        Assert.False(SchemaComparer.Compare(With(1), With(2L)).IsEmpty);
        Assert.False(SchemaComparer.Compare(With("1"), With(1)).IsEmpty);
    }

    [Fact]
    public void Neither_the_order_of_columns_nor_the_name_of_the_primary_key_is_a_difference()
    {
        var other = Users with { Columns = Users.Columns.Reverse().ToValueList(), PrimaryKey = new PrimaryKey("pk", ["id"]) };

        Assert.True(SchemaComparer.Compare(Schemas.Of(Users), Schemas.Of(other)).IsEmpty);
    }

    [Fact]
    public void A_constraint_without_a_name_is_found_by_what_it_demands()
    {
        var nameless = Users with { Uniques = [new UniqueConstraint(null, ["email"])], Checks = [new CheckConstraint(null, "email <> ''")] };
        var named = Users with { Uniques = [new UniqueConstraint("users_email_unique", ["email"])], Checks = [new CheckConstraint("users_email_check", "email <> ''")] };
        var other = named with { Checks = [new CheckConstraint("users_email_check", "email <> '-'")] };

        Assert.True(SchemaComparer.Compare(Schemas.Of(nameless), Schemas.Of(named)).IsEmpty);
        Assert.Equal("drop check  of users\nadd check users_email_check to users", Schemas.Steps(Schemas.Of(nameless), Schemas.Of(other)));
    }

    [Fact]
    public void An_index_or_unique_constraint_of_another_name_alone_is_renamed()
    {
        var before = Users with { Uniques = [new UniqueConstraint("a", ["email"])], Indexes = [new TableIndex("i", [new IndexPart("email")])] };
        var after = Users with { Uniques = [new UniqueConstraint("b", ["email"])], Indexes = [new TableIndex("j", [new IndexPart("email")])] };

        Assert.Equal("rename index a of users to b\nrename index i of users to j", Schemas.Steps(Schemas.Of(before), Schemas.Of(after)));
    }

    [Fact]
    public void A_constraint_that_is_not_valid_yet_is_validated()
    {
        var before = Posts with { ForeignKeys = Posts.ForeignKeys.Select(key => key with { NotValid = true }) };

        Assert.Equal("validate constraint posts_users_id_foreign of posts", Schemas.Steps(Schemas.Of(Users, before), Schemas.Of(Users, Posts)));
        Assert.True(SchemaComparer.Compare(Schemas.Of(Users, Posts), Schemas.Of(Users, before)).IsEmpty);
    }

    [Fact]
    public void New_tables_come_after_those_they_refer_to_and_go_before_them()
    {
        Assert.Equal("create table users\ncreate table posts", Schemas.Steps(Schemas.Of(), Schemas.Of(Posts, Users)));
        Assert.Equal("drop table posts\ndrop table users", Schemas.Steps(Schemas.Of(Users, Posts), Schemas.Of()));
    }

    [Fact]
    public void A_circle_of_foreign_keys_is_closed_by_adding_one_and_opened_by_dropping_it()
    {
        var circle = Schemas.Of(Users.Referring("posts"), Posts);

        Assert.Equal("create table users\ncreate table posts\nadd foreign key users_posts_id_foreign to users", Schemas.Steps(Schemas.Of(), circle));
        Assert.Equal(3, SchemaComparer.Compare(circle, Schemas.Of()).Operations.Count);
        Assert.IsType<DropConstraint>(SchemaComparer.Compare(circle, Schemas.Of()).Operations[0]);
    }

    [Fact]
    public void A_table_that_refers_to_itself_is_one_operation() =>
        Assert.Equal("create table users", Schemas.Steps(Schemas.Of(), Schemas.Of(Users.Referring("users"))));

    [Fact]
    public void A_foreign_key_makes_way_for_a_change_of_either_of_its_columns()
    {
        static Table Widened(Table table, string name) => table with { Columns = table.Columns.Select(column => column.Name == name ? column with { Type = Schemas.Integer } : column) };

        Assert.Equal(
            """
            drop foreign key posts_users_id_foreign of posts
            change column id of users
            change column users_id of posts
            add foreign key posts_users_id_foreign to posts
            """,
            Schemas.Steps(Schemas.Of(Users, Posts), Schemas.Of(Widened(Users, "id"), Widened(Posts, "users_id"))));
    }

    [Fact]
    public void A_view_makes_way_for_a_change_of_a_column_it_uses_and_for_no_other()
    {
        static DatabaseSchema With(ColumnType email, ColumnType note) => Schemas.Of(Schemas.Table("users", new Column("email", email), new Column("note", note))) with
        {
            Views = [new View("top", "SELECT email FROM emails"), new View("emails", "SELECT users.email FROM users")],
        };

        Assert.Equal("change column note of users", Schemas.Steps(With(Schemas.Text, Schemas.Text), With(Schemas.Text, Schemas.Big)));
        Assert.Equal(
            "drop view top\ndrop view emails\nchange column email of users\ncreate view emails\ncreate view top",
            Schemas.Steps(With(Schemas.Text, Schemas.Text), With(Schemas.Big, Schemas.Text)));
    }

    [Fact]
    public void A_generated_column_is_dropped_and_added_again_with_its_index()
    {
        static DatabaseSchema With(string expression) => Schemas.Of(
            Schemas.Table("users", new Column("email", Schemas.Text), new Column("key", Schemas.Text) { Generated = new GeneratedExpression(expression, GeneratedStorage.Stored) }) with
            {
                Indexes = [new TableIndex("users_key_index", [new IndexPart("key")])],
            });

        Assert.Equal(
            "drop index users_key_index of users\ndrop column key of users\nadd column key to users\ncreate index users_key_index on users",
            Schemas.Steps(With("lower(email)"), With("upper(email)")));
    }

    [Fact]
    public void Values_are_added_to_a_type_at_their_places()
    {
        static DatabaseSchema With(params string[] values) => Schemas.Of() with { Enums = [new EnumType("state", values.ToValueList())] };
        var difference = SchemaComparer.Compare(With("b", "d"), With("a", "b", "c", "d", "e", "f"));

        Assert.Equal(["a before b after ", "c before  after b", "e before  after ", "f before  after "],
            difference.Operations.Cast<AddEnumValue>().Select(add => $"{add.Value} before {add.Before} after {add.After}"));
        var done = difference.Operations.Aggregate(With("b", "d"), (schema, operation) => operation.ApplyTo(schema));
        Assert.Equal(With("a", "b", "c", "d", "e", "f"), done);
    }

    [Theory]
    [InlineData("a b", "b", "has the value a")]
    [InlineData("a b c", "c", "has the values a, b")]
    [InlineData("a b", "b a", "another order")]
    public void A_value_cannot_be_taken_out_of_a_type_or_moved(string before, string after, string problem)
    {
        static DatabaseSchema With(string values) => Schemas.Of() with { Enums = [new EnumType("state", values.Split(' ').ToValueList())] };

        var difference = SchemaComparer.Compare(With(before), With(after));

        Assert.Empty(difference.Operations);
        Assert.Contains(problem, Assert.Single(difference.Unsupported).Problem, StringComparison.Ordinal);
        Assert.False(difference.IsEmpty);
    }

    [Fact]
    public void What_no_operation_can_change_is_said_and_not_dropped()
    {
        var before = Schemas.Of(Users with { Options = new TableOptions { PartitionBy = "RANGE (id)", Parameters = ["fillfactor = 70"] } }) with
        {
            Sequences = [new Sequence("s") { Cycles = true }],
            Unread = ["domain email"],
        };
        var after = Schemas.Of(Users) with { Sequences = [new Sequence("s")] };

        Assert.Equal(4, SchemaComparer.Compare(before, after).Unsupported.Count);
        Assert.Empty(SchemaComparer.Compare(before, after).Operations);
    }

    [Fact]
    public void A_sequence_behind_a_default_is_there_before_its_table_and_belongs_to_it_afterwards()
    {
        var to = Schemas.Of(Schemas.Table("orders", new Column("number", Schemas.Big) { Default = new DefaultValue.Expression("nextval('order_numbers'::regclass)") })) with
        {
            Sequences = [new Sequence("order_numbers") { OwnedBy = new SequenceOwner("orders", "number") }],
        };

        Assert.Equal("create sequence order_numbers\ncreate table orders\nchange sequence order_numbers", Schemas.Steps(Schemas.Of(), to));
    }

    [Fact]
    public void A_function_is_replaced_in_place_unless_its_heading_changes()
    {
        static DatabaseSchema With(string heading, string body) => Schemas.Of(Users with { Triggers = [new Trigger("stamp", "CREATE TRIGGER stamp … EXECUTE FUNCTION touch()")] }) with
        {
            Routines = [new Routine("touch", RoutineKind.Function, $"CREATE OR REPLACE FUNCTION touch()\n RETURNS {heading}\n LANGUAGE plpgsql\nAS $${body}$$") { Arguments = "" }],
        };

        Assert.Equal("create function touch", Schemas.Steps(With("trigger", "a"), With("trigger", "b")));
        Assert.Equal("drop trigger stamp of users\ndrop function touch\ncreate function touch\ncreate trigger stamp on users", Schemas.Steps(With("trigger", "a"), With("record", "a")));
    }

    [Fact]
    public void A_name_is_free_before_another_takes_it()
    {
        var before = Schemas.Of() with { Sequences = [new Sequence("users")], Views = [new View("posts", "SELECT 1")] };

        Assert.Equal("drop view posts\ndrop sequence users\ncreate table users\ncreate table posts", Schemas.Steps(before, Schemas.Of(Users, Posts)));
    }

    [Fact]
    public void Models_leave_alone_what_they_cannot_say()
    {
        var before = Schemas.Of(Users with
        {
            Columns = Users.Columns.Select(column => column with { Collation = "C" }),
            Triggers = [new Trigger("stamp", "CREATE TRIGGER …")],
            Options = new TableOptions { IsUnlogged = true },
        }) with
        {
            Views = [new View("emails", "SELECT email FROM users")],
            Routines = [new Routine("touch", RoutineKind.Function, "CREATE FUNCTION …")],
            Extensions = [new Extension("postgis")],
            Enums = [new EnumType("state", ["a"])],
            Unread = ["domain email"],
        };

        Assert.True(SchemaComparer.Compare(before, Schemas.Of(Users), scope: ComparisonScope.Models).IsEmpty);
        Assert.Equal("drop view emails\ndrop column email of users\ncreate view emails",
            string.Join('\n', SchemaComparer.Compare(before, Schemas.Of(Schemas.Table("users")), scope: ComparisonScope.Models).Operations.Select(operation => operation.Summary)));
    }

    [Fact]
    public void Models_that_say_sequences_and_extensions_have_them_made_and_leave_others_alone()
    {
        var before = Schemas.Of(Users) with { Sequences = [new Sequence("other"), new Sequence("numbers") { Increment = 1 }], Extensions = [new Extension("postgis")] };
        var models = Schemas.Of(Users) with { Sequences = [new Sequence("numbers") { Increment = 5 }, new Sequence("tickets")], Extensions = [new Extension("citext")] };

        Assert.Equal(
            ["change sequence numbers", "create extension citext", "create sequence tickets"],
            SchemaComparer.Compare(before, models, scope: ComparisonScope.Models).Operations.Select(operation => operation.Summary).Order(StringComparer.Ordinal));
    }

    [Fact]
    public void Schemas_of_different_databases_are_not_compared() =>
        Assert.Equal(ErrorCode.NotSupported, Assert.Throws<GodwitException>(() => SchemaComparer.Compare(new DatabaseSchema("sqlite"), Schemas.Of())).Code);
}
