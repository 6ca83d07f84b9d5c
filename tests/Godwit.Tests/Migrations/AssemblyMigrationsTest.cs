using Godwit.Migrations;
using Godwit.Sqlite;
using Xunit;

namespace Godwit.Tests.Migrations;

public sealed class AssemblyMigrationsTest
{
    [Fact]
    public void The_classes_of_an_assembly_have_the_ids_of_their_files_and_stand_among_the_others()
    {
        using var project = new TemporaryProject("002_b.sql", "004_d.sql");
        var application = CompiledClasses.Of(
            (Path.Join(project.Root, "migrations", "003_c.cs"), CompiledClasses.Migration("C")),
            (@"C:\build\app\migrations\001_a.cs", CompiledClasses.Migration("A")),
            ("/_/migrations/V5__e.cs", "namespace N { " + CompiledClasses.Migration("E") + " class Other { } }"));

        var migrations = project.Read(null, application).RequireSound().Migrations;

        Assert.Equal(["001_a", "002_b", "003_c", "004_d", "V5__e"], migrations.Select(migration => migration.Id.Text));
        Assert.Equal(Path.Join("migrations", "003_c.cs"), migrations[2].Path);
        Assert.Equal("N.E", Assert.IsAssignableFrom<CodeMigration>(migrations[4]).Load().GetType().FullName);
    }

    [Fact]
    public void A_file_that_is_compiled_in_already_is_not_compiled_again()
    {
        using var project = new TemporaryProject("001_a.cs", "002_b.cs");
        var application = CompiledClasses.Of(("/app/migrations/001_a.cs", CompiledClasses.Migration("A")));

        var migrations = project.Read(null, application).RequireSound().Migrations;

        Assert.Equal("A", ((CodeMigration)migrations[0]).Load().GetType().Name);
        Assert.Throws<GodwitException>(() => ((CodeMigration)migrations[1]).Load());
    }

    [Fact]
    public void An_sql_file_of_the_same_version_is_a_problem()
    {
        using var project = new TemporaryProject("001_b.sql");
        var application = CompiledClasses.Of(("/app/001_a.cs", CompiledClasses.Migration("A")));

        Assert.Equal(ErrorCode.DuplicateVersion, Assert.Single(project.Read(null, application).Problems).Code);
    }

    [Theory]
    [InlineData("001_a.cs", "[Migration] class A { }", ErrorCode.InvalidCode, "is not derived from Migration")]
    [InlineData("001_a.cs", "[Migration] abstract class A : Migration { }", ErrorCode.InvalidCode, "is abstract")]
    [InlineData("001_a.cs", "[Migration] abstract class A<T> { }", ErrorCode.InvalidCode, "is not derived from Migration")]
    [InlineData("001_a.cs", "[Migration] class A<T> : Migration { public override void Up(SchemaBuilder schema) { } }", ErrorCode.InvalidCode, "has type parameters")]
    [InlineData("001_a.cs", "[Migration] class A : Migration { public A(int x) { } public override void Up(SchemaBuilder schema) { } }", ErrorCode.InvalidCode, "has no constructor without parameters")]
    [InlineData("a.cs", "[Migration] class A : Migration { public override void Up(SchemaBuilder schema) { } }", ErrorCode.MalformedName, "a.cs")]
    [InlineData("R__a.cs", "[Migration] class A : Migration { public override void Up(SchemaBuilder schema) { } }", ErrorCode.NotSupported, "repeatable")]
    public void A_class_that_cannot_be_a_migration_is_a_problem_with_its_place(string file, string text, ErrorCode code, string message)
    {
        using var project = new TemporaryProject();

        var problem = Assert.Single(project.Read(null, CompiledClasses.Of(("/app/" + file, text))).Problems);

        Assert.Equal(code, problem.Code);
        Assert.Contains(message, problem.Message, StringComparison.Ordinal);
        Assert.Equal(new SourceLocation("/app/" + file, 2, 1), problem.Location);
    }

    [Fact]
    public void A_checksum_says_the_same_of_every_build()
    {
        using var project = new TemporaryProject();
        var (first, second) = (
            CompiledClasses.Of(("/app/001_a.cs", CompiledClasses.Migration("A"))),
            CompiledClasses.Of(("/ci/001_a.cs", "namespace Moved { " + CompiledClasses.Migration("B") + " }")));

        Assert.Equal(Checksum(project.Read(null, first)), Checksum(project.Read(null, second)));
        Assert.Matches("^assembly:[0-9a-f]{64}$", Checksum(project.Read(null, first)).Text);
    }

    private static Checksum Checksum(MigrationCatalog catalog) =>
        Assert.Single(catalog.Migrations).ComputeChecksum(SqliteDialect.Instance.Splitter);
}
