using Godwit.Operations;
using Godwit.Schema;
using Godwit.Specification.Servers;
using Xunit;

namespace Godwit.MySql.Tests.Schemas;

/// <summary>What makes no sense is refused before the server is asked; what only looks odd is done.</summary>
[RequiresServer(MySqlProduct.Variable)]
public sealed class BadInputTest
{
    private static readonly SourceLocation Place = new("migrations/1_a.cs", 12, 9);

    private static readonly MySqlSqlGenerator Generator = new(MySqlTraits.Of("10.11.0-MariaDB"), SqlModes.Default);

    public static TheoryData<string> BadNames => [new string('x', 70), "nul\0", "😀", "", "blank "];

    [Theory]
    [MemberData(nameof(BadNames))]
    public void A_name_that_the_server_does_not_take_is_refused_wherever_it_stands(string name)
    {
        var column = new Column("id", new ColumnType.Integer());
        Operation[] operations =
        [
            new CreateTable(new Table(new ObjectName(null, name)) { Columns = [column] }),
            new CreateTable(new Table("t") { Columns = [column with { Name = name }] }),
            new CreateIndex("t", new TableIndex(name, [new IndexPart("id")])),
            new RenameColumn("t", "id", name),
            new RenameTable("t", new ObjectName(null, name)),
            new AddConstraint("t", new UniqueConstraint(name, ["id"])),
            new InsertRows("t", [name], [[1]]),
        ];
        foreach (var operation in operations) Refused(ErrorCode.InvalidIdentifier, operation);
    }

    [Fact]
    public void An_unknown_column_in_an_index_is_refused() => Refused(
        ErrorCode.UnknownObject, new CreateTable(SampleSchema.Users with { Indexes = [new TableIndex("i", [new IndexPart("emial")])] }));

    [Fact]
    public void An_unknown_column_of_an_existing_table_is_refused() =>
        Refused(ErrorCode.UnknownObject, new AlterColumn("users", new ColumnChange("emial") { IsNullable = true }));

    [Fact]
    public void A_second_primary_key_is_refused() => Refused(
        ErrorCode.ObjectExists, new AddConstraint("users", new PrimaryKey(null, ["email"])), new DropColumn("posts", "title"));

    [Fact]
    public void A_table_without_columns_is_refused() => Refused(ErrorCode.InvalidDefinition, new CreateTable(new Table("t")));

    [Fact]
    public void Null_is_no_default_of_a_column_that_must_not_hold_it() => Refused(
        ErrorCode.InvalidDefinition, new AddColumn("users", new Column("c", new ColumnType.Integer()) { Default = new DefaultValue.Literal(null) }));

    [Fact]
    public void A_value_without_a_form_in_sql_is_refused() => Refused(ErrorCode.InvalidDefinition, new InsertRows("users", ["email"], [[new object()]]));

    [Fact]
    public void A_row_with_too_few_values_is_refused() => Refused(ErrorCode.InvalidDefinition, new InsertRows("users", ["email", "name"], [["x"]]));

    [Fact]
    public void A_column_without_a_type_is_refused() => Refused(ErrorCode.NotSupported, new AddColumn("users", new Column("c", new ColumnType.Native(""))));

    [Fact]
    public void A_comment_that_the_catalog_cannot_hold_is_refused() => Refused(ErrorCode.NotSupported, new SetTableComment("users", "😀"));

    [Fact]
    public void An_engine_cannot_smuggle_in_sql() =>
        Refused(ErrorCode.InvalidIdentifier, new SetTableOptions("users", new TableOptions { Engine = "InnoDB; DROP TABLE users" }));

    [DatabaseFact]
    public async Task Names_may_be_reserved_words_and_hold_quotes_blanks_and_any_script()
    {
        await using var session = await SchemaSession.OpenAsync();
        const string Odd = "o`d\"d 'na.me";
        var table = new Table(new ObjectName(null, "select"))
        {
            Columns = [new Column("order", new ColumnType.Integer()), new Column(Odd, new ColumnType.Integer()), new Column("größe", new ColumnType.Integer()) { IsNullable = true }, new Column(new string('字', 64), new ColumnType.Date())],
            PrimaryKey = new PrimaryKey(null, ["order"]),
            Uniques = [new UniqueConstraint(new string('i', 64), [Odd])],
            Indexes = [new TableIndex("key", [new IndexPart("größe"), new IndexPart("order") { Descending = true }])],
            Checks = [new CheckConstraint("where", "größe > `order`")],
            ForeignKeys = [new ForeignKey("from", ["größe"], "select", ["order"])],
        };
        await session.RoundTripAsync(new CreateTable(table));
        await session.ApplyAsync([new CreateTable(table)]);
        await session.RoundTripAsync(
            new RenameColumn("select", "order", "group"), new AlterColumn("select", new ColumnChange(Odd) { IsNullable = true }),
            new CreateTrigger("select", "insert", "CREATE TRIGGER `insert` BEFORE INSERT ON `select` FOR EACH ROW SET NEW.`größe` = 1"));
        await session.RoundTripAsync(new DropColumn("select", Odd), new DropColumn("select", "größe"));
    }

    [DatabaseTheory]
    [InlineData("")]
    [InlineData("NO_BACKSLASH_ESCAPES")]
    [InlineData("ANSI_QUOTES")]
    public async Task Texts_are_kept_to_the_letter_in_every_mode(string mode)
    {
        const string Text = "it's \\ \"quoted\" \\' \n \t % _ é";
        await using var session = await SchemaSession.OpenAsync();
        await session.ExecuteAsync($"SET SESSION sql_mode = '{mode}'");
        await using var again = await MySqlSession.BeginAsync(session.Session.Connection, Ownership.Theirs, CancellationToken.None);
        var table = new Table("t")
        {
            Columns = [new Column("c", new ColumnType.String()) { Default = new DefaultValue.Literal(Text), Comment = Text }, new Column("e", new ColumnType.Enum([Text])) { IsNullable = true }],
            Comment = Text,
        };
        foreach (var statement in again.Generator.Generate([new CreateTable(table), new InsertRows("t", ["e"], [[Text]])], new DatabaseSchema("mariadb")).Statements)
            await session.ExecuteAsync(statement.Text);

        var read = (await again.ReadSchemaAsync([], CancellationToken.None)).Require("t");
        Assert.Equal(Text, read.Comment);
        Assert.Equal(Text, read.Column("c")!.Comment);
        Assert.Equal(new DefaultValue.Literal(Text), read.Column("c")!.Default);
        Assert.Equal(Text, await session.Session.ScalarAsync("SELECT c FROM t", CancellationToken.None));
        Assert.Equal(Text, await session.Session.ScalarAsync("SELECT e FROM t", CancellationToken.None));
    }

    private static void Refused(ErrorCode code, params Operation[] operations)
    {
        var error = Assert.Throws<GodwitException>(() =>
            Generator.Generate([.. operations.Select(operation => operation with { Location = Place })], SampleSchema.Of("mariadb")));

        Assert.Equal(code, error.Code);
        Assert.Equal(Place, error.Location);
        Assert.False(string.IsNullOrEmpty(error.Remedy));
    }
}
