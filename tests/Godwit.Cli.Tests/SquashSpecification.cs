using Godwit.Cli.Tests.Running;
using Godwit.Specification.Servers;
using Xunit;

namespace Godwit.Cli.Tests;

public sealed class SquashOnSqliteTest() : SquashSpecification(Server.Sqlite);

[RequiresServer("GODWIT_TEST_POSTGRESQL")]
public sealed class SquashOnPostgreSqlTest() : SquashSpecification(Server.PostgreSql)
{
    [DatabaseFact]
    public async Task Domains_policies_and_whole_schemas_go_into_the_baseline()
    {
        Project.Migration("001_readers.sql", "CREATE DOMAIN email AS text CHECK (VALUE LIKE '%@%');\nCREATE TABLE readers (id integer PRIMARY KEY, address email);");
        Project.Migration("002_audit.sql", "CREATE SCHEMA audit;\nCREATE TABLE audit.entries (id integer PRIMARY KEY, reader integer REFERENCES public.readers (id));");
        Project.Migration("003_policy.sql", "ALTER TABLE readers ENABLE ROW LEVEL SECURITY;\nCREATE POLICY own ON readers USING (address = current_user);");

        (await Project.RunAsync("squash")).Succeeded().Says("stands for 3 migrations");

        (await Project.RunAsync("migrate")).Succeeded();
        Assert.Equal(["003_baseline 1"], await HistoryAsync());
        Assert.Equal(["own"], await ColumnAsync("SELECT policyname FROM pg_policies WHERE tablename = 'readers'"));
        Assert.Equal(["0"], await ColumnAsync("SELECT count(*) FROM audit.entries"));
    }
}

[RequiresServer("GODWIT_TEST_MARIADB")]
public sealed class SquashOnMariaDbTest() : SquashSpecification(Server.MariaDb);

/// <summary>Many migrations become one, and every database finds its way from wherever it is.</summary>
public abstract class SquashSpecification(Server server) : DatabaseSpecification(server)
{
    [DatabaseTheory]
    [InlineData("sql")]
    [InlineData("csharp")]
    public async Task A_database_that_has_all_takes_the_baseline_in_their_place_and_a_new_one_gets_the_same_schema(string format)
    {
        WriteBirds();
        (await Project.RunAsync("migrate --step 2")).Succeeded();
        (await Project.RunAsync("migrate")).Succeeded();
        var columns = await BirdColumnsAsync();

        (await Project.RunAsync($"squash --format {format}")).Succeeded().Says("stands for 3 migrations");

        Assert.Equal([$"003_baseline.{(format is "sql" ? "sql" : "cs")}"], Project.MigrationFiles());
        (await Project.RunAsync("status")).Succeeded().Says("3 applied, 0 pending, 1 stands for applied ones");
        (await Project.RunAsync("migrate")).Succeeded().Says("Recorded 1 baseline for migrations that are already applied");
        Assert.Equal(["003_baseline 2"], await HistoryAsync());
        Assert.Equal(["1"], await ColumnAsync("SELECT count(*) FROM birds"));
        (await Project.RunAsync("migrate")).Succeeded().Says("Nothing to apply");
        (await Project.RunAsync("rollback")).Failed("missing-down", words: ["baseline"]);

        (await Project.RunAsync("fresh --force")).Succeeded();

        Assert.Equal(["003_baseline 1"], await HistoryAsync());
        Assert.Equal(columns, await BirdColumnsAsync());
    }

    [DatabaseFact]
    public async Task A_database_that_is_behind_is_given_the_rest_of_the_old_ones_first()
    {
        WriteBirds();
        (await Project.RunAsync("migrate --step 1")).Succeeded();
        (await Project.RunAsync("squash")).Succeeded();
        Project.Migration("004_nests.sql", "CREATE TABLE nests (id int);\n-- DOWN\nDROP TABLE nests;");

        (await Project.RunAsync("migrate")).Succeeded().Says("Applied 3 migrations in batch 2", "Recorded 1 baseline");

        Assert.Equal(["003_baseline 2", "004_nests 2"], await HistoryAsync());
        Assert.Equal(["curlew"], await ColumnAsync("SELECT name FROM birds"));
    }

    [DatabaseFact]
    public async Task A_database_that_is_behind_is_refused_when_the_old_files_are_gone_and_one_that_has_all_is_not()
    {
        WriteBirds();
        (await Project.RunAsync("migrate --step 2")).Succeeded();
        (await Project.RunAsync("squash")).Succeeded();
        Directory.Move(Path.Join(Project.Root, "database/migrations/squashed"), Path.Join(Project.Root, "elsewhere"));
        var before = await StateAsync();

        (await Project.RunAsync("migrate")).Failed("applied-but-missing", words: ["lacks 1", "003_weight", "squashed"]);
        Assert.Equal(before, await StateAsync());

        Directory.Move(Path.Join(Project.Root, "elsewhere"), Path.Join(Project.Root, "database/migrations/squashed"));
        (await Project.RunAsync("upgrade 003_weight")).Succeeded();
        Directory.Delete(Path.Join(Project.Root, "database/migrations/squashed"), recursive: true);
        (await Project.RunAsync("migrate")).Succeeded().Says("Recorded 1 baseline");
        Assert.Equal(["003_baseline 2"], await HistoryAsync());
    }

    [DatabaseFact]
    public async Task What_was_squashed_once_is_squashed_again_and_a_database_from_before_both_finds_its_way()
    {
        WriteBirds();
        (await Project.RunAsync("migrate --step 1")).Succeeded();
        (await Project.RunAsync("squash")).Succeeded();
        Project.Migration("004_nests.sql", "CREATE TABLE nests (id int);");
        (await Project.RunAsync("squash")).Succeeded();
        Assert.Equal(["004_baseline.sql"], Project.MigrationFiles());

        (await Project.RunAsync("migrate")).Succeeded().Says("Applied 3 migrations in batch 2", "Recorded 2 baselines");

        Assert.Equal(["004_baseline 2"], await HistoryAsync());
    }

    [DatabaseFact]
    public async Task Rows_that_migrations_inserted_are_named_in_the_file_and_to_the_one_who_runs_it()
    {
        WriteBirds();

        var outcome = (await Project.RunAsync("squash --json")).Succeeded();

        Assert.Equal("birds", Assert.Single(outcome.Json.GetProperty("rows").EnumerateArray()).GetProperty("table").GetString());
        Assert.Contains("put 1 row into birds", await File.ReadAllTextAsync(Path.Join(Project.Root, "database/migrations/003_baseline.sql")), StringComparison.Ordinal);
        Assert.Equal(["001_birds.sql", "002_curlew.sql", "003_weight.sql"], Squashed());
    }

    [DatabaseFact]
    public async Task Up_to_a_revision_the_later_ones_stay_and_the_database_that_has_them_keeps_their_order()
    {
        WriteBirds();
        (await Project.RunAsync("migrate")).Succeeded();

        (await Project.RunAsync("squash 002_curlew --name first birds")).Failed("usage", Commands.ExitCode.Usage);
        (await Project.RunAsync("squash 002_curlew --name first_birds")).Succeeded();
        (await Project.RunAsync("migrate")).Succeeded();

        Assert.Equal(["002_first_birds 1", "003_weight 1"], await HistoryAsync());
        (await Project.RunAsync("rollback --count 1")).Succeeded();
        Assert.Equal(["002_first_birds 1"], await HistoryAsync());
    }

    [DatabaseFact]
    public async Task What_cannot_go_into_a_baseline_is_said_and_no_file_is_moved()
    {
        (await Project.RunAsync("squash")).Failed("usage", Commands.ExitCode.Usage);
        WriteBirds();
        Project.Migration("004_test.sql", "-- environments: development\nCREATE TABLE tests (id int);");
        (await Project.RunAsync("squash")).Failed("not-supported", words: ["004_test", "some environments"]);
        Project.Migration("005_later.sql", "-- depends: 002_curlew\nCREATE TABLE later (id int);");
        (await Project.RunAsync("squash 003_weight")).Failed("not-supported", words: ["005_later", "depends on 002_curlew"]);
        Project.Migration("002_curlew.sql", "INSERT INTO birds (nest) VALUES (1);");
        Project.Delete("005_later.sql");
        (await Project.RunAsync("squash 003_weight")).Ended(Commands.ExitCode.Failed);

        Assert.Equal(["001_birds.sql", "002_curlew.sql", "003_weight.sql", "004_test.sql"], Project.MigrationFiles());
        Assert.False(Directory.Exists(Path.Join(Project.Root, "database/migrations/squashed")));
    }

    private void WriteBirds()
    {
        Project.Migration("001_birds.sql", "CREATE TABLE birds (id int NOT NULL PRIMARY KEY, name varchar(40) NOT NULL);\nCREATE INDEX birds_by_name ON birds (name);\n-- DOWN\nDROP TABLE birds;");
        Project.Migration("002_curlew.sql", "INSERT INTO birds (id, name) VALUES (1, 'curlew');\n-- DOWN\nDELETE FROM birds;");
        Project.Migration("003_weight.sql", "ALTER TABLE birds ADD COLUMN weight int;\n-- DOWN\nALTER TABLE birds DROP COLUMN weight;");
    }

    private string[] Squashed() =>
        [.. Directory.GetFiles(Path.Join(Project.Root, "database/migrations/squashed")).Select(file => Path.GetFileName(file)).Order(StringComparer.Ordinal)];

    private Task<string[]> BirdColumnsAsync() => ColumnAsync(Server is Server.Sqlite
        ? "SELECT name || ' ' || \"notnull\" || ' ' || pk FROM pragma_table_info('birds') UNION ALL SELECT name FROM sqlite_master WHERE type = 'index' AND sql IS NOT NULL"
        : $"SELECT {(Server is Server.MariaDb ? "concat(column_name, ' ', column_type, ' ', is_nullable)" : "column_name || ' ' || data_type || ' ' || is_nullable")} FROM information_schema.columns "
            + $"WHERE table_name = 'birds' AND table_schema = {(Server is Server.MariaDb ? "database()" : "'public'")} ORDER BY ordinal_position");
}
