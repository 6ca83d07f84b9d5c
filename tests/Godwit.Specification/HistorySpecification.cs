using System.Globalization;
using Godwit.Planning;
using Godwit.Specification.Servers;
using Xunit;

namespace Godwit.Specification;

/// <summary>The history table: made when needed, read without writing, and true to what was applied.</summary>
public abstract class HistorySpecification<TProduct> : Specification<TProduct>
    where TProduct : Product, new()
{
    [DatabaseFact]
    [Trait("Parity", "A1")]
    public async Task Installing_creates_the_history_and_its_companions_once()
    {
        Assert.True(await Project.Migrator().InstallAsync());
        var tables = await Project.RowsAsync(Product.CatalogQuery);
        Assert.Contains("table migrations", tables);
        Assert.Contains("table migrations_lock", tables);
        Assert.Contains("table migrations_journal", tables);

        Assert.False(await Project.Migrator().InstallAsync());
        Assert.Equal(tables, await Project.RowsAsync(Product.CatalogQuery));
    }

    [DatabaseFact]
    public async Task Twenty_may_install_at_once()
    {
        await Task.WhenAll(Enumerable.Range(0, 20).Select(_ => Task.Run(() => Project.Migrator().InstallAsync())));

        Assert.Equal(["1"], await Project.RowsAsync("SELECT count(*) FROM migrations_lock"));
        Assert.True((await Project.Migrator().SurveyAsync()).History.Installed);
    }

    [DatabaseFact]
    [Trait("Parity", "A1 A17")]
    public async Task Reading_verbs_say_that_nothing_is_installed_and_write_nothing()
    {
        Project.Write("1_a.sql", Script.Table("a"));
        var migrator = Project.Migrator();

        var survey = await migrator.SurveyAsync();
        var plan = await migrator.PlanAsync(new Target.Head());

        Assert.False(survey.History.Installed);
        Assert.Single(await migrator.PendingAsync());
        Assert.Empty(await migrator.AppliedAsync());
        Assert.Single(plan.Steps);
        Assert.Single(await migrator.PreviewAsync(plan));
        Assert.True((await migrator.PlanAsync(new Target.Base())).IsEmpty);
        Assert.Null(await migrator.LockHolderAsync());
        Assert.Empty(await Project.DumpAsync());
    }

    [DatabaseFact]
    [Trait("Parity", "A15")]
    public async Task The_columns_are_those_that_users_query()
    {
        await Project.Migrator().InstallAsync();

        await using var connection = await Project.ConnectAsync();
        await using var command = connection.CreateCommand();
        command.CommandText = "SELECT * FROM migrations";
        await using var reader = await command.ExecuteReaderAsync();

        var columns = Enumerable.Range(0, reader.FieldCount).Select(reader.GetName);
        Assert.Equal(
            ["id", "migration", "batch", "executed_at", "checksum", "state", "duration_ms", "applied_by", "godwit_version", "down_sql"], columns);
    }

    [DatabaseFact]
    public async Task A_row_says_when_how_long_by_whom_and_what()
    {
        Project.Write("1_a.sql", Script.Table("a"));
        var before = DateTimeOffset.UtcNow;
        await Project.Migrator(options => options with { AppliedBy = @"o'brien\host" }).MigrateAsync();

        var row = Assert.Single((await Project.Migrator().SurveyAsync()).History.Applied);

        Assert.InRange(row.ExecutedAt, before.AddSeconds(-5), DateTimeOffset.UtcNow.AddSeconds(5));
        Assert.InRange(row.Duration!.Value.TotalSeconds, 0, 60);
        Assert.Equal(@"o'brien\host", row.AppliedBy);
        Assert.Matches("^[a-z0-9]+:[0-9a-f]+$", row.Checksum);
        Assert.Matches(@"^\d+\.\d+\.\d+$", row.GodwitVersion);
        Assert.True(row.HasDownSql);
        Assert.Equal(History.MigrationState.Applied, row.State);
    }

    [DatabaseTheory]
    [InlineData("it's", """he said "no" `twice`""", @"C:\new\table\", "🎉 naïve ﬃ")]
    [InlineData("''", @"\'; DROP TABLE a; --", "${x} $$ $1 ? @p :p %s {0}", "tab\there")]
    public async Task What_the_history_keeps_comes_back_as_it_was(params string[] texts)
    {
        var inserts = string.Join('\n', texts.Select((text, i) => $"INSERT INTO a VALUES ({i}, {Product.Dialect.Literal(text + "\nsecond line")});"));
        Project.Write("1_a.sql", $"CREATE TABLE a (id integer, name {Product.Dialect.Traits.TextType}){Product.Dialect.Traits.TableOptions};").Write("2_rows.sql", Script.UpDown("", inserts));
        await Project.MigrateAsync();
        Project.Delete("2_rows.sql");

        await Project.RollbackAsync();

        Assert.Equal(texts.Select(text => text + "\nsecond line"), await Project.RowsAsync("SELECT name FROM a ORDER BY id"));
    }

    [DatabaseFact]
    public async Task An_id_may_hold_any_character_that_a_file_name_may()
    {
        const string Id = "1_it's \"so\" `odd` \\ 🎉";
        Project.Write(Id + ".sql", Script.Table("a"));

        Assert.Equal([Id], Ids(await Project.MigrateAsync()));
        Assert.Equal([Id], await Project.RowsAsync("SELECT migration FROM migrations"));
        Assert.Equal([Id], Ids(await Project.RollbackAsync()));
        Assert.Empty(await Project.HistoryAsync());
    }

    [DatabaseFact]
    public async Task Ids_that_differ_in_case_only_are_two_migrations()
    {
        Project.Write("1_a.sql", Script.Table("a")).Write("2_A.sql", Script.Table("b")).Write("3_ä.sql", Script.Table("c"));

        await Project.MigrateAsync();

        Assert.Equal(3, (await Project.HistoryAsync()).Length);
        Assert.Empty((await Project.MigrateAsync()).Completed);
    }

    [DatabaseTheory]
    [InlineData("schema_history")]
    [InlineData("Godwit_History")]
    [InlineData("order")]
    [InlineData("two words")]
    [Trait("Parity", "D3")]
    public async Task The_history_has_the_name_that_it_is_given(string table)
    {
        Project.Write("1_a.sql", Script.Table("a")).Write("2_b.sql", $"-- transaction: off\n{Script.Table("b")}");
        Migrator Named() => Project.Migrator(options => options with { Table = table });

        await Named().MigrateAsync();

        Assert.Equal(["1_a", "2_b"], await Project.RowsAsync($"SELECT migration FROM {Product.Dialect.Quote(table)} ORDER BY id"));
        Assert.Contains($"table {table}_lock", await Project.RowsAsync(Product.CatalogQuery));
        Assert.DoesNotContain("table migrations", await Project.RowsAsync(Product.CatalogQuery));
        Assert.Equal(["2_b", "1_a"], Ids(await Named().ResetAsync()));
    }

    [DatabaseTheory]
    [InlineData("godwit_version", "99.0.0")]
    [InlineData("state", "quarantined")]
    public async Task A_row_of_a_newer_godwit_stops_every_verb_and_nothing_is_changed(string column, string value)
    {
        Project.Write("1_a.sql", Script.Table("a"));
        await Project.MigrateAsync();
        await Project.ExecuteAsync($"UPDATE migrations SET {column} = '{value}'");
        Project.Write("2_b.sql", Script.Table("b"));
        var before = await Project.DumpAsync();

        foreach (var verb in Verbs(Project.Migrator()))
        {
            var error = await Assert.ThrowsAsync<GodwitException>(verb);
            Assert.Equal(ErrorCode.NewerHistory, error.Code);
            Assert.Contains(value, error.Message, StringComparison.Ordinal);
            AssertHelpful(error);
        }

        Assert.Equal(before, await Project.DumpAsync());
    }

    [DatabaseTheory]
    [InlineData("Laravel", "id integer, migration varchar(255), batch integer")]
    [InlineData("Alembic", "version_num varchar(32)")]
    [InlineData("Flyway", "installed_rank integer, version varchar(50), description varchar(200), type varchar(20), script varchar(1000), checksum integer, success boolean")]
    [InlineData("Entity Framework", "\"MigrationId\" varchar(150), \"ProductVersion\" varchar(32)")]
    [InlineData("golang-migrate", "version bigint, dirty boolean")]
    [InlineData("no tool that Godwit knows", "bird varchar(50), weight integer")]
    public async Task A_table_of_that_name_which_another_tool_made_is_recognised_and_not_touched(string tool, string columns)
    {
        await Project.ExecuteAsync($"CREATE TABLE migrations ({columns.Replace("\"", Product.Dialect.Traits.IdentifierQuote, StringComparison.Ordinal)})");
        Project.Write("1_a.sql", Script.Table("a"));
        var before = await Project.DumpAsync();

        foreach (var verb in Verbs(Project.Migrator()))
        {
            var error = await Assert.ThrowsAsync<GodwitException>(verb);
            Assert.Equal(ErrorCode.ForeignHistory, error.Code);
            Assert.Contains(tool, error.Message, StringComparison.Ordinal);
            AssertHelpful(error);
        }

        Assert.Equal(before, await Project.DumpAsync());
    }

    [DatabaseFact]
    public async Task Batches_and_order_come_from_the_database_and_not_from_the_clock()
    {
        Project.Write("1_a.sql", Script.Table("a")).Write("2_b.sql", Script.Table("b"));
        await Project.MigrateAsync();
        await Project.ExecuteAsync($"UPDATE migrations SET executed_at = '{new DateTime(2001, 2, 3).ToString("yyyy-MM-dd", CultureInfo.InvariantCulture)} 04:05:06' WHERE migration = '2_b'");

        Assert.Equal(["2_b", "1_a"], Ids(await Project.RollbackAsync(2)));
    }

    private static IEnumerable<Func<Task>> Verbs(Migrator migrator) =>
    [
        () => migrator.SurveyAsync(), () => migrator.InstallAsync(), () => migrator.MigrateAsync(), () => migrator.RollbackAsync(),
        () => migrator.RepairAsync("1_a"), () => migrator.LockHolderAsync(),
    ];
}
