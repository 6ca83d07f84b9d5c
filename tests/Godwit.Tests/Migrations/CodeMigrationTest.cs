using System.Collections.Immutable;
using Godwit.Migrations;
using Godwit.Sqlite;
using Xunit;

namespace Godwit.Tests.Migrations;

public sealed class CodeMigrationTest
{
    [Fact]
    public void Files_in_csharp_stand_beside_those_in_sql_under_the_same_namings()
    {
        using var project = new TemporaryProject("001_a.sql", "20260215_02_b.cs", "2025_01_06_143022_c.CS", "V3__d.cs", "R__e.cs", "010_f.up.cs");

        Assert.Equal(["001_a", "V3__d", "010_f", "2025_01_06_143022_c", "20260215_02_b", "R__e"], project.Ids);
    }

    [Theory]
    [InlineData("helpers.cs")]
    [InlineData("x_001.cs")]
    public void A_name_that_follows_no_naming_is_a_problem(string file)
    {
        using var project = new TemporaryProject(file);

        Assert.Equal(ErrorCode.MalformedName, project.Problem().Code);
    }

    [Theory]
    [InlineData("001_a.down.sql")]
    [InlineData("U1__a.sql")]
    [InlineData("001_a.down.cs")]
    public void The_down_of_a_class_does_not_stand_in_a_file_of_its_own(string down)
    {
        using var project = new TemporaryProject("001_a.cs", down);

        Assert.Contains(down, project.Problem().Message, StringComparison.Ordinal);
        Assert.Contains("method Down", project.Problem().Remedy, StringComparison.Ordinal);
    }

    [Fact]
    public void Without_a_loader_a_file_is_listed_and_asking_what_it_says_names_the_package()
    {
        using var project = new TemporaryProject("001_a.cs");
        var migration = Assert.IsAssignableFrom<CodeMigration>(Assert.Single(project.Read().RequireSound().Migrations));

        var error = Assert.Throws<GodwitException>(() => Read(migration));

        Assert.Equal(ErrorCode.NotSupported, error.Code);
        Assert.Equal(Path.Join("migrations", "001_a.cs"), error.Location!.Path);
        Assert.Contains("Godwit.Compiler", error.Remedy, StringComparison.Ordinal);
        Assert.Contains("MigratorOptions.Code", error.Remedy, StringComparison.Ordinal);
    }

    [Fact]
    public void Files_are_loaded_all_together_when_the_first_is_asked_for_and_only_once()
    {
        using var project = new TemporaryProject("001_a.cs", "002_b.sql", "003_c.cs");
        var loader = new Loader(new LoadedCode.Ready(() => MigrationClass.Create(typeof(Plain))), new LoadedCode.Broken(new GodwitException(ErrorCode.InvalidCode, "broken")));
        var catalog = project.Read(loader);
        var (a, c) = ((CodeMigration)catalog.Migrations[0], (CodeMigration)catalog.Migrations[2]);

        _ = a.ComputeChecksum(SqliteDialect.Instance.Splitter);
        Assert.Empty(loader.Asked);
        Assert.Same(a.Load(), a.Load());
        Assert.Equal("broken", Assert.Throws<GodwitException>(c.Load).Message);
        Assert.Equal(["001_a.cs 003_c.cs"], loader.Asked);
    }

    [Fact]
    public void What_the_attributes_say_is_in_the_script()
    {
        using var project = new TemporaryProject("001_a.cs");
        var script = Read(project.Read(new Loader(new LoadedCode.Ready(() => MigrationClass.Create(typeof(Full))))).Migrations[0]);

        Assert.IsType<Full>(script.Code);
        Assert.Equal(new MigrationSection([], TransactionMode.Off, TimeSpan.FromSeconds(2.5)), script.Up);
        Assert.Equal(script.Up, script.Down);
        Assert.Equal(["002_b", "003_c"], script.DependsOn.Select(dependency => dependency.Revision).Order());
        Assert.All(script.DependsOn, dependency => Assert.Equal(new SourceLocation(Path.Join("migrations", "001_a.cs"), 7, 1), dependency.Location));
        Assert.Equal(["staging", "Test"], script.Environments.AsEnumerable());
    }

    [Fact]
    public void What_no_attribute_says_is_as_it_is_for_sql()
    {
        using var project = new TemporaryProject("001_a.cs");
        var script = Read(project.Read(new Loader(new LoadedCode.Ready(() => MigrationClass.Create(typeof(Plain))))).Migrations[0]);

        Assert.Equal(new MigrationSection([], TransactionMode.On, null), script.Up);
        Assert.Empty(script.DependsOn);
        Assert.Empty(script.Environments);
    }

    [Theory]
    [InlineData(typeof(Negative))]
    [InlineData(typeof(NotANumber))]
    public void A_timeout_that_is_no_length_of_time_is_an_error_with_its_place(Type type)
    {
        using var project = new TemporaryProject("001_a.cs");
        var migration = project.Read(new Loader(new LoadedCode.Ready(() => MigrationClass.Create(type)))).Migrations[0];

        var error = Assert.Throws<GodwitException>(() => Read(migration));
        Assert.Equal((ErrorCode.InvalidCode, 9), (error.Code, error.Location!.Line));
    }

    [Fact]
    public void The_checksum_is_over_the_whole_file_by_the_rules_for_all_content()
    {
        using var project = new TemporaryProject();
        project.Write("001_a.cs", "class A\n{\n}\n");
        project.Write("002_b.cs", "\ufeffclass A  \r\n{\r\n}");
        project.Write("003_c.cs", "class A\n{\n}\n// -- DOWN\n");
        project.Write("004_d.sql", "class A\n{\n}\n");

        var checksums = project.Read().Migrations.Select(migration => migration.ComputeChecksum(SqliteDialect.Instance.Splitter)).ToArray();

        Assert.Equal(checksums[0], checksums[1]);
        Assert.NotEqual(checksums[0], checksums[2]);
        Assert.Equal(checksums[0], checksums[3]);
    }

    private static MigrationScript Read(MigrationSource migration) =>
        migration.Read(SqliteDialect.Instance.Splitter, ImmutableDictionary<string, string>.Empty);

    private sealed class Loader(params LoadedCode[] loaded) : CodeLoader
    {
        public List<string> Asked { get; } = [];

        public override ImmutableArray<LoadedCode> Load(ImmutableArray<CodeFile> files)
        {
            Asked.Add(string.Join(' ', files.Select(file => Path.GetFileName(file.FullPath))));
            return [.. loaded];
        }
    }

    [Migration]
    private class Plain : Migration
    {
        public override void Up(SchemaBuilder schema)
        {
        }
    }

    [Migration("001_a.cs", 7, Transaction = TransactionMode.Off, TimeoutSeconds = 2.5)]
    [DependsOn("002_b")]
    [DependsOn("003_c")]
    [Environments("staging", "Test")]
    private sealed class Full : Plain;

    [Migration("001_a.cs", 9, TimeoutSeconds = -1)]
    private sealed class Negative : Plain;

    [Migration("001_a.cs", 9, TimeoutSeconds = double.NaN)]
    private sealed class NotANumber : Plain;
}
