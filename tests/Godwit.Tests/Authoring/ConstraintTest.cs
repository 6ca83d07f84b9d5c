using Godwit.Operations;
using Godwit.Schema;
using Xunit;

namespace Godwit.Tests.Authoring;

public sealed class ConstraintTest
{
    [Fact]
    public void Primary_keys()
    {
        AssertAdded(table => table.Primary("a", "b"), new PrimaryKey(null, ["a", "b"]));
        AssertAdded(table => table.Primary("a").Name("pk").Deferrable().UsingIndex("i"), new PrimaryKey("pk", ["a"]) { Deferral = Deferral.InitiallyImmediate, UsingIndex = "i" });
    }

    [Fact]
    public void Unique_constraints()
    {
        AssertAdded(table => table.Unique("a", "b"), new UniqueConstraint("posts_a_b_unique", ["a", "b"]));
        AssertAdded(table => table.Unique(["a"]).Name("one"), new UniqueConstraint("one", ["a"]));
        AssertAdded(
            table => table.Unique("a").NullsNotDistinct().Include("b").InitiallyDeferred().UsingIndex("i"),
            new UniqueConstraint("posts_a_unique", ["a"]) { NullsNotDistinct = true, Include = ["b"], Deferral = Deferral.InitiallyDeferred, UsingIndex = "i" });
    }

    [Fact]
    public void Checks()
    {
        AssertAdded(table => table.Check("ends_at > starts_at"), new CheckConstraint("posts_ends_at_starts_at_check", "ends_at > starts_at"));
        AssertAdded(table => table.Check("a > 0", "a_is_positive").NotValid(), new CheckConstraint("a_is_positive", "a > 0") { NotValid = true });
        AssertAdded(table => table.Check("a > 0").Name("x"), new CheckConstraint("x", "a > 0"));
    }

    [Fact]
    public void Exclusions() =>
        AssertAdded(
            table => table.Exclusion().With("room", "=").With("during", "&&").Using("gist").Where("NOT cancelled").Deferrable(),
            new ExclusionConstraint("posts_room_during_exclusion", [new ExclusionElement("room", "="), new ExclusionElement("during", "&&")])
            {
                Method = "gist",
                Predicate = "NOT cancelled",
                Deferral = Deferral.InitiallyImmediate,
            });

    [Fact]
    public void Deferral_is_immediate_or_deferred()
    {
        AssertAdded(table => table.Unique("a").Deferrable().InitiallyImmediate(), Unique(Deferral.InitiallyImmediate));
        AssertAdded(table => table.Unique("a").InitiallyImmediate(false), Unique(Deferral.InitiallyDeferred));
        AssertAdded(table => table.Unique("a").InitiallyDeferred().Deferrable(), Unique(Deferral.InitiallyDeferred));

        static UniqueConstraint Unique(Deferral deferral) => new("posts_a_unique", ["a"]) { Deferral = deferral };
    }

    [Fact]
    public void How_a_constraint_is_added_is_kept()
    {
        var add = Assert.IsType<AddConstraint>(Assert.Single(Described.Alter(table => table.Unique("a").Lock(AlterLock.None).AlterBy(AlterAlgorithm.Inplace))));
        Assert.Equal(new OnlineChange(AlterAlgorithm.Inplace, AlterLock.None), add.Online);
        Assert.True(Assert.IsType<AddConstraint>(Assert.Single(Described.Alter(table => table.Unique("a").Online()))).Concurrently);
        Assert.True(Assert.IsType<AddConstraint>(Assert.Single(Described.Alter(table => table.Unique("a").Concurrently()))).Concurrently);
    }

    [Fact]
    public void A_unique_constraint_that_is_built_concurrently_comes_after_its_new_table() =>
        Assert.Collection(
            Described.By(schema => schema.Create("posts", table =>
            {
                table.String("a");
                table.Unique("a").Concurrently();
                table.Primary("a").UsingIndex("i");
            })),
            operation => Assert.Empty(Assert.IsType<CreateTable>(operation).Table.Constraints),
            operation => Assert.True(Assert.IsType<AddConstraint>(operation).Concurrently),
            operation => Assert.IsType<PrimaryKey>(Assert.IsType<AddConstraint>(operation).Constraint));

    [Fact]
    public void Dropping()
    {
        AssertDropped(table => table.DropPrimary(), ConstraintKind.PrimaryKey, null, []);
        AssertDropped(table => table.DropUnique("one"), ConstraintKind.Unique, "one", []);
        AssertDropped(table => table.DropUnique(["a", "b"]), ConstraintKind.Unique, "posts_a_b_unique", ["a", "b"]);
        AssertDropped(table => table.DropForeign("fk"), ConstraintKind.ForeignKey, "fk", []);
        AssertDropped(table => table.DropForeign(["user_id"]), ConstraintKind.ForeignKey, "posts_user_id_foreign", ["user_id"]);
        AssertDropped(table => table.DropForeignIdFor("User"), ConstraintKind.ForeignKey, "posts_user_id_foreign", ["user_id"]);
        AssertDropped(table => table.DropForeignIdFor<ConstraintTest>("x_id"), ConstraintKind.ForeignKey, "posts_x_id_foreign", ["x_id"]);
        AssertDropped(table => table.DropCheck("c"), ConstraintKind.Check, "c", []);
        AssertDropped(table => table.DropExclusion("e"), ConstraintKind.Exclusion, "e", []);
        Assert.True(Assert.IsType<DropConstraint>(Assert.Single(Described.Alter(table => table.DropUnique("one").IfExists()))).IfExists);
    }

    private static void AssertAdded(Action<AlterTableBlueprint> describe, Constraint constraint) =>
        Assert.Equal([new AddConstraint("posts", constraint)], Described.Alter(describe));

    private static void AssertDropped(Action<AlterTableBlueprint> describe, ConstraintKind kind, string? name, ValueList<string> columns) =>
        Assert.Equal([new DropConstraint("posts", kind, name, columns)], Described.Alter(describe));
}
