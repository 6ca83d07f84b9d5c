using Godwit.Execution;
using Godwit.Specification;
using Godwit.Specification.Servers;
using Xunit;

namespace Godwit.Sqlite.Tests;

/// <summary>SQLite keeps nobody out between two transactions: what a run reads there may be what another one has done.</summary>
public sealed class OvertakenTest : Specification<SqliteProduct>
{
    [DatabaseFact]
    public async Task A_migration_that_another_run_has_applied_meanwhile_is_not_taken_for_a_mistake_in_it()
    {
        Project.Code("001_notes", schema => schema.Create("notes", table => table.Id()))
            .Code("002_pinned", schema => schema.Table("notes", table => table.Boolean("pinned").Default(false).Index()))
            .Code("003_text", schema => schema.Table("notes", table => table.String("text").Default("")));
        var overtaken = false;

        var result = await Project.Migrator(options => options with { OnEvent = Overtake }).MigrateAsync();

        Assert.Equal(["001_notes"], result.Completed.Select(step => step.Id));
        Assert.Single(Events<ExecutionEvent.Replanned>());
        Assert.Equal(["1 001_notes applied", "2 002_pinned applied", "2 003_text applied"], await Project.HistoryAsync());

        // Inside the run, on its thread, as a rival would do it from outside.
        void Overtake(ExecutionEvent happened)
        {
            Project.Events.Enqueue(happened);
            if (overtaken || happened is not ExecutionEvent.StepCompleted) return;
            overtaken = true;
            Project.Migrator(options => options with { OnEvent = null }).MigrateAsync().GetAwaiter().GetResult();
        }
    }

    [DatabaseFact]
    public async Task A_migration_that_does_not_fit_the_schema_is_still_refused_where_nobody_else_works()
    {
        Project.Code("001_notes", schema => schema.Create("notes", table => table.Id()))
            .Code("002_again", schema => schema.Table("notes", table => table.BigInteger("id")));

        var refusal = await Project.MigrateAndFailAsync();

        Assert.Contains("has a column id already", refusal.Message, StringComparison.Ordinal);
        Assert.Empty(Events<ExecutionEvent.Replanned>());
    }
}
