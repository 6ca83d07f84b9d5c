using Godwit.Operations;
using Godwit.Schema;
using Xunit;

namespace Godwit.Tests.Authoring;

public sealed class ChangeColumnTest
{
    private static readonly ColumnChange Email = new("email");

    [Fact]
    public void A_change_holds_only_what_is_mentioned()
    {
        AssertChange(table => table.Change("email").Nullable(), Email with { IsNullable = true });
        AssertChange(table => table.Change("email").NotNull(), Email with { IsNullable = false });
        AssertChange(table => table.Change("email").Comment("x"), Email with { Comment = new Mention<string?>("x") });
        AssertChange(table => table.Change("email").Comment(null), Email with { Comment = new Mention<string?>(null) });
        AssertChange(table => table.Change("email").Collation(null), Email with { Collation = new Mention<string?>(null) });
        AssertChange(table => table.Change("email").Charset("utf8mb4"), Email with { Charset = new Mention<string?>("utf8mb4") });
        AssertChange(table => table.Change("email").Visible(), Email with { IsInvisible = false });
        AssertChange(table => table.Change("email").NotOnUpdate(), Email with { OnUpdate = new Mention<string?>(null) });
        AssertChange(table => table.Change("email").NotIdentity(), Email with { Identity = new Mention<Identity?>(null) });
        AssertChange(table => table.Change("email").NotGenerated(), Email with { Generated = new Mention<GeneratedExpression?>(null) });
        AssertChange(table => table.Change("email").Type(new ColumnType.Text()), Email with { Type = new ColumnType.Text() });
    }

    [Fact]
    public void A_default_is_changed_or_taken_away()
    {
        AssertChange(table => table.Change("email").Default("x"), Email with { Default = new Mention<DefaultValue?>(new DefaultValue.Literal("x")) });
        AssertChange(table => table.Change("email").Default(null), Email with { Default = new Mention<DefaultValue?>(new DefaultValue.Literal(null)) });
        AssertChange(table => table.Change("email").NoDefault(), Email with { Default = new Mention<DefaultValue?>(null) });
    }

    [Fact]
    public void A_method_of_a_type_mentions_the_type()
    {
        AssertChange(table => table.String("email", 320).Change(), Email with { Type = new ColumnType.String(320) });
        AssertChange(table => table.Text("email").Nullable().Change(), Email with { Type = new ColumnType.Text(), IsNullable = true });
        AssertChange(table => table.Text("email").Change().Nullable(), Email with { Type = new ColumnType.Text(), IsNullable = true });
    }

    [Fact]
    public void What_is_not_mentioned_stays_in_the_column()
    {
        var before = new Column("email", new ColumnType.String(100)) { IsNullable = true, Comment = "for letters", Collation = "NOCASE", Default = new DefaultValue.Literal("?") };
        var alter = Assert.IsType<AlterColumn>(Assert.Single(Described.Alter(table => table.String("email", 320).Change())));
        Assert.Equal(before with { Type = new ColumnType.String(320) }, alter.Change.ApplyTo(before));
    }

    [Fact]
    public void How_and_where_are_kept() =>
        Assert.Equal(
            [
                new AlterColumn("posts", Email with { Type = new ColumnType.Integer() })
                {
                    Using = "email::integer",
                    Position = new ColumnPosition.First(),
                    Online = new OnlineChange(AlterAlgorithm.Copy, AlterLock.Exclusive),
                },
            ],
            Described.Alter(table => table.Integer("email").Change().Using("email::integer").First().AlterBy(AlterAlgorithm.Copy).Lock(AlterLock.Exclusive)));

    [Fact]
    public void A_column_that_only_moves_is_changed() =>
        Assert.Equal(
            [new AlterColumn("posts", Email) { Position = new ColumnPosition.After("id") }], Described.Alter(table => table.Change("email").After("id")));

    [Fact]
    public void A_column_is_renamed_after_all_else()
    {
        Assert.Equal([new RenameColumn("posts", "email", "mail")], Described.Alter(table => table.Change("email").RenameTo("mail")));
        Assert.Equal(
            [new AlterColumn("posts", Email with { IsNullable = true }), new RenameColumn("posts", "email", "mail")],
            Described.Alter(table => table.Change("email").RenameTo("mail").Nullable()));
    }

    [Fact]
    public void Keys_and_indexes_are_added_to_a_column_that_is_there() =>
        Assert.Equal(
            [
                new AddConstraint("posts", new UniqueConstraint("posts_email_unique", ["email"])),
                new CreateIndex("posts", new TableIndex("posts_email_index", [new IndexPart("email")])),
            ],
            Described.Alter(table => table.Change("email").Unique().Index()));

    [Fact]
    public void A_column_that_begins_to_number_its_rows_does_not_take_the_key() =>
        Assert.Equal(
            [new AlterColumn("posts", new ColumnChange("n") { Type = new ColumnType.Integer(), Identity = new Mention<Identity?>(new Identity()) })],
            Described.Alter(table => table.Integer("n").AutoIncrement().Change()));

    private static void AssertChange(Action<AlterTableBlueprint> describe, ColumnChange change) =>
        Assert.Equal([new AlterColumn("posts", change)], Described.Alter(describe));
}
