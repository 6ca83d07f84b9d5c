using Godwit.Migrations;
using Godwit.Planning;
using Xunit;

namespace Godwit.Tests.Planning;

/// <summary>Migrations that say themselves what they build on: branches, merges, and the ways between them.</summary>
public sealed class BranchTest : IDisposable
{
    private readonly PaperHistory history = new();

    public void Dispose() => history.Dispose();

    [Fact]
    public void Without_a_word_each_builds_on_the_one_before_it()
    {
        history.File("1_a").File("2_b").File("3_c");
        var graph = history.Survey().Graph;

        Assert.False(graph.IsExplicit);
        Assert.Equal("3_c", Assert.Single(graph.Heads).Text);
        Assert.Equal("2_b", Assert.Single(graph.ParentsOf(new MigrationId("3_c"))).Text);
        Assert.Empty(graph.ParentsOf(new MigrationId("1_a")));
    }

    [Fact]
    [Trait("Parity", "C10")]
    public void Two_that_build_on_one_are_two_heads_and_stop_a_run_that_names_both_their_parent_and_the_verbs()
    {
        Fork();

        var finding = Assert.Single(history.Plan(new Target.Head()).Findings);

        Assert.Equal((Severity.Error, ErrorCode.SeveralHeads), (finding.Severity, finding.Code));
        foreach (var word in (string[])["2_b (", "2_b.sql", "3_c (", "3_c.sql", "all build on 1_a"]) Assert.Contains(word, finding.Message, StringComparison.Ordinal);
        Assert.Contains("godwit merge", finding.Remedy, StringComparison.Ordinal);
        Assert.Contains("godwit rebase 3_c", finding.Remedy, StringComparison.Ordinal);
    }

    [Fact]
    [Trait("Parity", "C4")]
    public void One_branch_is_applied_alone_and_both_when_that_is_said()
    {
        Fork();

        Assert.Equal(["1_a Apply", "3_c Apply"], history.Steps(new Target.UpTo("3_c")));
        Assert.Equal(["1_a Apply", "2_b Apply", "3_c Apply"], history.Steps(new Target.Heads()));
        Assert.Equal(ErrorCode.SeveralHeads, Assert.Throws<GodwitException>(() => history.Survey().Resolve("head")).Code);
    }

    [Fact]
    public void A_merge_joins_them_and_what_comes_from_the_other_branch_is_not_out_of_order()
    {
        Fork();
        history.File("4_m", "-- parent: 2_b, 3_c\n-- UP\n-- DOWN\n").Row("1_a", 1).Row("3_c", 1);

        var plan = history.Plan(new Target.Head());

        Assert.Equal(["2_b", "4_m"], plan.Steps.Select(step => step.Id));
        Assert.Empty(plan.Findings);
    }

    [Fact]
    public void What_slips_in_under_an_applied_one_is_out_of_order_still()
    {
        history.File("1_a").File("2_b", "-- parent: 1_a\nSELECT 1;").File("3_c", "-- parent: 2_b\nSELECT 1;").Row("1_a", 1).Row("3_c", 1);

        Assert.Equal(ErrorCode.OutOfOrder, Assert.Single(history.Plan(new Target.Head()).Findings).Code);
    }

    [Fact]
    public void The_order_is_that_of_the_parents_whatever_the_names()
    {
        history.File("1_z", "-- parent: 3_a\nSELECT 1;").File("2_y", "-- parent: 1_z\nSELECT 1;").File("3_a", "-- parent: base\nSELECT 1;");

        Assert.Equal(["3_a Apply", "1_z Apply", "2_y Apply"], history.Steps(new Target.Head()));
        Assert.Equal(["3_a Apply", "1_z Apply"], history.Steps(new Target.UpTo("1_z")));
        Assert.Equal("2_y", history.Survey().Resolve("head")!.Text);
        Assert.Equal("1_z", history.Survey().Resolve("head-1")!.Text);
    }

    [Theory]
    [InlineData("1_a", "both")]
    [InlineData("base", "all")]
    public void Below_the_fork_both_branches_are_undone(string revision, string what)
    {
        Merged();
        var steps = history.Plan(new Target.DownTo(revision)).Steps.Select(step => step.Id).ToArray();

        Assert.Equal(what == "all" ? ["4_m", "3_c", "2_b", "1_a"] : ["4_m", "3_c", "2_b"], steps);
    }

    [Theory]
    [InlineData("2_b", "3_c")]
    [InlineData("3_c", "2_b")]
    [Trait("Parity", "C4")]
    public void Behind_a_merge_nobody_knows_what_is_to_become_of_the_other_branch(string target, string other)
    {
        Merged();

        var error = Assert.Throws<GodwitException>(() => history.Plan(new Target.DownTo(target)));

        Assert.Equal(ErrorCode.BehindMerge, error.Code);
        Assert.Contains($"{target} is on one branch, and {other}", error.Message, StringComparison.Ordinal);
        Assert.Contains("4_m joins them", error.Message, StringComparison.Ordinal);
        Assert.Contains("godwit downgrade 1_a", error.Remedy, StringComparison.Ordinal);
    }

    [Fact]
    public void A_parent_that_is_not_there_and_a_circle_are_errors_with_the_place()
    {
        history.File("1_a", "-- parent: 7_x\nSELECT 1;");
        var missing = Assert.Single(history.Plan(new Target.Head()).Findings);
        Assert.Equal(ErrorCode.MissingDependency, missing.Code);
        Assert.EndsWith("1_a.sql:1:12", missing.Location?.ToString(), StringComparison.Ordinal);

        history.File("1_a", "-- parent: 2_b\nSELECT 1;").File("2_b", "-- parent: 1_a\nSELECT 1;");
        var circle = Assert.Single(history.Plan(new Target.Head()).Findings);
        Assert.Equal(ErrorCode.DependencyCycle, circle.Code);
        Assert.Contains("godwit rebase", circle.Remedy, StringComparison.Ordinal);
    }

    [Fact]
    [Trait("Parity", "C4")]
    public void A_tag_names_the_last_migration_that_has_it()
    {
        history.File("1_a", "-- tags: v1\nSELECT 1;").File("2_b", "-- tags: beta, V1\nSELECT 1;").File("3_c");

        Assert.Equal(["1_a Apply", "2_b Apply"], history.Steps(new Target.UpTo("tag:v1")));
        Assert.Equal(ErrorCode.UnknownRevision, Assert.Throws<GodwitException>(() => history.Plan(new Target.UpTo("tag:v9"))).Code);
    }

    [Fact]
    [Trait("Parity", "C4")]
    public void A_date_is_what_was_written_until_then_upward_and_what_was_applied_later_downward()
    {
        history.File("2026_01_05_090000_a").File("20260105120000_b").File("20260106_c").File("2026_02_01_000000_d");
        Assert.Equal(["2026_01_05_090000_a Apply", "20260106_c Apply", "20260105120000_b Apply"], history.Steps(new Target.UpTo("date:2026-01-06")));
        Assert.Equal(["2026_01_05_090000_a Apply"], history.Steps(new Target.UpTo("date:2026-01-05T10:00")));
        Assert.Equal(["2026_01_05_090000_a Apply"], history.Steps(new Target.UpTo("date:2026-01-05T12:30+01:00")));

        history.Row("2026_01_05_090000_a", 1, row => row with { ExecutedAt = new(2026, 3, 1, 8, 0, 0, TimeSpan.Zero) })
            .Row("20260105120000_b", 2, row => row with { ExecutedAt = new(2026, 3, 2, 8, 0, 0, TimeSpan.Zero) });
        Assert.Equal(["20260105120000_b Undo"], history.Steps(new Target.DownTo("date:2026-03-01")));
        Assert.Equal(2, history.Steps(new Target.DownTo("date:2026-02-28")).Length);
    }

    [Fact]
    [Trait("Parity", "C4")]
    public void A_batch_is_the_state_after_that_run()
    {
        history.File("1_a").File("2_b").File("3_c").Row("1_a", 1).Row("2_b", 2).Row("3_c", 3);

        Assert.Equal(["3_c Undo", "2_b Undo"], history.Steps(new Target.DownTo("batch:1")));
        Assert.Empty(history.Steps(new Target.DownTo("batch:3")));
        Assert.Contains("the last one is 3", Assert.Throws<GodwitException>(() => history.Plan(new Target.DownTo("batch:9"))).Message, StringComparison.Ordinal);
        Assert.Throws<GodwitException>(() => history.Plan(new Target.UpTo("batch:1")));
        Assert.Throws<GodwitException>(() => history.Plan(new Target.DownTo("batch:x")));
        Assert.Throws<GodwitException>(() => history.Plan(new Target.DownTo("date:yesterday")));
    }

    [Theory]
    [InlineData("a:b", "a", "b")]
    [InlineData(":b", "", "b")]
    [InlineData("a:", "a", "")]
    [InlineData("tag:v1:tag:v2", "tag:v1", "tag:v2")]
    [InlineData("base:tag:v2", "base", "tag:v2")]
    [InlineData("date:2026-01-05T10:30:head", "date:2026-01-05T10:30", "head")]
    [InlineData("date:2026-01-05T10:30+02:00:003", "date:2026-01-05T10:30+02:00", "003")]
    public void A_range_is_cut_where_no_revision_has_its_own_colon(string range, string from, string to) =>
        Assert.Equal((from, to), RangeText.Split(range));

    [Theory]
    [InlineData("a")]
    [InlineData("tag:v1")]
    [InlineData("date:2026-01-05T10:30")]
    public void A_single_revision_is_no_range(string text) => Assert.Null(RangeText.Split(text));

    private void Fork() => history.File("1_a").File("2_b", "-- parent: 1_a\nSELECT 1;\n-- DOWN\nSELECT 2;").File("3_c", "-- parent: 1_a\nSELECT 1;\n-- DOWN\nSELECT 2;");

    private void Merged()
    {
        Fork();
        history.File("4_m", "-- parent: 2_b, 3_c\n-- UP\n-- DOWN\n").Row("1_a", 1).Row("2_b", 1).Row("3_c", 2).Row("4_m", 2);
    }
}
