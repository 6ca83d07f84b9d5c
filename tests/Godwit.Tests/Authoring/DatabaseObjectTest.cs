using Godwit.Operations;
using Godwit.Schema;
using Xunit;

namespace Godwit.Tests.Authoring;

/// <summary>Views, sequences, types, triggers, routines, schemas and extensions.</summary>
public sealed class DatabaseObjectTest
{
    [Fact]
    public void Views()
    {
        AssertOne(schema => schema.CreateView("v", "SELECT 1"), new CreateView("v", "SELECT 1"));
        AssertOne(
            schema => schema.CreateView("v", new() { Sqlite = "SELECT 1", PostgreSql = "SELECT 2" }).Columns("a").OrReplace().Comment("x"),
            new CreateView("v", new DialectText { Sqlite = "SELECT 1", PostgreSql = "SELECT 2" }) { Columns = ["a"], OrReplace = true, Comment = "x" });
        AssertOne(schema => schema.CreateMaterializedView("v", "SELECT 1"), new CreateView("v", "SELECT 1") { IsMaterialized = true });
        AssertOne(schema => schema.RefreshMaterializedView("v"), new RefreshView("v"));
        AssertOne(schema => schema.RefreshMaterializedViewConcurrently("v"), new RefreshView("v") { Concurrently = true });
        AssertOne(schema => schema.DropView("v"), new DropView("v"));
        AssertOne(schema => schema.DropViewIfExists("v"), new DropView("v") { IfExists = true });
        AssertOne(schema => schema.DropMaterializedView("v"), new DropView("v") { IsMaterialized = true });
        AssertOne(schema => schema.DropMaterializedViewIfExists("v"), new DropView("v") { IsMaterialized = true, IfExists = true });
    }

    [Fact]
    public void A_view_has_a_query_and_a_materialised_one_takes_no_place()
    {
        Assert.Equal("The query of the view v for sqlite is empty.", Described.Error(schema => schema.CreateView("v", "")).Message);
        Described.Error(schema => schema.CreateView("v", new()));
        Described.Error(schema => schema.CreateView("v", new() { MySql = " " }));
        Described.Error(schema => schema.CreateView("", "SELECT 1"));
        Described.Error(schema => schema.CreateMaterializedView("v", "SELECT 1").OrReplace());
    }

    [Fact]
    public void Sequences()
    {
        AssertOne(schema => schema.CreateSequence("s"), new CreateSequence(new Sequence("s")));
        AssertOne(
            schema => schema.CreateSequence("s").Type("integer").Start(10).Increment(5).Minimum(1).Maximum(99).Cache(3).Cycle().OwnedBy("posts", "number").IfNotExists(),
            new CreateSequence(new Sequence("s")
            {
                Type = "integer",
                Start = 10,
                Increment = 5,
                Minimum = 1,
                Maximum = 99,
                Cache = 3,
                Cycles = true,
                OwnedBy = new SequenceOwner("posts", "number"),
            })
            { IfNotExists = true });
        AssertOne(schema => schema.AlterSequence("s").Increment(2), new AlterSequence(new Sequence("s") { Increment = 2 }));
        AssertOne(schema => schema.AlterSequence("s").Restart(7), new AlterSequence(new Sequence("s")) { Restart = 7 });
        AssertOne(schema => schema.DropSequence("s"), new DropSequence("s"));
        AssertOne(schema => schema.DropSequenceIfExists("s"), new DropSequence("s") { IfExists = true });
    }

    [Fact]
    public void A_sequence_goes_somewhere()
    {
        Described.Error(schema => schema.CreateSequence("s").Increment(0));
        Described.Error(schema => schema.CreateSequence("s").Cache(0));
        Described.Error(schema => schema.CreateSequence("s").Minimum(9).Maximum(1));
        Described.Error(schema => schema.AlterSequence("s"));
        Described.Error(schema => schema.CreateSequence(""));
    }

    [Fact]
    public void Enumerated_types()
    {
        AssertOne(schema => schema.CreateEnum("mood", ["sad", "happy"]), new CreateEnum(new EnumType("mood", ["sad", "happy"])));
        AssertOne(schema => schema.AddEnumValue("mood", "ok"), new AddEnumValue("mood", "ok"));
        AssertOne(schema => schema.AddEnumValue("mood", "ok").After("sad").IfNotExists(), new AddEnumValue("mood", "ok") { After = "sad", IfNotExists = true });
        AssertOne(schema => schema.AddEnumValue("mood", "ok").Before("happy"), new AddEnumValue("mood", "ok") { Before = "happy" });
        AssertOne(schema => schema.RenameEnumValue("mood", "ok", "fine"), new RenameEnumValue("mood", "ok", "fine"));
        AssertOne(schema => schema.DropEnum("mood"), new DropEnum("mood"));
        AssertOne(schema => schema.DropEnumIfExists("mood"), new DropEnum("mood") { IfExists = true });
    }

    [Fact]
    public void An_enumerated_type_has_values_and_each_has_one_place()
    {
        Assert.Equal("The type mood has no values.", Described.Error(schema => schema.CreateEnum("mood", [])).Message);
        Described.Error(schema => schema.CreateEnum("mood", ["a", "a"]));
        Described.Error(schema => schema.AddEnumValue("mood", "ok").After("sad").Before("happy"));
    }

    [Fact]
    public void Triggers()
    {
        AssertOne(schema => schema.CreateTrigger("posts", "t", "CREATE TRIGGER t …"), new CreateTrigger("posts", "t", "CREATE TRIGGER t …"));
        AssertOne(schema => schema.DropTrigger("posts", "t"), new DropTrigger("posts", "t"));
        AssertOne(schema => schema.DropTriggerIfExists("posts", "t"), new DropTrigger("posts", "t") { IfExists = true });
        Described.Error(schema => schema.CreateTrigger("posts", "t", ""));
        Described.Error(schema => schema.CreateTrigger("posts", "", "CREATE TRIGGER t …"));
    }

    [Fact]
    public void Routines()
    {
        AssertOne(schema => schema.CreateFunction("f", "CREATE FUNCTION f …"), new CreateRoutine("f", RoutineKind.Function, "CREATE FUNCTION f …"));
        AssertOne(
            schema => schema.CreateProcedure("f", "CREATE PROCEDURE f …").Arguments("integer"),
            new CreateRoutine("f", RoutineKind.Procedure, "CREATE PROCEDURE f …") { Arguments = "integer" });
        AssertOne(schema => schema.CreateAggregate("f", "CREATE AGGREGATE f …"), new CreateRoutine("f", RoutineKind.Aggregate, "CREATE AGGREGATE f …"));
        AssertOne(schema => schema.DropFunction("f").IfExists(), new DropRoutine("f", RoutineKind.Function) { IfExists = true });
        AssertOne(schema => schema.DropProcedure("f").Arguments("integer"), new DropRoutine("f", RoutineKind.Procedure) { Arguments = "integer" });
        AssertOne(schema => schema.DropAggregate("f", "integer"), new DropRoutine("f", RoutineKind.Aggregate) { Arguments = "integer" });
        Described.Error(schema => schema.CreateFunction("f", ""));
    }

    [Theory]
    [InlineData("CREATE OR REPLACE FUNCTION f …", true)]
    [InlineData(" create\n or  replace function f …", true)]
    [InlineData("CREATE FUNCTION f … OR REPLACE", false)]
    public void A_routine_that_takes_the_place_of_another_says_so_itself(string definition, bool replaces) =>
        Assert.Equal(replaces, Assert.IsType<CreateRoutine>(Described.One(schema => schema.CreateFunction("f", new() { PostgreSql = definition }))).OrReplace);

    [Fact]
    public void Schemas_and_extensions()
    {
        AssertOne(schema => schema.CreateSchema("audit"), new CreateSchema("audit"));
        AssertOne(schema => schema.CreateSchemaIfNotExists("audit"), new CreateSchema("audit") { IfNotExists = true });
        AssertOne(schema => schema.DropSchema("audit"), new DropSchema("audit"));
        AssertOne(schema => schema.DropSchemaIfExists("audit"), new DropSchema("audit") { IfExists = true });
        AssertOne(schema => schema.CreateExtension("citext"), new CreateExtension(new Extension("citext")));
        AssertOne(schema => schema.CreateExtension("citext", "extensions"), new CreateExtension(new Extension("citext", "extensions")));
        AssertOne(schema => schema.EnsureExtensionExists("citext"), new CreateExtension(new Extension("citext")) { IfNotExists = true });
        AssertOne(schema => schema.EnsureVectorExtensionExists(), new CreateExtension(new Extension("vector")) { IfNotExists = true });
        AssertOne(schema => schema.DropExtension("citext"), new DropExtension("citext"));
        AssertOne(schema => schema.DropExtensionIfExists("citext"), new DropExtension("citext") { IfExists = true });
        Described.Error(schema => schema.CreateSchema(""));
    }

    private static void AssertOne(Action<SchemaBuilder> describe, Operation expected) => Assert.Equal(expected, Described.One(describe));
}
