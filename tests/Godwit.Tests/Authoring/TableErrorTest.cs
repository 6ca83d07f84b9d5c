using Xunit;

namespace Godwit.Tests.Authoring;

public sealed class TableErrorTest
{
    [Fact]
    public void A_table_needs_a_column() => Assert.Equal("The table posts has no columns.", Described.CreateError(_ => { }).Message);

    [Fact]
    public void A_table_needs_a_name()
    {
        Assert.Equal("The name of a table is empty.", Described.Error(schema => schema.Create(" ", table => table.Id())).Message);
        Assert.Equal("The schema of the name of a table is empty.", Described.Error(schema => schema.Create(".posts", table => table.Id())).Message);
    }

    [Fact]
    public void A_table_has_one_primary_key()
    {
        var error = Described.CreateError(table => { table.String("code").Primary(); table.String("slug").Primary(); });
        Assert.Equal("The table posts has 2 primary keys: code and slug.", error.Message);
        Assert.Contains("table.Primary(", error.Remedy, StringComparison.Ordinal);
        Described.CreateError(table => { table.Id(); table.Increments("n"); });
        Described.CreateError(table => { table.String("a").Primary(); table.Primary("a"); });
        Described.CreateError(table => { table.String("a"); table.Primary("a"); table.Primary("a"); });
    }

    [Fact]
    public void A_column_is_described_once() =>
        Assert.Equal("The table posts has the column email twice.", Described.CreateError(table => { table.String("email"); table.Text("email"); }).Message);

    [Fact]
    public void An_index_is_over_columns_that_are_there()
    {
        var error = Described.CreateError(table => { table.String("title"); table.Index("titel"); });
        Assert.Equal("The column titel is part of the index posts_titel_index, and the table posts has none of that name.", error.Message);
        Assert.Equal("Did you mean title?", error.Remedy);
        Described.CreateError(table => { table.Id(); table.Index("id").Include("nothing"); });
        Described.CreateError(table => { table.Id(); table.UniqueIndex("nothing"); });
        Described.CreateError(table => { table.Id(); table.Index("nothing").Concurrently(); });
    }

    [Fact]
    public void A_key_is_over_columns_that_are_there()
    {
        Assert.Contains("part of a unique constraint", Described.CreateError(table => { table.Id(); table.Unique("nothing"); }).Message, StringComparison.Ordinal);
        Assert.Contains("part of a primary key", Described.CreateError(table => { table.String("a"); table.Primary("nothing"); }).Message, StringComparison.Ordinal);
        Assert.Contains("part of a foreign key", Described.CreateError(table => { table.Id(); table.Foreign("nothing").References("id").On("users"); }).Message, StringComparison.Ordinal);
        Assert.Contains("included in a unique constraint", Described.CreateError(table => { table.Id(); table.Unique("id").Include("nothing"); }).Message, StringComparison.Ordinal);
    }

    [Fact]
    public void A_key_or_index_is_over_something()
    {
        Described.CreateError(table => { table.Id(); table.Unique(); });
        Described.CreateError(table => { table.Id(); table.Primary(); });
        Described.CreateError(table => { table.Id(); table.Foreign(); });
        Described.CreateError(table => { table.Id(); table.Index(); });
        Described.CreateError(table => { table.Id(); table.Index(""); });
        Described.CreateError(table => { table.Id(); table.Index("id", "id"); });
        Described.CreateError(table => { table.Id(); table.Unique("id", "id"); });
        Described.CreateError(table => { table.Id(); table.Exclusion(); });
        Described.CreateError(table => { table.Id(); table.Check(" "); });
    }

    [Fact]
    public void Names_of_constraints_and_indexes_are_used_once()
    {
        Assert.Equal(
            "The table posts has two constraints or indexes of the name posts_email_unique.",
            Described.CreateError(table => { table.String("email").Unique(); table.Unique("email"); }).Message);
        Described.CreateError(table => { table.String("email").Unique(); table.UniqueIndex("email"); });
        Described.CreateError(table => { table.String("email").Index("x"); table.Check("email <> ''", "x"); });
    }

    [Fact]
    public void A_column_comes_after_one_that_is_there() =>
        Assert.Contains("stands before phone", Described.CreateError(table => { table.Id(); table.String("phone").After("email"); }).Message, StringComparison.Ordinal);

    [Fact]
    public void A_primary_key_holds_no_null()
    {
        Described.CreateError(table => table.String("code").Nullable().Primary());
        Described.CreateError(table => { table.String("code").Nullable(); table.Primary("code"); });
    }

    [Fact]
    public void A_column_that_is_set_to_null_may_be_null()
    {
        Assert.Contains(
            "user_id of posts is set to NULL", Described.CreateError(table => table.ForeignId("user_id").Constrained().NullOnDelete()).Message, StringComparison.Ordinal);
        Described.CreateError(table => table.ForeignId("user_id").Constrained().NullOnUpdate());
        Described.Create(table => table.ForeignId("user_id").Nullable().Constrained().NullOnDelete());
    }

    [Fact]
    public void What_belongs_to_tables_that_are_there_is_refused_in_a_new_one()
    {
        Described.CreateError(table => table.String("a").Change());
        Described.CreateError(table => table.String("a").RenameTo("b"));
        Described.CreateError(table => table.String("a").Using("b"));
        Described.CreateError(table => table.String("a").IfNotExists());
        Described.CreateError(table => table.String("a").Instant());
        Described.CreateError(table => { table.Id(); table.RemoveColumn("nothing"); });
    }

    [Fact]
    public void A_change_changes_something()
    {
        Assert.Equal("Nothing of the table posts is changed.", Described.AlterError(_ => { }).Message);
        Assert.Contains("nothing of it is mentioned", Described.AlterError(table => table.Change("email")).Message, StringComparison.Ordinal);
    }

    [Fact]
    public void A_change_says_everything_of_a_new_column_at_once() =>
        Assert.Equal("The column a of posts is described twice.", Described.AlterError(table => { table.String("a"); table.Text("a"); }).Message);

    [Fact]
    public void A_change_drops_something()
    {
        Described.AlterError(table => table.DropColumn());
        Described.AlterError(table => table.DropColumn("a", "a"));
        Described.AlterError(table => table.DropColumn(""));
        Described.AlterError(table => table.DropIndex(""));
        Described.AlterError(table => table.DropUnique(""));
        Described.AlterError(table => table.DropForeign((string[])[]));
        Described.AlterError(table => table.RenameColumn("a", ""));
        Described.AlterError(table => table.RemoveColumn("a"));
    }

    [Fact]
    public void A_name_made_of_an_expression_has_an_end() =>
        Assert.Contains(
            "longer than 63 characters", Described.CreateError(table => { table.Id(); table.Check("id > 0 and id < 1000000 and id not in (7, 13, 17, 21, 99, 101, 103)"); }).Message,
            StringComparison.Ordinal);
}
