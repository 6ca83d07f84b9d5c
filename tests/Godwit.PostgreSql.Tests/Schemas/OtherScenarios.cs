using Godwit.Operations;
using Godwit.Schema;
using static Godwit.PostgreSql.Tests.Schemas.Scenarios;

namespace Godwit.PostgreSql.Tests.Schemas;

/// <summary>Views, sequences, types, routines, triggers, schemas, extensions, rows and SQL.</summary>
internal static class OtherScenarios
{
    private const string Stamp = "CREATE FUNCTION stamp() RETURNS trigger LANGUAGE plpgsql AS $$ BEGIN NEW.name := coalesce(NEW.name, 'x;y'); RETURN NEW; END $$;";
    private const string Trigger = "CREATE TRIGGER authors_stamp BEFORE INSERT ON authors FOR EACH ROW EXECUTE FUNCTION stamp()";

    internal static Scenario[] All =>
    [
        new("create_view", [Authors], [new CreateView("grown_ups", "SELECT id, name FROM authors WHERE age >= 18;") { Columns = ["number", "called"], Comment = "Who may sign" }]),
        new("create_view_or_replace", [Authors, View], [new CreateView("grown_ups", "SELECT id, name, age FROM authors WHERE age >= 21") { OrReplace = true }]),
        new("drop_view", [Authors, View], [new DropView("grown_ups")]),
        new("create_materialized_view", [Authors], [Materialized, new CreateIndex("ages", new TableIndex("ages_age", [new IndexPart("age")]) { IsUnique = true })]),
        new("create_materialized_view_or_replace", [Authors, Materialized], [Materialized with { Query = "SELECT age FROM authors", OrReplace = true }]),
        new("drop_materialized_view", [Authors, Materialized, new CreateIndex("ages", new TableIndex("ages_age", [new IndexPart("age")]) { IsUnique = true })], [new DropView("ages") { IsMaterialized = true }]),
        new("refresh_view", [Authors, Materialized, new CreateIndex("ages", new TableIndex("ages_age", [new IndexPart("age")]) { IsUnique = true })], [new RefreshView("ages"), new RefreshView("ages") { Concurrently = true }]),
        new("create_sequence", [Authors], [new CreateSequence(new Sequence("plain")), new CreateSequence(new Sequence("rich") { Type = "integer", Start = 100, Increment = 10, Minimum = 50, Maximum = 5000, Cache = 20, Cycles = true, OwnedBy = new SequenceOwner("authors", "age") })]),
        new("create_sequence_downwards", [], [new CreateSequence(new Sequence("down") { Increment = -2 })]),
        new("alter_sequence", [new CreateSequence(new Sequence("numbers"))], [new AlterSequence(new Sequence("numbers") { Increment = 3, Cache = 5 }) { Restart = 12 }]),
        new("drop_sequence", [new CreateSequence(new Sequence("numbers") { Start = 5 })], [new DropSequence("numbers")]),
        new("create_enum", [], [new CreateEnum(new EnumType("mood", ["happy", "it's sad"]))]),
        new("drop_enum", [new CreateEnum(new EnumType("mood", ["happy", "sad"]))], [new DropEnum("mood")]),
        new("add_enum_value", [new CreateEnum(new EnumType("mood", ["happy", "sad"]))], [new AddEnumValue("mood", "ok") { Before = "sad" }, new AddEnumValue("mood", "great") { After = "happy" }, new AddEnumValue("mood", "worst") { IfNotExists = true }]),
        new("rename_enum_value", [new CreateEnum(new EnumType("mood", ["happy", "sad"]))], [new RenameEnumValue("mood", "sad", "blue")]),
        new("column_of_an_enum", [new CreateEnum(new EnumType("order", ["first", "last"]))], [new CreateTable(new Table("places") { Columns = [new Column("place", new ColumnType.NativeEnum("order")) { Default = new DefaultValue.Literal("first") }] })]),
        new("create_routine", [], [new CreateRoutine("stamp", RoutineKind.Function, Stamp), new CreateRoutine("nothing", RoutineKind.Procedure, "CREATE PROCEDURE nothing(n integer) LANGUAGE sql BEGIN ATOMIC SELECT 1; SELECT 2; END")]),
        new("create_routine_or_replace", [new CreateRoutine("twice", RoutineKind.Function, "CREATE FUNCTION twice(n integer) RETURNS integer LANGUAGE sql AS 'SELECT n * 2'")],
            [new CreateRoutine("twice", RoutineKind.Function, "CREATE FUNCTION twice(n integer) RETURNS integer LANGUAGE sql AS 'SELECT n + n'") { OrReplace = true }]),
        new("drop_routine", [new CreateRoutine("twice", RoutineKind.Function, "CREATE FUNCTION twice(n integer, label text DEFAULT 'a') RETURNS integer LANGUAGE sql AS 'SELECT n * 2'")], [new DropRoutine("twice", RoutineKind.Function) { Arguments = "integer, text" }]),
        new("drop_aggregate", [new CreateRoutine("total", RoutineKind.Aggregate, "CREATE AGGREGATE total(integer) (SFUNC = int4pl, STYPE = integer, INITCOND = '0')")], [new DropRoutine("total", RoutineKind.Aggregate) { Arguments = "integer" }]),
        new("create_trigger", [Authors, new CreateRoutine("stamp", RoutineKind.Function, Stamp)], [new CreateTrigger("authors", "authors_stamp", Trigger)]),
        new("drop_trigger", [Authors, new CreateRoutine("stamp", RoutineKind.Function, Stamp), new CreateTrigger("authors", "authors_stamp", Trigger)], [new DropTrigger("authors", "authors_stamp")]),
        new("create_schema", [], [new CreateSchema("audit")]),
        new("drop_schema", [new CreateSchema("audit")], [new DropSchema("audit")]),
        new("create_extension", [], [new CreateExtension(new Extension("citext"))]),
        new("drop_extension", [new CreateExtension(new Extension("citext"))], [new DropExtension("citext") { IfExists = true }]),
        new("insert_rows", [Authors], [new InsertRows("authors", ["name", "age", "email"], [["Ada", 36, null], ["Bob's \\ \"🎉\"", new SqlExpression("20 + 1"), "b@example.org"]]), new InsertRows("authors", ["name"], [["Eve"]])]),
        new("insert_rows_of_every_kind", [new CreateTable(Kinds)],
            [new InsertRows("kinds", ["flag", "number", "day", "moment", "time", "id", "bytes", "big"], [[true, 1.25m, new DateOnly(2026, 1, 2), new DateTime(2026, 1, 2, 3, 4, 5, DateTimeKind.Utc), new TimeOnly(1, 2, 3), Guid.Empty, (byte[])[0, 255], double.PositiveInfinity]])]),
        new("update_rows", [Authors], [new UpdateRows("authors", [new ColumnValue("name", "Ada"), new ColumnValue("age", new SqlExpression("age + 1"))], "email IS NULL"), new UpdateRows("authors", [new ColumnValue("email", null)], null)]),
        new("delete_rows", [Authors], [new DeleteRows("authors", "age < 0"), new DeleteRows("authors", null)]),
        new("run_sql", [Authors],
            [new RunSql(new DialectText { Any = "nonsense", PostgreSql = "UPDATE authors SET name = 'a;b';\nDO $$ BEGIN PERFORM 1; END $$;" }), new RunSql(new DialectText { MySql = "only there" })]),
    ];

    private static CreateView View => new("grown_ups", "SELECT id, name FROM authors WHERE age >= 18");

    private static CreateView Materialized => new("ages", "SELECT age, count(*) AS people FROM authors GROUP BY age") { IsMaterialized = true, Comment = "How old they are" };

    private static Table Kinds => new("kinds")
    {
        Columns =
        [
            new Column("flag", new ColumnType.Boolean()), new Column("number", new ColumnType.Decimal()), new Column("day", new ColumnType.Date()), new Column("moment", new ColumnType.Timestamp(0, true)),
            new Column("time", new ColumnType.Time()), new Column("id", new ColumnType.Uuid()), new Column("bytes", new ColumnType.Binary()), new Column("big", new ColumnType.Double()),
        ],
    };
}
