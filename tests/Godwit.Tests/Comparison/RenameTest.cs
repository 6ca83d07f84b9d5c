using Godwit.Comparison;
using Godwit.Schema;
using Xunit;

namespace Godwit.Tests.Comparison;

public sealed class RenameTest
{
    private static readonly Table Users = Schemas.Table("users", new Column("name", Schemas.Text), new Column("email", Schemas.Text), new Column("age", Schemas.Integer));

    [Theory]
    [InlineData("name", "full_name", true)]
    [InlineData("email", "email_address", true)]
    [InlineData("name", "title", true)]
    [InlineData("age", "years", true)]
    public void A_column_that_took_the_place_of_one_is_asked_about(string from, string to, bool asked)
    {
        var after = Users with { Columns = Users.Columns.Select(column => column.Name == from ? column with { Name = to } : column) };

        var unanswered = SchemaComparer.Compare(Schemas.Of(Users), Schemas.Of(after)).Unanswered;

        Assert.Equal(asked ? [new ColumnRename("users", from, to)] : [], unanswered.Select(question => question.Rename));
    }

    [Fact]
    public void A_column_of_another_type_or_at_another_place_and_name_is_not()
    {
        var retyped = Users with { Columns = Users.Columns.Select(column => column.Name == "age" ? new Column("years", Schemas.Text) : column) };
        var elsewhere = Users with { Columns = Users.Columns.Without(column => column.Name == "name").Add(new Column("phone", Schemas.Text)) };

        Assert.Empty(SchemaComparer.Compare(Schemas.Of(Users), Schemas.Of(retyped)).Unanswered);
        Assert.Empty(SchemaComparer.Compare(Schemas.Of(Users), Schemas.Of(elsewhere)).Unanswered);
    }

    [Fact]
    public void Each_column_is_in_one_question_and_the_likeliest_comes_first()
    {
        var after = Users with { Columns = [Users.Columns[0], new Column("full_name", Schemas.Text), new Column("email_address", Schemas.Text), Users.Columns[3]] };

        var unanswered = SchemaComparer.Compare(Schemas.Of(Users), Schemas.Of(after)).Unanswered;

        Assert.Equal(new Rename[] { new ColumnRename("users", "email", "email_address"), new ColumnRename("users", "name", "full_name") }.ToHashSet(), unanswered.Select(question => question.Rename).ToHashSet());
        Assert.Equal(unanswered.OrderByDescending(question => question.Likeness), unanswered);
        Assert.All(unanswered, question => Assert.InRange(question.Likeness, 0.6, 1));
    }

    [Fact]
    public void A_table_with_the_same_columns_is_asked_about_and_renamed_with_what_refers_to_it()
    {
        var people = Users with { Name = "people", PrimaryKey = new PrimaryKey("people_pkey", ["id"]) };
        var before = Schemas.Of(Users, Schemas.Table("posts").Referring("users"));
        var after = Schemas.Of(people, before.Tables[1] with { ForeignKeys = before.Tables[1].ForeignKeys.Select(key => key with { ReferencedTable = "people" }) });

        var question = Assert.Single(SchemaComparer.Compare(before, after).Unanswered);

        Assert.Equal(new TableRename("users", "people"), question.Rename);
        Assert.Equal("rename table users to people", Schemas.Steps(before, after, new RenameDecisions([question.Rename], [])));
    }

    [Fact]
    public void What_was_refused_is_not_asked_again_and_is_dropped()
    {
        var after = Users with { Columns = Users.Columns.Select(column => column.Name == "name" ? column with { Name = "title" } : column) };
        var refused = new RenameDecisions([], [new ColumnRename("users", "name", "title")]);

        Assert.Empty(SchemaComparer.Compare(Schemas.Of(Users), Schemas.Of(after), refused).Unanswered);
        Assert.Equal("add column title to users\ndrop column name of users", Schemas.Steps(Schemas.Of(Users), Schemas.Of(after), refused));
    }

    [Fact]
    public void A_table_and_its_columns_are_renamed_together_and_what_else_changed_is_changed()
    {
        var people = Users with { Name = "people", Columns = [Users.Columns[0], new Column("full_name", Schemas.Text) { IsNullable = true }, .. Users.Columns.Skip(2)] };
        var decisions = new RenameDecisions([new TableRename("users", "people"), new ColumnRename("people", "name", "full_name")], []);

        Assert.Equal(
            "rename table users to people\nrename column name of people to full_name\nchange column full_name of people",
            Schemas.Steps(Schemas.Of(Users), Schemas.Of(people), decisions));
    }

    [Fact]
    public void A_rename_that_was_made_long_ago_changes_nothing()
    {
        var decisions = new RenameDecisions([new TableRename("people", "users"), new ColumnRename("users", "title", "name"), new TableRename("users", "nowhere")], []);

        Assert.Equal("", Schemas.Steps(Schemas.Of(Users), Schemas.Of(Users), decisions));
    }

    [Fact]
    public void Names_that_change_places_go_by_way_of_a_third()
    {
        var before = Schemas.Of(Schemas.Table("a", new Column("x", Schemas.Text)), Schemas.Table("b", new Column("y", Schemas.Text)));
        var after = Schemas.Of(Schemas.Table("b", new Column("x", Schemas.Text)), Schemas.Table("a", new Column("y", Schemas.Text)));

        Assert.Equal(
            "rename table a to a_renamed\nrename table b to a\nrename table a_renamed to b",
            Schemas.Steps(before, after, new RenameDecisions([new TableRename("a", "b"), new TableRename("b", "a")], [])));
    }

    [Fact]
    public void A_chain_of_names_is_renamed_from_its_end()
    {
        var before = Schemas.Of(Schemas.Table("t", new Column("a", Schemas.Text), new Column("b", Schemas.Text)));
        var after = Schemas.Of(Schemas.Table("t", new Column("b", Schemas.Text), new Column("c", Schemas.Text)));

        Assert.Equal(
            "rename column b of t to c\nrename column a of t to b",
            Schemas.Steps(before, after, new RenameDecisions([new ColumnRename("t", "a", "b"), new ColumnRename("t", "b", "c")], [])));
    }

    [Fact]
    public void A_value_of_a_type_is_asked_about_and_renamed()
    {
        var before = Schemas.Of() with { Enums = [new EnumType("state", ["draft", "published"])] };
        var after = Schemas.Of() with { Enums = [new EnumType("state", ["draft", "public"])] };

        var question = Assert.Single(SchemaComparer.Compare(before, after).Unanswered);

        Assert.Equal(new EnumValueRename("state", "published", "public"), question.Rename);
        Assert.Equal("rename value published of type state to public", Schemas.Steps(before, after, new RenameDecisions([question.Rename], [])));
    }
}
