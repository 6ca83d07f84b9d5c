using System.Data.Common;
using Godwit.Execution;
using Godwit.Specification;
using Godwit.Specification.Servers;
using Xunit;

namespace Godwit.MySql.Tests;

[RequiresServer(MySqlProduct.Variable)]
public sealed class BlockedTableTest : BlockedTableSpecification<MySqlProduct>
{
    [DatabaseFact]
    public async Task What_is_set_after_rows_were_changed_is_not_in_force_when_they_are_changed_again()
    {
        await ParentsAsync();
        await using var user = await LockedAsync();
        Project.Write("2_children.sql", """
            SET FOREIGN_KEY_CHECKS = 0;
            ALTER TABLE children ADD COLUMN note integer;
            INSERT INTO children VALUES (1, 7, NULL);
            INSERT INTO parents VALUES (7);
            SET FOREIGN_KEY_CHECKS = 1;
            UPDATE parents SET id = 2 WHERE id = 1;
            """);

        var run = Task.Run(() => Project.Migrator(Impatient).MigrateAsync());
        while (Events<ExecutionEvent.Blocked>().Length == 0 && !run.IsCompleted) await Task.Delay(20);
        await user.DisposeAsync();

        Assert.Equal(["2_children"], Ids(await run));
        Assert.Equal(["2", "7"], await Project.RowsAsync("SELECT id FROM parents ORDER BY id"));
        Assert.Equal(["1 7"], await Project.RowsAsync("SELECT concat(id, ' ', parent) FROM children"));
    }

    [DatabaseFact]
    public async Task A_transaction_is_not_tried_again_under_what_it_has_set_itself()
    {
        await ParentsAsync();
        await using var user = await LockedAsync();
        Project.Write("2_children.sql", "INSERT INTO children VALUES (1, 1); SET FOREIGN_KEY_CHECKS = 0; UPDATE parents SET id = 2 WHERE id = 1;");

        var error = await Assert.ThrowsAsync<GodwitException>(() => Project.Migrator(Impatient).MigrateAsync());

        Assert.Equal(ErrorCode.Locked, error.Code);
        Assert.Empty(Events<ExecutionEvent.Blocked>());
        await user.DisposeAsync();
        Assert.Empty(await Project.RowsAsync("SELECT id FROM children"));
        Assert.Equal(["2_children"], Ids(await Project.MigrateAsync()));
    }

    private async Task ParentsAsync()
    {
        Project.Write("1_parents.sql", """
            CREATE TABLE parents (id integer PRIMARY KEY);
            CREATE TABLE children (id integer PRIMARY KEY, parent integer, FOREIGN KEY (parent) REFERENCES parents (id));
            INSERT INTO parents VALUES (1);
            """);
        await Project.MigrateAsync();
    }

    private async Task<DbConnection> LockedAsync()
    {
        var user = await Project.ConnectAsync();
        await using var command = user.CreateCommand();
        foreach (var sql in (string[])["START TRANSACTION", "SELECT id FROM parents WHERE id = 1 FOR UPDATE"])
        {
            command.CommandText = sql;
            await command.ExecuteNonQueryAsync();
        }

        return user;
    }
}
