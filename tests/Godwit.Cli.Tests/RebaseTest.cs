using Godwit.Cli.Commands;
using Godwit.Cli.Tests.Running;
using Xunit;

namespace Godwit.Cli.Tests;

/// <summary>One's own unapplied migrations are put after those of others.</summary>
public sealed class RebaseTest() : DatabaseSpecification(Server.Sqlite)
{
    [Fact]
    [Trait("Parity", "C10")]
    public async Task The_unapplied_one_of_two_with_one_version_gets_the_next()
    {
        Project.TableMigration("001_a.sql", "a");
        Project.TableMigration("002_b.sql", "b");
        await Project.RunAsync("migrate");
        Project.TableMigration("002_mine.sql", "mine");
        Project.Migration("003_more.sql", "-- depends: 002_mine\nCREATE TABLE more (id int);\n-- DOWN\nDROP TABLE more;");
        (await Project.RunAsync("migrate")).Failed("duplicate-version", ExitCode.Failed, "002_b.sql", "002_mine.sql", "godwit rebase");

        (await Project.RunAsync("rebase --pretend")).Succeeded().Says("002_mine -> 004_mine");
        (await Project.RunAsync("rebase")).Succeeded().Says("002_mine -> 004_mine");

        Assert.Equal(["001_a.sql", "002_b.sql", "003_more.sql", "004_mine.sql"], Project.MigrationFiles());
        (await Project.RunAsync("migrate")).Succeeded();
        Assert.Equal(["001_a 1", "002_b 1", "004_mine 2", "003_more 2"], await HistoryAsync());
    }

    [Fact]
    public async Task What_sorts_before_an_applied_one_is_put_after_it_with_its_down()
    {
        Project.TableMigration("003_c.sql", "c");
        await Project.RunAsync("migrate");
        Project.Migration("002_b.up.sql", "CREATE TABLE b (id int);");
        Project.Migration("002_b.down.sql", "DROP TABLE b;");

        (await Project.RunAsync("rebase")).Succeeded();

        Assert.Equal(["003_c.sql", "004_b.down.sql", "004_b.up.sql"], Project.MigrationFiles());
        (await Project.RunAsync("rebase")).Succeeded().Says("Nothing has to move.");
    }

    [Fact]
    [Trait("Parity", "C10")]
    public async Task Of_two_heads_the_unapplied_branch_builds_on_the_other_from_then_on()
    {
        Project.TableMigration("001_a.sql", "a");
        Project.Migration("002_mine.sql", "-- parent: 001_a\n-- UP\nCREATE TABLE mine (id int);\n-- DOWN\nDROP TABLE mine;");
        Project.Migration("003_mine_too.cs", "using Godwit;\n\n[Migration]\n[Parent(\"002_mine\")]\nclass MineToo : Migration\n{\n    public override void Up(SchemaBuilder schema) => schema.Create(\"mine_too\", table => table.Id());\n}\n");
        Project.Migration("004_theirs.sql", "-- parent: 001_a\n-- UP\nCREATE TABLE theirs (id int);\n-- DOWN\nDROP TABLE theirs;");
        await Project.RunAsync("upgrade 004");

        (await Project.RunAsync("rebase")).Succeeded().Says("002_mine -> 005_mine", "003_mine_too -> 006_mine_too", "001_a -> 004_theirs");

        (await Project.RunAsync("heads")).Succeeded().Says("006_mine_too");
        (await Project.RunAsync("migrate")).Succeeded();
        Assert.Equal(["001_a 1", "004_theirs 1", "005_mine 2", "006_mine_too 2"], await HistoryAsync());
    }

    [Fact]
    public async Task What_comes_after_all_others_already_keeps_its_name_and_gets_a_parent()
    {
        Project.TableMigration("001_a.sql", "a");
        Project.Migration("002_theirs.sql", "-- parent: 001_a\nSELECT 1;\n-- DOWN\n");
        await Project.RunAsync("upgrade 002");
        Project.Migration("005_mine.sql", "-- parent: 001\nSELECT 1;\n-- DOWN\n");

        var outcome = (await Project.RunAsync("rebase")).Succeeded().Says("parent 001 -> 002_theirs");

        Assert.DoesNotContain("005_mine ->", outcome.Out, StringComparison.Ordinal);
        Assert.Equal(["001_a.sql", "002_theirs.sql", "005_mine.sql"], Project.MigrationFiles());
        (await Project.RunAsync("migrate")).Succeeded();
    }

    [Fact]
    [Trait("Parity", "C10")]
    public async Task What_a_branch_lacks_comes_after_all_that_it_has()
    {
        Project.TableMigration("001_a.sql", "a");
        Project.TableMigration("003_c.sql", "c");
        foreach (var line in (string[])["init --quiet --initial-branch=main", "add database", "-c user.name=t -c user.email=t@example.org commit --quiet -m first"])
            (await CommandProcess.InShellAsync(Project, "git " + line)).Succeeded();
        Project.TableMigration("002_mine.sql", "mine");

        (await Project.RunAsync("rebase --since main")).Succeeded().Says("002_mine -> 004_mine");

        Assert.Equal(["001_a.sql", "003_c.sql", "004_mine.sql"], Project.MigrationFiles());
        (await Project.RunAsync("validate --files --since main")).Succeeded();
    }

    [Fact]
    public async Task What_is_applied_stays_and_what_is_unclear_is_asked_for()
    {
        Project.TableMigration("001_a.sql", "a");
        await Project.RunAsync("migrate");
        Project.Migration("002_b.sql", "-- parent: 001_a\nSELECT 1;");
        Project.Migration("003_c.sql", "-- parent: 001_a\nSELECT 1;");

        (await Project.RunAsync("rebase")).Failed("usage", ExitCode.Usage, "several heads", "002_b, 003_c", "godwit rebase REV");
        (await Project.RunAsync("rebase 001_a")).Failed("out-of-order", ExitCode.Failed, "001_a is applied");
        (await Project.RunAsync("rebase 002_b")).Succeeded().Says("002_b -> 004_b", "001_a -> 003_c");
        (await Project.RunAsync("migrate")).Succeeded();
    }
}
