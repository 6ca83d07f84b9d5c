using Godwit.Adoption;
using Godwit.History;
using Godwit.Migrations;
using Xunit;

namespace Godwit.Tests.Adoption;

public sealed class AdoptionPlannerTest
{
    [Theory]
    [InlineData("20240101120000_Init", null, "20240101120000_Init")]
    [InlineData("20240101120000_Init", null, "20240101120000_initial_schema")]
    [InlineData("2014_10_12_000000_create_users_table", null, "2014_10_12_000000_create_users_table")]
    [InlineData("V1_2__add_posts.sql", "1.2", "V1_2__add_posts")]
    [InlineData("sql/V1_2__add_posts.sql", "1.2", "001_02_posts")]
    [InlineData("R__views.sql", null, "R__views")]
    [InlineData("Shop.Scripts.0007_orders.sql", null, "0007_orders")]
    [InlineData("20240101_120000_users.js", null, "20240101_120000_users")]
    [InlineData("CreateUsers1700000000000", "1700000000000", "1700000000000_create_users")]
    [InlineData("20240101120000", "20240101120000", "2024_01_01_120000_users")]
    [InlineData("3", "3", "003_orders")]
    public void A_row_is_about_the_file_of_the_same_name_or_version(string name, string? version, string id)
    {
        var plan = Plan([new ForeignEntry(name, version)], id, "20990101_other");

        Assert.Equal([id], plan.Recorded.Select(migration => migration.Id.Text));
        Assert.Equal(["20990101_other"], plan.Pending.Select(other => other.Text));
        Assert.Empty(plan.WithoutFile);
    }

    [Theory]
    [InlineData("create_users", null, "001_users")]
    [InlineData("1_10", "1.10", "110_x")]
    [InlineData("2", "2", "V1_2__x")]
    [InlineData("auth_0001_initial", null, "0001_initial")]
    public void A_row_is_about_no_file_that_merely_looks_like_it(string name, string? version, string id)
    {
        var plan = Plan([new ForeignEntry(name, version)], id);

        Assert.Empty(plan.Recorded);
        Assert.Equal([name], plan.WithoutFile.Select(entry => entry.Name));
    }

    [Fact]
    public void Batches_are_kept_and_without_them_each_migration_is_one_so_that_a_rollback_takes_back_one()
    {
        ForeignEntry[] counted = [new("001_a") { Batch = 1 }, new("002_b") { Batch = 1 }, new("003_c") { Batch = 2 }];
        ForeignEntry[] uncounted = [new("001_a"), new("002_b"), new("003_c")];

        Assert.Equal([1, 1, 2], Plan(counted, "001_a", "002_b", "003_c").Recorded.Select(migration => migration.Batch));
        Assert.Equal([1, 2, 3], Plan(uncounted, "001_a", "002_b", "003_c").Recorded.Select(migration => migration.Batch));
    }

    [Fact]
    public void A_tool_that_notes_the_newest_only_has_applied_all_before_it_even_when_that_one_s_file_is_not_here()
    {
        var plan = Plan(new ForeignHistory("golang-migrate", "schema_migrations", [new("3", "3")]) { IsNewestOnly = true }, "1_a", "2_b", "4_d", "R__v");

        Assert.Equal(["1_a", "2_b"], plan.Recorded.Select(migration => migration.Id.Text));
        Assert.Equal(["4_d", "R__v"], plan.Pending.Select(id => id.Text));
    }

    [Fact]
    public void The_revision_that_alembic_is_at_is_found_in_the_name_of_a_file()
    {
        var plan = Plan(new ForeignHistory("Alembic", "alembic_version", [new("ae1027a6acf1")]) { IsNewestOnly = true }, "001_a", "002_ae1027a6acf1_add_b", "003_c");

        Assert.Equal(["001_a", "002_ae1027a6acf1_add_b"], plan.Recorded.Select(migration => migration.Id.Text));
    }

    [Fact]
    public void A_baseline_of_the_other_tool_stands_for_all_up_to_its_version()
    {
        var plan = Plan([new ForeignEntry("<< Flyway Baseline >>", "2") { State = ForeignState.UpToHere }, new ForeignEntry("V3__c.sql", "3")], "V1__a", "V2__b", "V3__c", "V4__d");

        Assert.Equal(["V1__a", "V2__b", "V3__c"], plan.Recorded.Select(migration => migration.Id.Text));
    }

    [Fact]
    public void What_the_other_tool_left_half_done_is_finished_there_first()
    {
        var error = Assert.Throws<GodwitException>(() => Plan([new ForeignEntry("V1__a.sql", "1") { State = ForeignState.Failed }], "V1__a"));

        Assert.Equal(ErrorCode.InDoubt, error.Code);
        Assert.Contains("V1__a.sql", error.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void What_was_undone_is_not_applied_and_what_was_applied_again_is()
    {
        ForeignEntry a = new("V1__a.sql", "1"), b = new("V2__b.sql", "2");

        Assert.Equal(["V2__b.sql", "V1__a.sql"], ForeignHistoryReader.Settled([a, a with { State = ForeignState.Undone }, b, a]).Select(entry => entry.Name));
        Assert.Empty(ForeignHistoryReader.Settled([a, a with { State = ForeignState.Undone }]));
    }

    private static AdoptionPlan Plan(ForeignEntry[] entries, params string[] ids) => Plan(new ForeignHistory("A tool", "its_table", [.. entries]), ids);

    private static AdoptionPlan Plan(ForeignHistory history, params string[] ids) =>
        AdoptionPlanner.Plan(history, [.. ids.Select(id => new MigrationId(id)).Order()]);
}
