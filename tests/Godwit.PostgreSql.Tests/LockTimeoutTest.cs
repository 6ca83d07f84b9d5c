using Godwit.Execution;
using Godwit.Specification;
using Godwit.Specification.Servers;
using Xunit;

namespace Godwit.PostgreSql.Tests;

/// <summary>The limits on waiting and on statements, as PostgreSQL has them.</summary>
[RequiresServer(PostgreSqlProduct.Variable)]
public sealed class LockTimeoutTest : Specification<PostgreSqlProduct>
{
    [DatabaseFact]
    public async Task The_limits_are_those_of_the_transaction_and_concurrent_builds_have_none()
    {
        Project.Write("1_a.sql", "CREATE TABLE a (id int, seen text);").Write("2_b.sql", """
            INSERT INTO a VALUES (1, current_setting('lock_timeout') || ' ' || current_setting('statement_timeout'));
            CREATE INDEX CONCURRENTLY a_id ON a (id);
            INSERT INTO a VALUES (2, current_setting('lock_timeout'));
            """);
        await using var handle = Project.Handle();
        await using var migrator = Project.Migrator(handle, options => options with { StatementTimeout = TimeSpan.FromSeconds(20) });

        await migrator.MigrateAsync();

        Assert.Equal(["1 500ms 20s", "2 500ms"], await Project.RowsAsync("SELECT id, seen FROM a ORDER BY id"));
    }

    [DatabaseFact]
    public async Task A_part_of_a_migration_is_tried_again_as_well()
    {
        Project.Write("1_a.sql", Script.Table("a")).Write("2_b.sql", Script.Table("b"));
        await Project.MigrateAsync();
        await using var user = await Project.ConnectAsync();
        await using var transaction = await user.BeginTransactionAsync();
        await using (var reading = user.CreateCommand())
        {
            reading.CommandText = "LOCK TABLE a IN ACCESS SHARE MODE";
            await reading.ExecuteNonQueryAsync();
        }

        Project.Write("3_c.sql", "CREATE INDEX CONCURRENTLY b_id ON b (id); ALTER TABLE a ADD COLUMN c int; INSERT INTO b VALUES (1);");
        var run = Task.Run(Project.MigrateAsync);
        while (Events<ExecutionEvent.Blocked>().Length == 0 && !run.IsCompleted) await Task.Delay(20);
        await transaction.RollbackAsync();

        Assert.Equal(["3_c"], Ids(await run));
        Assert.Equal(["1"], await Project.RowsAsync("SELECT id FROM b"));
    }

    [DatabaseFact]
    public async Task A_statement_that_takes_too_long_is_ended_by_the_server()
    {
        Project.Write("1_slow.sql", "SELECT pg_sleep(20);");

        var error = await Assert.ThrowsAsync<GodwitException>(() => Project.Migrator(options => options with { StatementTimeout = TimeSpan.FromSeconds(0.2) }).MigrateAsync());

        Assert.Equal(ErrorCode.StatementTimeout, error.Code);
        Assert.Contains("0.2 s", error.Message, StringComparison.Ordinal);
        Assert.Empty(await Project.HistoryAsync());
    }
}
