using Godwit.Migrations;
using Xunit;

namespace Godwit.Tests.Migrations;

public sealed class MigrationCatalogTest
{
    [Fact]
    [Trait("Parity", "B8")]
    public void Every_naming_is_understood_in_one_directory_and_one_order()
    {
        using var project = new TemporaryProject(
            "R__views.sql", "R__a_view.sql", "20260215_b.sql", "20260215_02_x.sql", "2025_01_06_143022_x.sql", "20250106143022_x.sql",
            "V1_2__x.sql", "U1_2__x.sql", "002_x.sql", "010_x.up.sql", "010_x.down.sql", "20240101000000_x/migration.sql",
            "20240102000000_x/up.sql", "20240102000000_x/down.sql", "20260215_a.sql");

        Assert.Equal(
            [
                "V1_2__x", "002_x", "010_x", "2025_01_06_143022_x", "20260215_a", "20260215_b", "20260215_02_x", "20240101000000_x",
                "20240102000000_x", "20250106143022_x", "R__a_view", "R__views",
            ],
            project.Ids);
    }

    [Theory]
    [InlineData("V1_2__x.sql", "U1_2__undo.sql")]
    [InlineData("V1.2__x.sql", "U1_2__x.sql")]
    [InlineData("001_x.up.sql", "001_x.down.sql")]
    [InlineData("001_x.sql", "001_x.down.sql")]
    [InlineData("20240101000000_x/up.sql", "20240101000000_x/down.sql")]
    [InlineData("20240101000000_x/migration.sql", "20240101000000_x/down.sql")]
    [InlineData("001_X.UP.SQL", "001_X.DOWN.SQL")]
    public void A_migration_in_two_files_is_one_migration(string up, string down)
    {
        using var project = new TemporaryProject(up, down);
        var migration = Assert.IsType<SqlMigration>(Assert.Single(project.Read().RequireSound().Migrations));
        Assert.Equal(Path.Join("migrations", up), migration.Path);
        Assert.Equal(Path.Join("migrations", down), migration.DownPath);
    }

    [Fact]
    [Trait("Parity", "D1")]
    public void Numbers_are_ordered_as_numbers_not_as_text()
    {
        using var project = new TemporaryProject("10_x.sql", "9_x.sql", "100000000000000000000_x.sql", "99999999999999999999_x.sql");
        Assert.Equal(["9_x", "10_x", "99999999999999999999_x", "100000000000000000000_x"], project.Ids);
    }

    [Fact]
    public void Files_that_are_clearly_no_migrations_are_left_alone()
    {
        using var project = new TemporaryProject(
            "001_x.sql", "README.md", ".gitkeep", ".001_x.sql.swp", ".hidden.sql", "001_x.sql~", "migration_lock.toml",
            "archive/old.sql", "meta/x.json");
        Assert.Equal(["001_x"], project.Ids);
    }

    [Fact]
    public void An_empty_directory_has_no_migrations_and_no_problem()
    {
        using var project = new TemporaryProject();
        Assert.Empty(project.Ids);
    }

    [Fact]
    public void Migrations_of_several_directories_have_one_order()
    {
        using var project = new TemporaryProject("001_a.sql", "003_c.sql", "more/002_b.sql");
        var catalog = MigrationCatalog.Read(project.Root, ["migrations", Path.Join(project.Root, "migrations", "more")]);
        Assert.Equal(["001_a", "002_b", "003_c"], catalog.RequireSound().Migrations.Select(migration => migration.Id.Text));
        Assert.Equal(Path.Join("migrations", "more", "002_b.sql"), catalog.Migrations[1].Path);
    }

    [Fact]
    public void A_missing_directory_is_a_problem_that_names_it()
    {
        using var project = new TemporaryProject();
        var problem = Assert.Single(MigrationCatalog.Read(project.Root, ["nowhere"]).Problems);
        Assert.Equal(ErrorCode.DirectoryMissing, problem.Code);
        Assert.Contains("nowhere", problem.Message, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("create_posts.sql", "20261120143022_create_posts.sql")]
    [InlineData("create posts.sql", "20261120143022_create_posts.sql")]
    [InlineData("create_posts.up.sql", "20261120143022_create_posts.up.sql")]
    [InlineData("001create.sql", "001_create.sql")]
    [InlineData("V_1__create.sql", "1_create.sql")]
    [InlineData("001 create.sql", "001_create.sql")]
    [InlineData("_001_create.sql", "001_create.sql")]
    [InlineData("R__.sql", "20261120143022_R__.sql")]
    [InlineData("U__x.sql", "20261120143022_U__x.sql")]
    [Trait("Parity", "A17")]
    public void A_malformed_name_is_a_problem_that_suggests_a_well_formed_one(string file, string suggestion)
    {
        using var project = new TemporaryProject(file, "002_x.sql");
        File.SetLastWriteTimeUtc(Path.Join(project.Root, "migrations", file), new DateTime(2026, 11, 20, 14, 30, 22, DateTimeKind.Utc));
        var problem = project.Problem();
        Assert.Equal(ErrorCode.MalformedName, problem.Code);
        Assert.Contains(Path.Join("migrations", file), problem.Message, StringComparison.Ordinal);
        Assert.Contains("V1_2__name.sql", problem.Message, StringComparison.Ordinal);
        Assert.Contains($"to {suggestion},", problem.Remedy, StringComparison.Ordinal);
        Assert.Equal("002_x", Assert.Single(project.Read().Migrations).Id.Text);
    }

    [Theory]
    [InlineData("create_posts/up.sql", "create_posts")]
    [InlineData("create_posts/migration.sql", "create_posts")]
    [InlineData("2024/001_x.sql", "2024")]
    public void A_directory_that_is_only_half_a_migration_is_a_problem(string file, string directory)
    {
        using var project = new TemporaryProject(file);
        Assert.Equal(ErrorCode.MalformedName, project.Problem().Code);
        Assert.Contains(Path.Join("migrations", directory), project.Problem().Message, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("001_a.sql", "001_b.sql")]
    [InlineData("001_a.sql", "1_b.sql")]
    [InlineData("V1_2__a.sql", "V1.2__b.sql")]
    [InlineData("20250106143022_a.sql", "20250106143022_b.sql")]
    [InlineData("20260215_02_a.sql", "20260215_02_b.sql")]
    [InlineData("001_a.sql", "001_a.up.sql")]
    [InlineData("001_a.sql", "001_a/up.sql")]
    [InlineData("001_a/up.sql", "001_a/migration.sql")]
    [InlineData("20260215_a.sql", "20260215_a.up.sql")]
    [InlineData("V1__a.sql", "V1__b.sql")]
    [InlineData("001_a.sql", "001_a.cs")]
    [InlineData("001_a.cs", "1_b.sql")]
    [InlineData("001_a.cs", "001_b.cs")]
    [InlineData("001_a.cs", "001_a/up.sql")]
    [Trait("Parity", "C10")]
    public void The_same_version_twice_is_a_problem_that_names_both_files(string first, string second)
    {
        using var project = new TemporaryProject(first, second);
        var problem = project.Problem();
        Assert.Equal(ErrorCode.DuplicateVersion, problem.Code);
        Assert.Contains(Path.Join("migrations", first), problem.Message, StringComparison.Ordinal);
        Assert.Contains(Path.Join("migrations", second), problem.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void The_same_id_in_two_directories_is_a_problem_even_where_days_may_repeat()
    {
        using var project = new TemporaryProject("20260215_a.sql", "more/20260215_a.sql", "R__v.sql", "more/R__v.sql");
        var catalog = MigrationCatalog.Read(project.Root, ["migrations", "migrations/more"]);
        Assert.Equal([ErrorCode.DuplicateVersion, ErrorCode.DuplicateVersion], catalog.Problems.Select(problem => problem.Code));
    }

    [Theory]
    [InlineData("001_a.down.sql")]
    [InlineData("U1_2__a.sql")]
    [InlineData("20240101000000_x/down.sql")]
    [InlineData("001_a.down.cs")]
    [InlineData("U1__a.cs")]
    public void A_down_without_its_up_is_a_problem(string down)
    {
        using var project = new TemporaryProject("002_b.sql", down);
        Assert.Equal(ErrorCode.MalformedName, project.Problem().Code);
        Assert.Contains(Path.Join("migrations", down), project.Problem().Message, StringComparison.Ordinal);
    }

    [Fact]
    public void Two_downs_of_one_migration_are_a_problem()
    {
        using var project = new TemporaryProject("V1__a.sql", "V1__a.down.sql", "U1__a.sql");
        Assert.Equal(ErrorCode.DuplicateVersion, project.Problem().Code);
    }

    [Fact]
    public void A_run_ends_with_the_first_problem_and_says_how_many_others_there_are()
    {
        using var project = new TemporaryProject("a.sql", "b.sql", "c.sql", "001_x.sql");
        var error = Assert.Throws<GodwitException>(() => project.Read().RequireSound());
        Assert.Equal(ErrorCode.MalformedName, error.Code);
        Assert.Contains("a.sql", error.Message, StringComparison.Ordinal);
        Assert.Contains("2 more problems", error.Remedy, StringComparison.Ordinal);
    }

    [Fact]
    public void A_migration_is_found_by_its_id()
    {
        using var project = new TemporaryProject("001_a.sql", "002_b.sql", "010_c.sql", "R__v.sql");
        var catalog = project.Read();
        Assert.All(catalog.Migrations, migration => Assert.Same(migration, catalog.Find(new MigrationId(migration.Id.Text))));
        Assert.Null(catalog.Find(new MigrationId("002_c")));
    }
}
