using Godwit.Operations;
using Godwit.Schema;
using Xunit;

namespace Godwit.Tests.Authoring;

public sealed class AlterTableTest
{
    [Fact]
    public void Changes_are_made_in_the_order_in_which_they_are_written() =>
        Assert.Equal(
            [
                new DropColumn("posts", "old"),
                new AddColumn("posts", new Column("slug", new ColumnType.String())),
                new AddConstraint("posts", new UniqueConstraint("posts_slug_unique", ["slug"])),
                new AddColumn("posts", new Column("user_id", new ColumnType.Integer(IntegerSize.Big, true))),
                new AddConstraint("posts", new ForeignKey("posts_user_id_foreign", ["user_id"], "users", ["id"])),
                new CreateIndex("posts", new TableIndex("posts_user_id_index", [new IndexPart("user_id")])),
                new RenameColumn("posts", "a", "b"),
                new SetTableComment("posts", "x"),
            ],
            Described.Alter(table =>
            {
                table.DropColumn("old");
                table.String("slug").Unique();
                table.ForeignId("user_id").Index().Constrained();
                table.RenameColumn("a", "b");
                table.Comment("x");
            }));

    [Fact]
    public void A_column_that_numbers_its_rows_becomes_the_key_of_its_table() =>
        Assert.Equal(
            [
                new AddColumn("posts", new Column("id", new ColumnType.Integer(IntegerSize.Big, true)) { Identity = new Identity() }),
                new AddConstraint("posts", new PrimaryKey(null, ["id"])),
            ],
            Described.Alter(table => table.Id()));

    [Fact]
    public void It_leaves_the_key_to_others_where_the_change_names_some() =>
        Assert.Equal(
            [
                new AddColumn("posts", new Column("n", new ColumnType.Integer()) { Identity = new Identity() }),
                new AddConstraint("posts", new PrimaryKey(null, ["n", "tenant"])),
            ],
            Described.Alter(table =>
            {
                table.Integer("n").AutoIncrement();
                table.Primary("n", "tenant");
            }));

    [Fact]
    public void Several_columns_at_once() =>
        Assert.Equal(["created_at", "updated_at"], Described.Alter(table => table.Timestamps()).Cast<AddColumn>().Select(add => add.Column.Name));

    [Fact]
    public void Columns_after_another_one()
    {
        var added = Described.Alter(table =>
        {
            table.After("email", inner =>
            {
                inner.String("phone");
                inner.String("fax");
            });
            table.String("last");
        }).Cast<AddColumn>().ToArray();
        Assert.Equal([new ColumnPosition.After("email"), new ColumnPosition.After("phone"), null], added.Select(add => add.Position));
    }

    [Fact]
    public void Options_change()
    {
        AssertOptions(table => table.Engine("Aria"), new TableOptions { Engine = "Aria" });
        AssertOptions(table => table.InnoDb(), new TableOptions { Engine = "InnoDB" });
        AssertOptions(table => table.Charset("utf8mb4"), new TableOptions { Charset = "utf8mb4" });
        AssertOptions(table => table.Collation("utf8mb4_bin"), new TableOptions { Collation = "utf8mb4_bin" });
        AssertOptions(table => table.AutoIncrementFrom(7), new TableOptions { AutoIncrementStart = 7 });
        AssertOptions(table => table.With("fillfactor = 70"), new TableOptions { Parameters = ["fillfactor = 70"] });
        Assert.Equal([new SetTableOptions("posts", new TableOptions()) { Unlogged = true }], Described.Alter(table => table.Unlogged()));
        Assert.Equal([new SetTableOptions("posts", new TableOptions()) { Unlogged = false }], Described.Alter(table => table.Logged()));
    }

    [Fact]
    public void Whole_tables_go_or_are_renamed()
    {
        Assert.Equal([new RenameTable("posts", "articles")], Described.Alter(table => table.Rename("articles")));
        Assert.Equal([new DropTable("posts")], Described.Alter(table => table.Drop()));
        Assert.Equal([new DropTable("posts") { IfExists = true }], Described.Alter(table => table.DropIfExists()));
    }

    [Fact]
    public void Columns_go()
    {
        AssertDropped(table => table.DropColumn("a", "b"), "a", "b");
        AssertDropped(table => table.DropColumn(["a", "b"]), "a", "b");
        AssertDropped(table => table.DropTimestamps(), "created_at", "updated_at");
        AssertDropped(table => table.DropTimestampsTz(), "created_at", "updated_at");
        AssertDropped(table => table.DropSoftDeletes(), "deleted_at");
        AssertDropped(table => table.DropSoftDeletesTz("gone_at"), "gone_at");
        AssertDropped(table => table.DropRememberToken(), "remember_token");
        Assert.Equal([new DropColumn("posts", "a") { IfExists = true }], Described.Alter(table => table.DropColumnIfExists("a")));
    }

    [Fact]
    public void Morphs_go_with_their_index()
    {
        Assert.Equal(
            [new DropIndex("posts", "posts_taggable_type_taggable_id_index"), new DropColumn("posts", "taggable_type"), new DropColumn("posts", "taggable_id")],
            Described.Alter(table => table.DropMorphs("taggable")));
        Assert.Equal(new DropIndex("posts", "by_tag"), Described.Alter(table => table.DropMorphs("taggable", "by_tag"))[0]);
    }

    [Fact]
    public void References_go_with_their_key()
    {
        Operation[] expected =
            [new DropConstraint("posts", ConstraintKind.ForeignKey, "posts_user_id_foreign", ["user_id"]), new DropColumn("posts", "user_id")];
        Assert.Equal(expected, Described.Alter(table => table.DropConstrainedForeignId("user_id")));
        Assert.Equal(expected, Described.Alter(table => table.DropConstrainedForeignIdFor("User")));
        Assert.Equal(expected, Described.Alter(table => table.DropConstrainedForeignIdFor<User>()));
    }

    [Fact]
    public void A_column_can_be_taken_back() =>
        Assert.Equal([new DropColumn("posts", "a")], Described.Alter(table =>
        {
            table.String("b").Unique();
            table.DropColumn("a");
            table.RemoveColumn("b");
        }));

    [Fact]
    public void A_constraint_is_validated() => Assert.Equal([new ValidateConstraint("posts", "c")], Described.Alter(table => table.ValidateConstraint("c")));

    private static void AssertOptions(Action<AlterTableBlueprint> describe, TableOptions options) =>
        Assert.Equal([new SetTableOptions("posts", options)], Described.Alter(describe));

    private static void AssertDropped(Action<AlterTableBlueprint> describe, params string[] columns) =>
        Assert.Equal(columns.Select(column => new DropColumn("posts", column)), Described.Alter(describe));

    private sealed class User;
}
