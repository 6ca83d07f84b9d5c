using Godwit.Specification;
using Godwit.Specification.Servers;
using Xunit;

namespace Godwit.PostgreSql.Tests;

/// <summary>Schemas, extensions and session settings.</summary>
[RequiresServer(PostgreSqlProduct.Variable)]
public sealed class SchemaTest : Specification<PostgreSqlProduct>
{
    [DatabaseFact]
    public async Task The_history_may_live_in_a_schema_of_its_own()
    {
        await Project.ExecuteAsync("CREATE SCHEMA audit");
        Project.Write("1_a.sql", Script.Table("a"));
        Migrator Audited() => Project.Migrator(options => options with { Table = "audit.migrations" });

        await Audited().MigrateAsync();

        Assert.Equal(["1_a"], await Project.RowsAsync("SELECT migration FROM audit.migrations"));
        Assert.Equal("1", await Project.ScalarAsync("SELECT count(*) FROM audit.migrations_lock"));
        Assert.DoesNotContain("table migrations", await Project.RowsAsync(Product.CatalogQuery));
        Assert.Equal(["1_a"], Ids(await Audited().RollbackAsync()));
    }

    [DatabaseFact]
    public async Task A_schema_for_the_history_that_does_not_exist_is_an_error_with_a_way_out()
    {
        Project.Write("1_a.sql", Script.Table("a"));

        var error = await Assert.ThrowsAsync<GodwitException>(() => Project.Migrator(options => options with { Table = "missing.migrations" }).MigrateAsync());

        Assert.Contains("missing", error.Message, StringComparison.Ordinal);
        AssertHelpful(error);
        Assert.Empty(await Project.TablesAsync());
    }

    [DatabaseFact]
    public async Task Extensions_and_what_they_own_stay_when_the_schema_is_wiped()
    {
        await Project.ExecuteAsync("CREATE EXTENSION citext");
        await Project.ExecuteAsync("CREATE TABLE a (name citext)");

        Assert.Equal(1, await Project.Migrator().WipeAsync());

        Assert.Equal("citext", await Project.ScalarAsync("SELECT extname FROM pg_extension WHERE extname = 'citext'"));
        await Project.ExecuteAsync("CREATE TABLE a (name citext)");
    }

    [DatabaseFact]
    public async Task Other_schemas_are_not_wiped()
    {
        await Project.ExecuteAsync("CREATE SCHEMA other");
        await Project.ExecuteAsync("CREATE TABLE other.kept (id integer)");
        await Project.ExecuteAsync("CREATE TABLE a (id integer)");

        Assert.Equal(1, await Project.Migrator().WipeAsync());

        Assert.Equal("0", await Project.ScalarAsync("SELECT count(*) FROM other.kept"));
    }

    [DatabaseFact]
    public async Task The_moment_of_application_is_utc_whatever_the_session_s_time_zone()
    {
        await Project.ExecuteAsync($"DO $$ BEGIN EXECUTE format('ALTER DATABASE %I SET timezone TO ''Asia/Tokyo''', current_database()); END $$");
        Project.Write("1_a.sql", Script.Table("a"));

        await Project.MigrateAsync();

        var row = Assert.Single((await Project.Migrator().SurveyAsync()).History.Applied);
        Assert.InRange(row.ExecutedAt, DateTimeOffset.UtcNow.AddMinutes(-2), DateTimeOffset.UtcNow.AddMinutes(2));
    }

    [DatabaseFact]
    public async Task Texts_with_backslashes_are_kept_also_where_strings_are_not_standard()
    {
        await Project.ExecuteAsync("DO $$ BEGIN EXECUTE format('ALTER DATABASE %I SET standard_conforming_strings TO off', current_database()); END $$");
        Project.Write("1_a.sql", Script.UpDown("CREATE TABLE a (id integer);", @"COMMENT ON TABLE a IS E'C:\\new';" + "\nDROP TABLE a;"));

        await Project.Migrator(options => options with { AppliedBy = @"DOMAIN\user" }).MigrateAsync();

        Assert.Equal([@"DOMAIN\user"], await Project.RowsAsync("SELECT applied_by FROM migrations"));
        Project.Delete("1_a.sql");
        await Project.RollbackAsync();
        Assert.Empty(await Project.TablesAsync());
    }

    [DatabaseFact]
    public async Task A_statement_that_the_server_itself_ends_is_told_as_a_failure_and_not_as_a_cancelled_run()
    {
        Project.Write("1_a.sql", "SET LOCAL statement_timeout = 200;\nSELECT pg_sleep(20);");

        var error = await Project.MigrateAndFailAsync();

        Assert.Equal(ErrorCode.StatementFailed, error.Code);
        Assert.Contains("statement timeout", error.Message, StringComparison.Ordinal);
        Assert.Equal(2, error.Location!.Line);
    }

    [DatabaseFact]
    public async Task A_lock_that_others_hold_on_a_table_is_told_as_such()
    {
        Project.Write("1_a.sql", Script.Table("a")).Write("2_alter.sql", "SET LOCAL lock_timeout = 200;\nALTER TABLE a ADD COLUMN name text;");
        await Project.Migrator().MigrateAsync("1");
        await using var other = await Project.ConnectAsync();
        await using var transaction = await other.BeginTransactionAsync();
        await using var command = other.CreateCommand();
        command.CommandText = "LOCK TABLE a";
        await command.ExecuteNonQueryAsync();

        var error = await Assert.ThrowsAsync<GodwitException>(() => Project.Migrator(options => options with { LockAttempts = 1 }).MigrateAsync());

        Assert.Equal(ErrorCode.Locked, error.Code);
        Assert.Contains("Nothing of 2_alter is applied", error.State, StringComparison.Ordinal);
        AssertHelpful(error);
    }

    [DatabaseFact]
    public async Task The_position_of_an_error_counts_characters_beyond_the_basic_plane_as_editors_do()
    {
        Project.Write("1_a.sql", "SELECT '🎉🎉', missing_column;");

        var error = await Project.MigrateAndFailAsync();

        Assert.Equal((1, "SELECT '🎉🎉', ".Length + 1), (error.Location!.Line, error.Location.Column));
    }
}
