using Godwit.Execution;
using Godwit.Specification;
using Godwit.Specification.Servers;
using Xunit;

namespace Godwit.PostgreSql.Tests;

/// <summary>Operations that are said outside any transaction, cut off: what they left is looked at as closely as what a script left.</summary>
[RequiresServer(PostgreSqlProduct.Variable)]
public sealed class CutOffOperationsTest : Specification<PostgreSqlProduct>
{
    private const string Indexes =
        "SELECT c.relname, i.indisvalid, i.indisunique FROM pg_index i JOIN pg_class c ON c.oid = i.indexrelid WHERE i.indrelid = 'a'::regclass AND NOT i.indisprimary";

    [DatabaseFact]
    public async Task An_invalid_index_is_not_taken_for_the_one_that_was_to_be_built()
    {
        await CreateAsync();
        Project.Code("1_index", schema => schema.Table("a", table => table.Index("name").Concurrently()));
        await CutOffAfterFirstAsync();
        await Project.ExecuteAsync("UPDATE pg_index SET indisvalid = false WHERE indexrelid = 'a_name_index'::regclass");

        await Project.MigrateAsync();

        Assert.Equal(["a_name_index True False"], await Project.RowsAsync(Indexes));
        Assert.Equal(["1_index applied"], await Project.RowsAsync("SELECT migration, state FROM migrations"));
    }

    [DatabaseTheory]
    [InlineData(false)]
    [InlineData(true)]
    public async Task A_unique_constraint_is_made_of_the_index_that_was_built_for_it(bool isBuilt)
    {
        await CreateAsync();
        Project.Code("1_unique", schema => schema.Table("a", table =>
        {
            table.Unique("name").Concurrently();
            table.Text("note").Nullable();
        }));
        await CutOffAfterFirstAsync();
        if (!isBuilt) await Project.ExecuteAsync("DROP INDEX a_name_unique");

        await Project.MigrateAsync();

        Assert.Equal(["a_name_unique True True"], await Project.RowsAsync(Indexes));
        Assert.Equal(["u"], await Project.RowsAsync("SELECT contype FROM pg_constraint WHERE conrelid = 'a'::regclass AND conname = 'a_name_unique'"));
        Assert.Equal(["id", "name", "note"], await Project.RowsAsync("SELECT attname FROM pg_attribute WHERE attrelid = 'a'::regclass AND attnum > 0 ORDER BY attnum"));
        Assert.Equal("0", await Project.ScalarAsync("SELECT count(*) FROM migrations_journal WHERE state <> 'done'"));
    }

    private Task CreateAsync() => Project.ExecuteAsync("CREATE TABLE a (id integer PRIMARY KEY, name text); INSERT INTO a VALUES (1, 'one'), (2, 'two')");

    private async Task CutOffAfterFirstAsync()
    {
        var isCut = false;
        var error = await Assert.ThrowsAsync<GodwitException>(() => Project.Migrator(options => options with { OnEvent = Watch }).MigrateAsync());
        Assert.Equal(ErrorCode.ConnectionLost, error.Code);

        void Watch(ExecutionEvent happened)
        {
            if (isCut || happened is not ExecutionEvent.StatementCompleted) return;
            isCut = true;
            Project.ExecuteAsync("SELECT pg_terminate_backend(pid) FROM pg_stat_activity WHERE datname = current_database() AND pid <> pg_backend_pid()").GetAwaiter().GetResult();
        }
    }
}
