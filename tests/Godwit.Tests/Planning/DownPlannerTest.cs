using Godwit.History;
using Godwit.Planning;
using Xunit;

namespace Godwit.Tests.Planning;

public sealed class DownPlannerTest : IDisposable
{
    private readonly PaperHistory history = new();

    public void Dispose() => history.Dispose();

    [Fact]
    public void Without_a_history_there_is_nothing_to_undo()
    {
        history.File("1_a");

        Assert.Empty(history.Steps(new Target.Base()));
        Assert.Empty(history.Steps(new Target.LastBatches(1)));
    }

    [Theory]
    [InlineData(1, "5_e,4_d")]
    [InlineData(2, "5_e,4_d,1_a")]
    [InlineData(99, "5_e,4_d,1_a,3_c,2_b")]
    public void The_last_batches_are_undone_in_reverse_order_of_application(int count, string expected)
    {
        // 1_a was applied out of order, after 2_b and 3_c; the batch numbers have a gap
        history.File("1_a").File("2_b").File("3_c").File("4_d").File("5_e");
        history.Row("2_b", 1).Row("3_c", 1).Row("1_a", 4).Row("4_d", 7).Row("5_e", 7);

        Assert.Equal(expected, string.Join(',', history.Plan(new Target.LastBatches(count)).Steps.Select(step => step.Id)));
    }

    [Theory]
    [InlineData(0, "")]
    [InlineData(1, "R__w,2_b")]
    [InlineData(2, "R__w,2_b,R__v,1_a")]
    public void Counted_migrations_take_the_repeatables_on_top_of_them_along(int count, string expected)
    {
        history.File("1_a").File("2_b").File("R__v").File("R__w").Row("1_a", 1).Row("R__v", 1).Row("2_b", 2).Row("R__w", 2);

        Assert.Equal(expected, string.Join(',', history.Plan(new Target.LastMigrations(count)).Steps.Select(step => step.Id)));
    }

    [Theory]
    [InlineData("2_b", "3_c")]
    [InlineData("-2", "3_c,2_b")]
    [InlineData("base", "3_c,2_b,1_a")]
    [InlineData("3_c", "")]
    public void What_comes_after_a_revision_is_undone(string revision, string expected)
    {
        history.File("1_a").File("2_b").File("3_c").Row("1_a", 1).Row("2_b", 1).Row("3_c", 1);

        Assert.Equal(expected, string.Join(',', history.Plan(new Target.DownTo(revision)).Steps.Select(step => step.Id)));
    }

    [Fact]
    public void A_baseline_forbids_the_plan_unless_its_author_says_how_it_is_undone()
    {
        history.File("1_base", "-- baseline: none\nSELECT 1;").File("2_b").Row("1_base", 1).Row("2_b", 2);

        Assert.Empty(history.Plan(new Target.LastBatches(1)).Findings);
        var finding = Assert.Single(history.Plan(new Target.Base()).Findings);
        Assert.Equal((Severity.Error, ErrorCode.MissingDown), (finding.Severity, finding.Code));
        Assert.Contains("migrate:fresh", finding.Remedy, StringComparison.Ordinal);

        history.File("1_base", "-- baseline: none\nSELECT 1;\n-- DOWN\nSELECT 2;");
        Assert.Empty(history.Plan(new Target.Base()).Findings);
    }

    [Fact]
    public void Without_a_down_a_migration_forbids_the_plan_and_a_repeatable_is_forgotten()
    {
        history.File("1_a", "SELECT 1;").File("R__v", "SELECT 1;").Row("1_a", 1).Row("R__v", 1);

        var plan = history.Plan(new Target.Base());

        Assert.Equal("R__v Forget", Assert.Single(history.Steps(new Target.Base())));
        Assert.Equal(ErrorCode.MissingDown, Assert.Single(plan.Findings).Code);
    }

    [Theory]
    [InlineData(true, StepAction.UndoFromHistory)]
    [InlineData(false, StepAction.Forget)]
    public void A_migration_whose_file_is_gone_is_undone_from_the_history_or_forgotten_and_said(bool kept, StepAction action)
    {
        history.Row("1_a", 1, row => row with { HasDownSql = kept });

        var plan = history.Plan(new Target.LastMigrations(1));

        Assert.Equal(action, Assert.Single(plan.Steps).Action);
        Assert.Equal((Severity.Warning, ErrorCode.AppliedButMissing), (plan.Findings[0].Severity, plan.Findings[0].Code));
    }

    [Theory]
    [InlineData(true, StepAction.UndoFromHistory, 1)]
    [InlineData(false, StepAction.Undo, 0)]
    public void An_edited_migration_is_undone_by_what_was_kept_and_otherwise_by_its_file(bool kept, StepAction action, int warnings)
    {
        history.File("1_a").Row("1_a", 1, row => row with { Checksum = "sha256:1", HasDownSql = kept });

        var plan = history.Plan(new Target.LastMigrations(1));

        Assert.Equal(action, Assert.Single(plan.Steps).Action);
        Assert.Equal(warnings, plan.Findings.Length);
    }

    [Theory]
    [InlineData(MigrationState.Failed)]
    [InlineData(MigrationState.Running)]
    public void One_that_is_half_applied_must_be_finished_before_it_is_undone(MigrationState state)
    {
        history.File("1_a").Row("1_a", 1, row => row with { State = state });

        var plan = history.Plan(new Target.Base());

        Assert.Empty(plan.Steps);
        Assert.Equal(ErrorCode.InDoubt, Assert.Single(plan.Findings).Code);
    }

    [Fact]
    public void One_that_is_half_undone_is_gone_on_with()
    {
        history.File("1_a").Row("1_a", 1, row => row with { State = MigrationState.Failed, IsBeingUndone = true });

        Assert.Equal(["1_a Undo"], history.Steps(new Target.LastMigrations(1)));
    }
}
