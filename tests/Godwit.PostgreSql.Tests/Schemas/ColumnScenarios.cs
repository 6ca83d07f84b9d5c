using Godwit.Operations;
using Godwit.Schema;
using static Godwit.PostgreSql.Tests.Schemas.Scenarios;

namespace Godwit.PostgreSql.Tests.Schemas;

/// <summary>Columns.</summary>
internal static class ColumnScenarios
{
    internal static Scenario[] All =>
    [
        new("add_column", [Authors], [new AddColumn("authors", new Column("city", Varchar) { IsNullable = true, Comment = "Where" })]),
        new("add_column_with_everything", [Authors], [new AddColumn("authors", new Column("city", new ColumnType.String(50)) { Default = new DefaultValue.Literal("Bremen"), Collation = "C" }) { Position = new ColumnPosition.First() }]),
        new("add_column_enum", [Authors], [new AddColumn("authors", new Column("rank", new ColumnType.Enum(["low", "high"])) { Default = new DefaultValue.Literal("low") })]),
        new("add_column_identity", [Authors], [new AddColumn("authors", new Column("number", Integer) { Identity = new Identity(IdentityKind.Always) { Start = 100 } })]),
        new("add_column_stored", [Authors], [new AddColumn("authors", new Column("next_age", Integer) { IsNullable = true, Generated = new GeneratedExpression("age + 1", GeneratedStorage.Stored) })]),
        new("add_column_virtual", [Authors], [new AddColumn("authors", new Column("next_age", Integer) { IsNullable = true, Generated = new GeneratedExpression("age + 1", GeneratedStorage.Virtual) })]) { From = 18 },
        new("add_column_if_not_exists", [Authors], [new AddColumn("authors", new Column("rank", new ColumnType.Enum(["low"]))) { IfNotExists = true }]),
        new("drop_column", [Authors], [new DropColumn("authors", "email")]),
        new("drop_column_if_exists", [Authors], [new DropColumn("authors", "nothing") { IfExists = true }]),
        new("drop_column_with_all_that_needs_it", [Authors, Needing], [new DropColumn("needing", "a")]),
        new("rename_column", [Authors, Needing], [new RenameColumn("needing", "a", "z"), new RenameColumn("needing", "b", "rank")]),
        Alter("type_wider", "name", change => change with { Type = Text }),
        Alter("type_narrower", "name", change => change with { Type = new ColumnType.String(50) }),
        Alter("type_of_number", "age", change => change with { Type = Bigint }),
        Alter("type_to_text", "age", change => change with { Type = Varchar }),
        Alter("type_from_text", "name", change => change with { Type = Integer }),
        Alter("type_with_using", "name", change => change with { Type = Integer }, "length(name)"),
        Alter("type_to_boolean", "age", change => change with { Type = new ColumnType.Boolean(), Default = new Mention<DefaultValue?>(new DefaultValue.Literal(true)) }, "age > 0"),
        new("alter_column_type_where_no_cast_is",
            [new CreateEnum(new EnumType("mood", ["good"])), new CreateEnum(new EnumType("temper", ["good", "bad"])), new CreateTable(new Table("mixed") { Columns = [new Column("flag", new ColumnType.Boolean()), new Column("amount", new ColumnType.Decimal(10, 2)), new Column("day", Integer), new Column("mood", new ColumnType.NativeEnum("mood"))] })],
            [
                new AlterColumn("mixed", new ColumnChange("flag") { Type = new ColumnType.Decimal(10, 2) }),
                new AlterColumn("mixed", new ColumnChange("amount") { Type = new ColumnType.Boolean() }),
                new AlterColumn("mixed", new ColumnChange("day") { Type = new ColumnType.Date() }),
                new AlterColumn("mixed", new ColumnChange("mood") { Type = new ColumnType.NativeEnum("temper") }),
            ]),
        Alter("null", "name", change => change with { IsNullable = true }),
        Alter("not_null", "email", change => change with { IsNullable = false }),
        Alter("default", "name", change => change with { Default = new Mention<DefaultValue?>(new DefaultValue.Literal("somebody")) }),
        Alter("default_away", "age", change => change with { Default = new Mention<DefaultValue?>(null) }),
        Alter("identity", "age", change => change with { Identity = new Mention<Identity?>(new Identity(IdentityKind.Always)), Default = new Mention<DefaultValue?>(null) }),
        Alter("identity_other", "id", change => change with { Identity = new Mention<Identity?>(new Identity(IdentityKind.Always) { Start = 7, Increment = 2 }) }),
        Alter("identity_away", "id", change => change with { Identity = new Mention<Identity?>(null) }),
        Alter("collation", "name", change => change with { Collation = new Mention<string?>("C") }),
        Alter("comment", "name", change => change with { Comment = new Mention<string?>("What they are called") }),
        Alter("nothing", "name", change => change with { IsNullable = false }),
        Alter("everything", "email", change => change with
        {
            Type = new ColumnType.String(100), IsNullable = false, Default = new Mention<DefaultValue?>(new DefaultValue.Literal("none")), Collation = new Mention<string?>("POSIX"), Comment = new Mention<string?>("Where to write"),
        }),
        new("alter_column_to_enum", [Books], [new AlterColumn("books", new ColumnChange("state") { Type = new ColumnType.Enum(["draft", "done"]) })]),
        new("alter_column_enum_values", [Books, ToEnum("draft", "done")], [ToEnum("draft", "done", "gone")]),
        new("alter_column_from_enum", [Books, ToEnum("draft", "done")], [new AlterColumn("books", new ColumnChange("state") { Type = new ColumnType.String(20) })]),
        new("alter_column_expression_away", [Authors, new AddColumn("authors", new Column("next_age", Integer) { IsNullable = true, Generated = new GeneratedExpression("age + 1", GeneratedStorage.Stored) })],
            [new AlterColumn("authors", new ColumnChange("next_age") { Generated = new Mention<GeneratedExpression?>(null) })]) { CannotReverse = true },
        new("alter_column_expression", [Authors, new AddColumn("authors", new Column("next_age", Integer) { IsNullable = true, Generated = new GeneratedExpression("age + 1", GeneratedStorage.Stored) })],
            [new AlterColumn("authors", new ColumnChange("next_age") { Generated = new Mention<GeneratedExpression?>(new GeneratedExpression("age + 2", GeneratedStorage.Stored)) })]) { From = 18 },
    ];

    private static CreateTable Needing => new(new Table("needing")
    {
        Columns = [new Column("a", Bigint), new Column("b", Integer), new Column("c", Varchar)],
        PrimaryKey = new PrimaryKey(null, ["a"]),
        Uniques = [new UniqueConstraint("needing_unique", ["a", "b"]), new UniqueConstraint("needing_other", ["c"])],
        ForeignKeys = [new ForeignKey("needing_author", ["a"], "authors", ["id"])],
        Checks = [new CheckConstraint("needing_both", "(a > 0) OR (b > 0)"), new CheckConstraint("needing_b", "b > 0")],
        Indexes =
        [
            new TableIndex("needing_two", [new IndexPart("b"), new IndexPart("a")]), new TableIndex("needing_where", [new IndexPart("b")]) { Predicate = "a > 5" },
            new TableIndex("needing_expression", [new IndexPart("a + b", IndexPartKind.Expression)]), new TableIndex("needing_include", [new IndexPart("c")]) { Include = ["a"] },
            new TableIndex("needing_c", [new IndexPart("c")]),
        ],
    });

    private static AlterColumn ToEnum(params string[] values) => new("books", new ColumnChange("state") { Type = new ColumnType.Enum(values.ToValueList()) });

    private static Scenario Alter(string name, string column, Func<ColumnChange, ColumnChange> change, string? conversion = null) =>
        new($"alter_column_{name}", [Authors], [new AlterColumn("authors", change(new ColumnChange(column))) { Using = conversion }]);
}
