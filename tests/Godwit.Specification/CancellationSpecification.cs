using System.Diagnostics;
using Godwit.Specification.Servers;
using Xunit;

namespace Godwit.Specification;

/// <summary>A run that is cancelled, as by Ctrl-C: it ends soon, says what is done and what is not, and the next one goes on.</summary>
public abstract class CancellationSpecification<TProduct> : Specification<TProduct>
    where TProduct : Product, new()
{
    [DatabaseFact]
    [Trait("Parity", "C9")]
    public async Task A_long_statement_is_ended_and_the_state_is_said()
    {
        Project.Write("1_a.sql", Script.Table("a")).Write("2_b.sql", $"CREATE TABLE b (id integer);\n{Product.LongStatement};\nCREATE TABLE c (id integer);");

        var error = await CancelAsync(Project.Migrator());

        Assert.Equal(ErrorCode.Cancelled, error.Code);
        Assert.Contains("2_b: statement 2 of 3", error.Message, StringComparison.Ordinal);
        Assert.Contains("1_a was applied and stays that way", error.State, StringComparison.Ordinal);
        AssertHelpful(error);
        if (Product.FailsWhole)
        {
            Assert.Contains("Nothing of 2_b is applied", error.State, StringComparison.Ordinal);
            Assert.Equal(["a"], await Project.TablesAsync());
            Assert.Equal(["1 1_a applied"], await Project.HistoryAsync());
        }
        else
        {
            Assert.Contains("Statement 1 of 3 is done and stays", error.State, StringComparison.Ordinal);
            Assert.Equal(["a", "b"], await Project.TablesAsync());
        }
    }

    [DatabaseFact]
    public async Task The_next_run_goes_on_also_when_the_statement_was_too_long_and_is_now_another()
    {
        Project.Write("1_a.sql", $"CREATE TABLE a (id integer);\n{Product.LongStatement};\nINSERT INTO a VALUES (1);");
        var migrator = Project.Migrator();
        await CancelAsync(migrator);
        Project.Write("1_a.sql", "CREATE TABLE a (id integer);\nCREATE TABLE counted (id integer);\nINSERT INTO a VALUES (1);");

        await Project.MigrateAsync();

        Assert.Equal(["a", "counted"], await Project.TablesAsync());
        Assert.Equal(["1"], await Project.RowsAsync("SELECT id FROM a"));
        Assert.Equal(["1_a applied"], await Project.RowsAsync("SELECT migration, state FROM migrations"));
    }

    [DatabaseFact]
    [Trait("Parity", "C9")]
    public async Task Outside_a_transaction_what_was_done_before_stays_and_is_not_done_again()
    {
        Project.Write("1_a.sql", $"-- transaction: off\nCREATE TABLE a (id integer);\nINSERT INTO a VALUES (1);\n{Product.LongStatement};");

        var error = await CancelAsync(Project.Migrator());
        Assert.Contains("Statements 1 to 2 of 3 are done and stay", error.State, StringComparison.Ordinal);

        Project.Write("1_a.sql", "-- transaction: off\nCREATE TABLE a (id integer);\nINSERT INTO a VALUES (1);\nINSERT INTO a VALUES (2);");
        await Project.MigrateAsync();
        Assert.Equal(["1", "2"], await Project.RowsAsync("SELECT id FROM a ORDER BY id"));
    }

    [DatabaseFact]
    [Trait("Parity", "C9")]
    public async Task A_migrator_can_be_used_again_after_it_was_cancelled()
    {
        Project.Write("1_a.sql", Product.LongStatement + ";");
        var migrator = Project.Migrator();
        await CancelAsync(migrator);
        Project.Write("1_a.sql", Script.Table("a"));

        await Project.Migrator().MigrateAsync();

        Assert.Equal(["1_a"], (await migrator.AppliedAsync()).Select(one => one.Id.Text));
    }

    [DatabaseFact]
    [Trait("Parity", "C9")]
    public async Task A_run_cancelled_before_it_begins_changes_nothing()
    {
        Project.Write("1_a.sql", Script.Table("a"));
        using var cancelled = new CancellationTokenSource();
        await cancelled.CancelAsync();

        var error = await Record.ExceptionAsync(() => Project.Migrator().MigrateAsync(cancelled.Token));

        Assert.True(error is OperationCanceledException or GodwitException { Code: ErrorCode.Cancelled }, error?.ToString());
        Assert.Empty(await Project.TablesAsync());
    }

    private static async Task<GodwitException> CancelAsync(Migrator migrator)
    {
        using var cancellation = new CancellationTokenSource(TimeSpan.FromMilliseconds(1500));
        var started = Stopwatch.GetTimestamp();
        var error = await Assert.ThrowsAsync<GodwitException>(() => migrator.MigrateAsync(cancellation.Token));
        Assert.InRange(Stopwatch.GetElapsedTime(started).TotalSeconds, 1, 15);
        return error;
    }
}
