using Godwit.Configuration;
using Godwit.History;
using Godwit.Planning;
using Xunit;

namespace Godwit.Tests.Planning;

public sealed class UpPlannerTest : IDisposable
{
    private readonly PaperHistory history = new();

    public void Dispose() => history.Dispose();

    [Fact]
    public void Without_files_there_is_nothing_to_do() => Assert.True(history.Plan(new Target.Head()).IsEmpty);

    [Fact]
    public void What_is_not_applied_is_applied_in_order()
    {
        history.File("2_b").File("1_a").File("10_c").Row("1_a", 1);

        Assert.Equal(["2_b Apply", "10_c Apply"], history.Steps(new Target.Head()));
    }

    [Theory]
    [InlineData(0, "")]
    [InlineData(1, "2_b Apply")]
    [InlineData(9, "2_b Apply,3_c Apply,R__v Apply")]
    public void A_number_counts_pending_migrations_and_repeatables_come_only_when_no_other_is_left_out(int count, string expected)
    {
        history.File("1_a").File("2_b").File("3_c").File("R__v").Row("1_a", 1);

        Assert.Equal(expected, string.Join(',', history.Steps(new Target.Next(count))));
    }

    [Fact]
    public void Up_to_a_migration_that_is_applied_there_is_nothing_to_do_but_what_is_pending_before_it()
    {
        history.File("1_a").File("2_b").File("3_c").Row("2_b", 1);

        Assert.Equal(["1_a Apply"], history.Steps(new Target.UpTo("2_b")));
    }

    [Fact]
    public void Up_to_the_base_is_nothing()
    {
        history.File("1_a");

        Assert.Empty(history.Steps(new Target.UpTo("base")));
    }

    [Fact]
    public void What_was_left_half_applied_comes_first_whatever_the_target()
    {
        history.File("1_a").File("2_b").File("3_c").Row("2_b", 1, row => row with { State = MigrationState.Failed });

        Assert.Equal(["2_b Resume", "1_a Apply"], history.Steps(new Target.Next(1)));
    }

    [Fact]
    public void What_was_left_half_undone_forbids_the_plan()
    {
        history.File("1_a").File("2_b").Row("1_a", 1, row => row with { State = MigrationState.Running, IsBeingUndone = true });

        var finding = Assert.Single(history.Plan(new Target.Head()).Findings);

        Assert.Equal((Severity.Error, ErrorCode.InDoubt), (finding.Severity, finding.Code));
        Assert.Contains("undone only in part", finding.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void A_changed_repeatable_is_applied_again_and_an_unchanged_one_is_not()
    {
        history.File("R__same").File("R__other").Row("R__same", 1).Row("R__other", 1, row => row with { Checksum = "sha256:1" });

        Assert.Equal(["R__other Reapply"], history.Steps(new Target.Head()));
    }

    [Theory]
    [InlineData(OutOfOrder.Allow, null)]
    [InlineData(OutOfOrder.Warn, Severity.Warning)]
    [InlineData(OutOfOrder.Refuse, Severity.Error)]
    public void A_pending_migration_before_an_applied_one_is_allowed_warned_of_or_refused(OutOfOrder rule, Severity? expected)
    {
        history.File("1_a").File("2_b").File("3_c").Row("2_b", 1);

        var plan = history.Plan(new Target.Head(), rule);

        Assert.Equal(["1_a", "3_c"], plan.Steps.Select(step => step.Id));
        Assert.Equal(expected is null ? [] : [expected.Value], plan.Findings.Select(finding => finding.Severity));
    }

    [Fact]
    public void A_repeatable_is_never_out_of_order()
    {
        history.File("1_a").File("R__v").Row("1_a", 1);

        Assert.Empty(history.Plan(new Target.Head(), OutOfOrder.Refuse).Findings);
    }

    [Theory]
    [InlineData("edited", ErrorCode.EditedAfterApplied)]
    [InlineData("missing", ErrorCode.AppliedButMissing)]
    [InlineData("broken", ErrorCode.Unterminated)]
    public void A_file_that_does_not_agree_with_the_history_forbids_the_plan(string what, ErrorCode code)
    {
        history.File("1_a").File("2_b");
        if (what == "edited") history.Row("1_a", 1, row => row with { Checksum = "sha256:1" });
        if (what == "missing") history.Row("0_gone", 1);
        if (what == "broken") history.File("3_c", "SELECT 'unterminated");

        var plan = history.Plan(new Target.Head());

        var finding = Assert.Single(plan.Findings, one => one.Severity is Severity.Error);
        Assert.Equal(code, finding.Code);
        Assert.Equal(code, Assert.Throws<GodwitException>(plan.ThrowIfForbidden).Code);
    }

    [Fact]
    public void Dependencies_move_only_what_must_move()
    {
        history.File("1_a", "-- depends: 3_c\nSELECT 1;").File("2_b").File("3_c").File("4_d");

        var steps = history.Steps(new Target.Head());

        Assert.Equal(["1_a Apply", "2_b Apply", "3_c Apply", "4_d Apply"], steps.Order(StringComparer.Ordinal));
        Assert.True(Array.IndexOf(steps, "1_a Apply") > Array.IndexOf(steps, "3_c Apply"));
        Assert.Equal("4_d Apply", steps[^1]);
    }

    [Fact]
    public void A_circle_of_dependencies_forbids_the_plan()
    {
        history.File("1_a", "-- depends: 2_b\nSELECT 1;").File("2_b", "-- depends: 1_a\nSELECT 1;");

        Assert.Equal(ErrorCode.DependencyCycle, Assert.Single(history.Plan(new Target.Head()).Findings).Code);
    }

    [Fact]
    public void A_dependency_that_is_applied_is_met()
    {
        history.File("1_a").File("2_b", "-- depends: 1_a\nSELECT 1;").Row("1_a", 1);

        Assert.Equal(["2_b Apply"], history.Steps(new Target.Head()));
    }

    [Fact]
    public void A_plan_within_an_earlier_one_holds_nothing_that_nobody_has_seen()
    {
        history.File("1_a").File("2_b");
        var seen = history.Plan(new Target.Head());
        history.File("3_c").Row("1_a", 1);

        Assert.Equal(["2_b"], history.Plan(new Target.Head()).Within(seen).Steps.Select(step => step.Id));
    }
}
