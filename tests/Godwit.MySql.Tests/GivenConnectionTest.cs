using System.Data;
using Godwit.Specification;
using Godwit.Specification.Servers;
using Xunit;

namespace Godwit.MySql.Tests;

/// <summary>An application's own connection.</summary>
[RequiresServer(MySqlProduct.Variable)]
public sealed class GivenConnectionTest : Specification<MySqlProduct>
{
    [DatabaseFact]
    public async Task A_connection_is_used_and_left_open()
    {
        Project.Write("1_a.sql", Script.Table("a")).Write("2_b.sql", Script.Table("b"));
        await using var connection = await Project.ConnectAsync();

        await using (var database = new MySqlDatabase(connection))
        {
            await using var migrator = new Migrator(database, new MigratorOptions { Root = Project.Root, Directories = ["migrations"] });
            Assert.Equal(2, (await migrator.MigrateAsync()).Completed.Length);
            Assert.Equal(["2_b"], Ids(await migrator.RollbackAsync()));
        }

        Assert.Equal(ConnectionState.Open, connection.State);
        await using var command = connection.CreateCommand();
        command.CommandText = "SELECT COUNT(*) FROM a";
        Assert.Equal(0L, await command.ExecuteScalarAsync());
        Assert.Null(await Project.Migrator().LockHolderAsync());
    }
}
