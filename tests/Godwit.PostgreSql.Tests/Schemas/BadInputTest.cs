using Godwit.Operations;
using Godwit.Schema;
using Xunit;
using static Godwit.PostgreSql.Tests.Schemas.Scenarios;

namespace Godwit.PostgreSql.Tests.Schemas;

/// <summary>What makes no sense, or PostgreSQL has not: an error that says where, what and what to do instead.</summary>
public sealed class BadInputTest
{
    private static readonly SourceLocation Place = new("migrations/1_a.cs", 12, 9);

    public static TheoryData<string, ErrorCode, Operation> Refused => new()
    {
        { "70 characters", ErrorCode.InvalidIdentifier, Table(new Column(new string('x', 70), Text)) },
        { "64 bytes", ErrorCode.InvalidIdentifier, Table(new Column(new string('ü', 32), Text)) },
        { "no name", ErrorCode.InvalidIdentifier, Table(new Column("", Text)) },
        { "a NUL in a name", ErrorCode.InvalidIdentifier, Table(new Column("a\0b", Text)) },
        { "a NUL in a text", ErrorCode.NotSupported, new InsertRows("t", ["a"], [["x\0y"]]) },
        { "a NUL in a comment", ErrorCode.NotSupported, new SetTableComment("t", "x\0y") },
        { "a text for a number", ErrorCode.InvalidDefinition, Table(new Column("a", Integer) { Default = new DefaultValue.Literal("many") }) },
        { "a bool for a number", ErrorCode.InvalidDefinition, Table(new Column("a", Integer) { Default = new DefaultValue.Literal(true) }) },
        { "a number for a bool", ErrorCode.InvalidDefinition, Table(new Column("a", new ColumnType.Boolean()) { Default = new DefaultValue.Literal(5) }) },
        { "a number for a day", ErrorCode.InvalidDefinition, Table(new Column("a", new ColumnType.Date()) { Default = new DefaultValue.Literal(5) }) },
        { "bytes for a text", ErrorCode.InvalidDefinition, Table(new Column("a", Text) { Default = new DefaultValue.Literal((byte[])[1]) }) },
        { "no uuid", ErrorCode.InvalidDefinition, Table(new Column("a", new ColumnType.Uuid()) { Default = new DefaultValue.Literal("abc") }) },
        { "a value without a literal", ErrorCode.InvalidDefinition, new InsertRows("t", ["a"], [[new Version(1, 2)]]) },
        { "too few values", ErrorCode.InvalidDefinition, new InsertRows("t", ["a", "b"], [[1]]) },
        { "an enum of nothing", ErrorCode.InvalidDefinition, Table(new Column("a", new ColumnType.Enum([]))) },
        { "identity and default", ErrorCode.InvalidDefinition, Table(new Column("a", Integer) { Identity = new Identity(), Default = new DefaultValue.Literal(1) }) },
        { "precision 7", ErrorCode.InvalidDefinition, Table(new Column("a", new ColumnType.Timestamp(7))) },
        { "more places than digits", ErrorCode.InvalidDefinition, Table(new Column("a", new ColumnType.Decimal(2, 3))) },
        { "temporary and unlogged", ErrorCode.InvalidDefinition, new CreateTable(new Table("t") { Options = new TableOptions { IsTemporary = true, IsUnlogged = true } }) },
        { "an unknown column in an index", ErrorCode.UnknownObject, new CreateTable(new Table("t") { Columns = [Id], Indexes = [new TableIndex("i", [new IndexPart("idd")])] }) },
        { "an unknown column in a key", ErrorCode.UnknownObject, new CreateTable(new Table("t") { Columns = [Id], PrimaryKey = new PrimaryKey(null, ["idd"]) }) },
        { "a set", ErrorCode.NotSupported, Table(new Column("a", new ColumnType.Set(["x"]))) },
        { "a column without a type", ErrorCode.NotSupported, Table(new Column("a", new ColumnType.Native(""))) },
        { "a character set", ErrorCode.NotSupported, Table(new Column("a", Text) { Charset = "utf8mb4" }) },
        { "on update", ErrorCode.NotSupported, Table(new Column("a", Text) { OnUpdate = "now()" }) },
        { "an invisible column", ErrorCode.NotSupported, Table(new Column("a", Text) { IsInvisible = true }) },
        { "a change to invisible", ErrorCode.NotSupported, new AlterColumn("t", new ColumnChange("a") { IsInvisible = true }) },
        { "an engine", ErrorCode.NotSupported, new CreateTable(new Table("t") { Options = new TableOptions { Engine = "InnoDB" } }) },
        { "strict", ErrorCode.NotSupported, new CreateTable(new Table("t") { Options = new TableOptions { IsStrict = true } }) },
        { "an algorithm", ErrorCode.NotSupported, new AddColumn("t", Id) { Online = new OnlineChange(AlterAlgorithm.Instant, null) } },
        { "the beginning of a text", ErrorCode.NotSupported, new CreateIndex("t", new TableIndex("i", [new IndexPart("a") { Length = 10 }])) },
        { "a virtual column before 18", ErrorCode.NotSupported, Table(new Column("a", Integer) { Generated = new GeneratedExpression("1", GeneratedStorage.Virtual) }) },
        { "a foreign key concurrently", ErrorCode.NotSupported, new AddConstraint("t", new ForeignKey(null, ["a"], "u", ["id"])) { Concurrently = true } },
        { "foreign keys off", ErrorCode.NotSupported, new SetForeignKeyChecks(false) },
        { "an open string", ErrorCode.Unterminated, new RunSql("SELECT 1;\nSELECT 'open") },
    };

    [Theory]
    [MemberData(nameof(Refused))]
    public void It_is_an_error_with_a_place_and_a_way_out(string what, ErrorCode code, Operation operation)
    {
        var error = Assert.Throws<GodwitException>(() => Generate(15, operation with { Location = Place }));

        Assert.Equal(code, error.Code);
        Assert.Equal(Place, error.Location);
        Assert.False(string.IsNullOrWhiteSpace(error.Remedy), what);
        Assert.DoesNotContain("\0", error.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void Two_primary_keys_are_an_error()
    {
        var schema = Scenario.Applied(new DatabaseSchema("postgresql"), [Authors]);

        var error = Assert.Throws<GodwitException>(() => new AddConstraint("authors", new PrimaryKey(null, ["name"])).ApplyTo(schema));

        Assert.Equal(ErrorCode.ObjectExists, error.Code);
    }

    [Fact]
    public void Nulls_that_are_alike_need_version_15()
    {
        var operation = new AddConstraint("t", new UniqueConstraint(null, ["a"]) { NullsNotDistinct = true });

        Assert.Equal(ErrorCode.NotSupported, Assert.Throws<GodwitException>(() => Generate(14, operation)).Code);
        Assert.Equal(["ALTER TABLE \"t\" ADD UNIQUE NULLS NOT DISTINCT (\"a\")"], Generate(15, operation));
    }

    [Fact]
    public void What_the_engine_does_itself_has_no_sql()
    {
        Assert.Throws<InvalidOperationException>(() => Generate(15, new RunCode("x", (_, _) => Task.CompletedTask)));
        Assert.Throws<InvalidOperationException>(() => Generate(15, new Backfill("t", "a = 1")));
    }

    [Fact]
    public void A_change_that_says_all_it_needs_is_made_without_the_schema()
    {
        var change = new ColumnChange("age")
        {
            Type = Text,
            IsNullable = true,
            Default = new Mention<DefaultValue?>(new DefaultValue.Literal("none")),
            Collation = new Mention<string?>(null),
            Identity = new Mention<Identity?>(null),
        };
        var operation = new AlterColumn("authors", change) { Using = "age::text" };

        Assert.False(new PostgreSqlSqlGenerator(15).NeedsSchema(operation));
        Assert.Equal(
            [
                """
                ALTER TABLE "authors"
                    ALTER COLUMN "age" DROP DEFAULT,
                    ALTER COLUMN "age" TYPE text USING age::text,
                    ALTER COLUMN "age" DROP IDENTITY IF EXISTS,
                    ALTER COLUMN "age" DROP NOT NULL,
                    ALTER COLUMN "age" SET DEFAULT 'none'
                """,
            ],
            Generate(15, operation));
    }

    [Fact]
    public void A_new_type_alone_needs_the_schema_for_the_default_and_the_collation() =>
        Assert.True(new PostgreSqlSqlGenerator(15).NeedsSchema(new AlterColumn("authors", new ColumnChange("age") { Type = Text })));

    [Theory]
    [InlineData("users", "email", "key", "users_email_key")]
    [InlineData("a_table_with_a_name_that_is_rather_long_for_a_table", "and_a_column_that_is_long_as_well", "fkey", "a_table_with_a_name_that_is_r_and_a_column_that_is_long_as_fkey")]
    [InlineData("a_table_with_a_name_that_is_rather_long_for_a_table", "ünïcödé_ünïcödé_ünïcödé_ünïcödé", "key", "a_table_with_a_name_that_is_r_ünïcödé_ünïcödé_ünï_key")]
    [InlineData("ü", null, "pkey", "ü_pkey")]
    public void Names_that_are_left_out_are_those_that_postgresql_chooses(string table, string? columns, string label, string name) =>
        Assert.Equal(name, ChosenName.Of(table, columns, label));

    private static CreateTable Table(Column column) => new(new Table("t") { Columns = [column] });

    private static string[] Generate(int version, Operation operation) =>
        [.. new PostgreSqlSqlGenerator(version).Generate([operation], new DatabaseSchema("postgresql")).Statements.AsEnumerable().Select(statement => statement.Text)];
}
