using Godwit.Dialects;
using Godwit.Operations;
using Godwit.Schema;
using Xunit;

namespace Godwit.Sqlite.Tests.Operations;

/// <summary>What cannot be done is refused before anything is sent, where it was written, with what to do instead.</summary>
public sealed class BadInputTest
{
    private static readonly SourceLocation Location = new("migrations/1_a.cs", 3, 9);

    private static readonly TableIndex Index = new("i", [new IndexPart("name")]);

    public static TheoryData<string> Unsupported => [.. UnsupportedOperations.Keys];

    private static readonly Dictionary<string, Operation> UnsupportedOperations = new()
    {
        ["full-text index"] = new CreateIndex("authors", Index with { Kind = IndexKind.FullText }),
        ["spatial index"] = new CreateIndex("authors", Index with { Kind = IndexKind.Spatial }),
        ["vector index"] = new CreateIndex("authors", Index with { Kind = IndexKind.Vector }),
        ["index method"] = new CreateIndex("authors", Index with { Method = "hash" }),
        ["covering index"] = new CreateIndex("authors", Index with { Include = ["email"] }),
        ["concurrent index"] = new CreateIndex("authors", Index) { Concurrently = true },
        ["concurrent drop"] = new DropIndex("books", "books_title_index") { Concurrently = true },
        ["index on a prefix"] = new CreateIndex("authors", Index with { Parts = [new IndexPart("name") { Length = 3 }] }),
        ["nulls first"] = new CreateIndex("authors", Index with { Parts = [new IndexPart("name") { Nulls = NullsOrder.First }] }),
        ["operator class"] = new CreateIndex("authors", Index with { Parts = [new IndexPart("name") { OperatorClass = "text_pattern_ops" }] }),
        ["nulls not distinct"] = new AddConstraint("authors", new UniqueConstraint("u", ["name"]) { NullsNotDistinct = true }),
        ["deferrable unique"] = new AddConstraint("authors", new UniqueConstraint("u", ["name"]) { Deferral = Deferral.InitiallyDeferred }),
        ["exclusion"] = new AddConstraint("authors", new ExclusionConstraint("e", [new ExclusionElement("name", "=")])),
        ["check that is not valid"] = new AddConstraint("authors", new CheckConstraint("c", "1") { NotValid = true }),
        ["foreign key that is not valid"] = new AddConstraint("books", new ForeignKey("f", ["id"], "authors", ["id"]) { NotValid = true }),
        ["validation"] = new ValidateConstraint("authors", "c"),
        ["set"] = new AddColumn("authors", Shop.Column("c", new ColumnType.Set(["a"]))),
        ["native enum"] = new AddColumn("authors", Shop.Column("c", new ColumnType.NativeEnum("mood"))),
        ["vector"] = new AddColumn("authors", Shop.Column("c", new ColumnType.Vector(3))),
        ["text search"] = new AddColumn("authors", Shop.Column("c", new ColumnType.TextSearch())),
        ["charset"] = new AddColumn("authors", Shop.Column("c", new ColumnType.Text()) with { Charset = "utf8mb4" }),
        ["invisible"] = new AddColumn("authors", Shop.Column("c", new ColumnType.Text()) with { IsInvisible = true }),
        ["on update"] = new AlterColumn("authors", new ColumnChange("joined") { OnUpdate = new Mention<string?>("CURRENT_TIMESTAMP") }),
        ["instant"] = new AddColumn("authors", Shop.Column("c", new ColumnType.Text())) { Online = new OnlineChange(AlterAlgorithm.Instant, null) },
        ["always identity"] = new CreateTable(Shop.Authors with { Name = "n", Columns = Shop.Authors.Columns.Select(column => column.Identity is null ? column : column with { Identity = new Identity(IdentityKind.Always) }) }),
        ["identity beside the key"] = new CreateTable(new Table("n") { Columns = [new("a", new ColumnType.Integer()) { Identity = new Identity() }] }),
        ["engine"] = new CreateTable(Shop.Authors with { Name = "n", Options = new TableOptions { Engine = "InnoDB" } }),
        ["unlogged"] = new SetTableOptions("authors", new TableOptions()) { Unlogged = true },
        ["first number without numbers"] = new SetTableOptions("plain", new TableOptions { AutoIncrementStart = 5 }),
        ["drop cascade"] = new DropTable("authors") { Cascade = true },
        ["materialised view"] = new CreateView("v", "SELECT 1") { IsMaterialized = true },
        ["refresh"] = new RefreshView("v"),
        ["sequence"] = new CreateSequence(new Sequence("s")),
        ["drop sequence"] = new DropSequence("s"),
        ["alter sequence"] = new AlterSequence(new Sequence("s")),
        ["enum"] = new CreateEnum(new EnumType("e", ["a"])),
        ["drop enum"] = new DropEnum("e"),
        ["enum value"] = new AddEnumValue("e", "b"),
        ["rename enum value"] = new RenameEnumValue("e", "a", "b"),
        ["routine"] = new CreateRoutine("r", RoutineKind.Function, "CREATE FUNCTION r() …"),
        ["drop routine"] = new DropRoutine("r", RoutineKind.Function),
        ["schema"] = new CreateSchema("s"),
        ["drop schema"] = new DropSchema("s"),
        ["table in a schema"] = new CreateTable(Shop.Authors with { Name = "audit.authors" }),
        ["extension"] = new CreateExtension(new Extension("e")),
        ["drop extension"] = new DropExtension("e"),
    };

    [Theory]
    [MemberData(nameof(Unsupported))]
    public void What_sqlite_does_not_have_is_an_error_with_the_alternative(string what)
    {
        var error = Refused(UnsupportedOperations[what] with { Location = Location });

        Assert.Equal(ErrorCode.NotSupported, error.Code);
        Assert.StartsWith("SQLite has no ", error.Message, StringComparison.Ordinal);
        Assert.False(string.IsNullOrWhiteSpace(error.Remedy));
        Assert.Equal(Location, error.Location);
    }

    [Fact]
    public void An_unknown_column_in_an_index_is_not_taken_for_a_text()
    {
        Assert.Equal(ErrorCode.UnknownObject, Refused(new CreateIndex("authors", new TableIndex("i", [new IndexPart("nmae")]))).Code);
        Assert.Equal(ErrorCode.UnknownObject, Refused(new CreateTable(Shop.Authors with { Name = "n", Indexes = [new TableIndex("i", [new IndexPart("nmae")])] })).Code);
        Assert.Equal("Did you mean name?", Refused(new AddConstraint("authors", new UniqueConstraint(null, ["nmae"]))).Remedy);
    }

    [Fact]
    public void What_is_not_there_is_named()
    {
        Assert.Equal(ErrorCode.UnknownObject, Refused(new AlterColumn("authors", new ColumnChange("nmae") { IsNullable = true })).Code);
        Assert.Equal(ErrorCode.UnknownObject, Refused(new DropColumn("author", "name")).Code);
        Assert.Equal(ErrorCode.UnknownObject, Refused(new RenameIndex("authors", "a", "b")).Code);
        Assert.Equal(ErrorCode.UnknownObject, Refused(new DropConstraint("authors", ConstraintKind.Check, "c", [])).Code);
    }

    [Fact]
    public void A_second_primary_key_is_refused()
    {
        var error = Refused(new AddConstraint("authors", new PrimaryKey(null, ["name"])) { Location = Location });

        Assert.Equal(ErrorCode.ObjectExists, error.Code);
        Assert.Equal(Location, error.Location);
    }

    [Theory]
    [InlineData("a\0b")]
    [InlineData("")]
    public void A_name_that_cannot_be_written_is_refused(string name)
    {
        Assert.Equal(ErrorCode.InvalidIdentifier, Refused(new CreateTable(Shop.Authors with { Name = new ObjectName(null, name) })).Code);
        Assert.Equal(ErrorCode.InvalidIdentifier, Refused(new AddColumn("authors", Shop.Column(name, new ColumnType.Text()))).Code);
        Assert.Equal(ErrorCode.InvalidIdentifier, Refused(new RenameColumn("authors", "name", name)).Code);
        Assert.Equal(ErrorCode.InvalidIdentifier, Refused(new CreateIndex("authors", Index with { Name = name })).Code);
    }

    [Fact]
    public void A_name_that_sqlite_keeps_for_itself_is_refused() =>
        Assert.Equal(ErrorCode.InvalidIdentifier, Refused(new RenameTable("authors", "SQLite_authors")).Code);

    [Fact]
    public void Sql_with_a_nul_character_is_refused_rather_than_cut_off()
    {
        Assert.Equal(ErrorCode.InvalidDefinition, Refused(new RunSql("DELETE FROM authors WHERE name = 'a\0b'")).Code);
        Assert.Equal(ErrorCode.InvalidDefinition, Refused(new DeleteRows("authors", "name = 'a\0' AND id = 1")).Code);
    }

    [Fact]
    public void A_value_of_an_unknown_type_is_refused()
    {
        Assert.Equal(ErrorCode.InvalidDefinition, Refused(new InsertRows("authors", ["name"], [[new Uri("http://localhost")]])).Code);
        Assert.Equal(ErrorCode.InvalidDefinition, Refused(new InsertRows("authors", ["name"], [[double.NaN]])).Code);
        Assert.Equal(ErrorCode.InvalidDefinition, Refused(new InsertRows("authors", ["name", "email"], [["one"]])).Code);
    }

    [Fact]
    public void A_table_without_columns_is_refused() => Assert.Equal(ErrorCode.InvalidDefinition, Refused(new CreateTable(new Table("n"))).Code);

    [Theory]
    [InlineData("select")]
    [InlineData("two words")]
    [InlineData("🦆 \"quack\" 'quack' `quack` [quack]")]
    [InlineData("a.b")]
    [InlineData("; DROP TABLE authors; --")]
    [InlineData("a name of more than seventy characters, which other databases would not take, is fine here")]
    public async Task Any_other_name_is_taken_as_it_is(string name)
    {
        await using var scratch = await Scratch.CreateAsync();
        var table = new ObjectName(null, name);
        await scratch.ApplyAsync(new CreateTable(new Table(table)
        {
            Columns = [new(name, new ColumnType.Integer()) { Identity = new Identity() }, Shop.Column("state", new ColumnType.Enum([name, "x"])) with { Default = new DefaultValue.Literal(name) }],
            PrimaryKey = new PrimaryKey(name, [name]),
            Indexes = [new TableIndex(name + " index", [new IndexPart(name)])],
        }));

        await scratch.ApplyAsync(new AlterColumn(table, new ColumnChange("state") { IsNullable = false }), new RenameColumn(table, name, "id"), new AddColumn(table, Shop.Column(name, new ColumnType.Text())));
        await scratch.ApplyAsync(new InsertRows(table, [name], [[name]]));

        Assert.Equal([$"1|{name}|{name}"], await scratch.RowsAsync($"SELECT * FROM {SqliteDialect.Instance.Quote(name)}"));
    }

    [Fact]
    public async Task What_rows_make_impossible_is_refused_by_the_database_and_nothing_has_happened()
    {
        await using var scratch = await Scratch.CreateAsync();
        await scratch.ApplyAsync([.. Shop.Tables, new InsertRows("authors", ["name"], [["Ada"]])]);
        var before = await scratch.ReadAsync();

        await Assert.ThrowsAsync<StatementException>(() => scratch.ApplyAsync(new AlterColumn("authors", new ColumnChange("email") { IsNullable = false })));
        await Assert.ThrowsAsync<StatementException>(() => scratch.ApplyAsync(new AddColumn("authors", new Column("must", new ColumnType.Text()))));
        await Assert.ThrowsAsync<StatementException>(() => scratch.ApplyAsync(new AddConstraint("authors", new CheckConstraint("never", "0"))));

        Assert.Equal(before, await scratch.ReadAsync());
    }

    private static GodwitException Refused(Operation operation)
    {
        var before = new DatabaseSchema("sqlite");
        foreach (var given in Shop.Tables) before = given.ApplyTo(before);
        before = new CreateTable(new Table("plain") { Columns = [new("a", new ColumnType.Integer())] }).ApplyTo(before);
        return Assert.ThrowsAny<GodwitException>(() => SqliteDialect.Instance.Generator.Generate([operation], before));
    }
}
