using System.Data;
using Godwit.Specification;
using Godwit.Specification.Servers;
using Npgsql;
using Xunit;

namespace Godwit.PostgreSql.Tests;

/// <summary>An application's own connection or data source.</summary>
[RequiresServer(PostgreSqlProduct.Variable)]
public sealed class GivenConnectionTest : Specification<PostgreSqlProduct>
{
    [DatabaseTheory]
    [InlineData(true)]
    [InlineData(false)]
    public async Task A_connection_is_left_as_it_was_open_or_not(bool open)
    {
        Project.Write("1_a.sql", Script.Table("a")).Write("2_b.sql", Script.Table("b"));
        await using var connection = (NpgsqlConnection)await Project.ConnectAsync();
        if (!open) await connection.CloseAsync();

        await using (var database = new PostgreSqlDatabase(connection))
        {
            await using var migrator = new Migrator(database, new MigratorOptions { Root = Project.Root, Directories = ["migrations"] });
            Assert.Equal(2, (await migrator.MigrateAsync()).Completed.Length);
            Assert.Equal(["2_b"], Ids(await migrator.RollbackAsync()));
        }

        Assert.Equal(open ? ConnectionState.Open : ConnectionState.Closed, connection.State);
        Assert.Equal(["a"], await Project.TablesAsync());
    }

    [DatabaseFact]
    public async Task A_data_source_is_left_usable()
    {
        Project.Write("1_a.sql", Script.Table("a")).Write("2_b.sql", "CREATE TABLE b (id integer);\nSELEC 1;");
        await using var connection = (NpgsqlConnection)await Project.ConnectAsync();
        await using var source = NpgsqlDataSource.Create(Project.ConnectionString);

        await using (var database = new PostgreSqlDatabase(source))
        {
            await using var migrator = new Migrator(database, new MigratorOptions { Root = Project.Root, Directories = ["migrations"] });
            var error = await Assert.ThrowsAsync<GodwitException>(() => migrator.MigrateAsync());
            Assert.Equal(2, error.Location!.Line);
        }

        await using var command = source.CreateCommand("SELECT count(*) FROM a");
        Assert.Equal(0L, await command.ExecuteScalarAsync());
    }

    [DatabaseFact]
    public async Task A_connection_that_is_cut_while_it_asks_for_the_lock_is_told_as_lost()
    {
        Project.Write("1_a.sql", Script.Table("a"));
        await using var rival = (NpgsqlConnection)await Project.ConnectAsync();
        var opened = 0;
        var builder = new NpgsqlDataSourceBuilder(Project.ConnectionString);
        builder.UsePhysicalConnectionInitializer(_ => throw new NotSupportedException(), async connection =>
        {
            // the first is the run's own; the second is to hold the lock
            if (++opened != 2) return;
            await using var command = new NpgsqlCommand($"SELECT pg_terminate_backend({connection.ProcessID}, 5000)", rival);
            await command.ExecuteNonQueryAsync();
        });
        await using var source = builder.Build();
        await using var database = new PostgreSqlDatabase(source);
        await using var migrator = new Migrator(database, new MigratorOptions { Root = Project.Root, Directories = ["migrations"] });

        var error = await Assert.ThrowsAsync<GodwitException>(() => migrator.MigrateAsync());

        Assert.Equal(ErrorCode.ConnectionLost, error.Code);
        AssertHelpful(error);
        Assert.DoesNotContain("a", await Project.TablesAsync());
    }
}
