using System.Diagnostics;
using System.Text.Json;
using Godwit.Cli.Commands;
using Godwit.Cli.Tests.Running;
using Xunit;

namespace Godwit.Cli.Tests;

/// <summary>What there is to say about migrations before anybody runs them.</summary>
public sealed class ValidateTest() : DatabaseSpecification(Server.Sqlite)
{
    [Fact]
    [Trait("Parity", "E4")]
    public async Task Where_all_is_well_nothing_is_said_and_no_database_is_made()
    {
        Project.TableMigration("001_a.sql", "a");

        (await Project.RunAsync("validate")).Succeeded().Says("1 migration: no problems.");
        (await Project.RunAsync("validate --files --url postgresql://nobody@127.0.0.1:1/nowhere")).Succeeded();

        Assert.False(File.Exists(Project.SqliteFile), "Validating writes nothing.");
    }

    [Fact]
    [Trait("Parity", "E4")]
    public async Task Everything_is_found_at_once_each_with_its_code_text_and_place()
    {
        Project.TableMigration("001_edited.sql", "edited");
        Project.TableMigration("002_gone.sql", "gone");
        Project.TableMigration("005_last.sql", "last");
        await Project.RunAsync("migrate");
        Project.TableMigration("001_edited.sql", "edited_since");
        Project.Delete("002_gone.sql");
        Project.TableMigration("004_late.sql", "late");
        Project.Migration("006_psql.sql", "CREATE TABLE x (id int);\n\\d x\n");
        Project.Migration("007_nodown.sql", "CREATE TABLE y (id int);");
        Project.Migration("008_broken.cs", "using Godwit;\n\n[Migration]\nclass Broken : Migration\n{\n    public override void Up(SchemaBuilder schema) { nothing(); }\n}\n");
        Project.TableMigration("009_twice.sql", "z");
        Project.TableMigration("009_two.sql", "zz");
        Project.TableMigration("misnamed.sql", "zzz");
        Project.Migration("010_transaction.sql", "BEGIN;\nCREATE TABLE t (id int);\nCOMMIT;\n-- DOWN\nDROP TABLE t;");

        var outcome = (await Project.RunAsync("validate --json")).Ended(ExitCode.Difference);

        var findings = outcome.Json.GetProperty("findings").EnumerateArray().Select(Short).ToArray();
        foreach (var expected in (string[])
        [
            "error edited-after-applied 001_edited.sql:1", "error applied-but-missing", "warning out-of-order 004_late.sql:1", "error client-command 006_psql.sql:2",
            "warning missing-down 007_nodown.sql:1", "error invalid-code 008_broken.cs:6", "error duplicate-version", "error malformed-name", "error transaction-control 010_transaction.sql:1",
        ]) Assert.Contains(findings, finding => finding.StartsWith(expected, StringComparison.Ordinal));
        Assert.Equal(findings.Length, findings.Distinct().Count());
        Assert.False(outcome.Json.GetProperty("valid").GetBoolean());
        Assert.Equal(findings.Count(finding => finding.StartsWith("error", StringComparison.Ordinal)), outcome.Json.GetProperty("errors").GetInt32());
        (await Project.RunAsync("validate")).Ended(ExitCode.Difference).Says("error edited-after-applied database/migrations/001_edited.sql:1:1");
    }

    [Fact]
    [Trait("Parity", "E4")]
    public async Task Warnings_alone_are_no_failure_unless_that_is_asked_for()
    {
        Project.Migration("001_a.sql", "CREATE TABLE a (id int);");

        (await Project.RunAsync("validate")).Succeeded().Says("warning missing-down", "0 errors, 1 warning.");
        (await Project.RunAsync("validate --strict")).Ended(ExitCode.Difference);
    }

    [Fact]
    [Trait("Parity", "E4 C10")]
    public async Task Several_heads_and_circles_are_found_though_all_is_applied()
    {
        Project.TableMigration("001_a.sql", "a");
        Project.Migration("002_b.sql", "-- parent: 001_a\n-- UP\nCREATE TABLE b (id int);\n-- DOWN\nDROP TABLE b;");
        Project.Migration("003_c.sql", "-- parent: 001_a\n-- UP\nCREATE TABLE c (id int);\n-- DOWN\nDROP TABLE c;");
        (await Project.RunAsync("upgrade heads")).Succeeded();

        (await Project.RunAsync("validate")).Ended(ExitCode.Difference).Says("error several-heads", "002_b", "003_c");

        Project.Migration("004_d.sql", "-- depends: 005_e\nSELECT 1;\n-- DOWN\n");
        Project.Migration("005_e.sql", "-- depends: 004_d\nSELECT 1;\n-- DOWN\n");
        (await Project.RunAsync("validate --files")).Ended(ExitCode.Difference).Says("error dependency-cycle", "004_d, which depends on 005_e");
    }

    [Fact]
    [Trait("Parity", "E4")]
    public async Task A_pull_request_may_not_slip_a_migration_under_those_of_the_branch()
    {
        Project.TableMigration("001_a.sql", "a");
        Project.TableMigration("003_c.sql", "c");
        Git("init --quiet --initial-branch=main");
        Git("add database");
        Git("-c user.name=t -c user.email=t@example.org commit --quiet -m first");
        Project.TableMigration("004_d.sql", "d");
        (await Project.RunAsync("validate --files --since main")).Succeeded();
        Project.TableMigration("002_b.sql", "b");

        (await Project.RunAsync("validate --files --since main")).Ended(ExitCode.Difference)
            .Says("error out-of-order", "002_b sorts before 003_c, which main has already", "godwit rebase --since main");
        (await Project.RunAsync("validate --files --since nowhere")).Failed("usage", ExitCode.Usage, "git does not know the migrations of 'nowhere'");
    }

    private static string Short(JsonElement finding)
    {
        var place = finding.TryGetProperty("file", out var file) ? $" {Path.GetFileName(file.GetString())}:{finding.GetProperty("line").GetInt32()}" : "";
        Assert.NotEmpty(finding.GetProperty("message").GetString()!);
        Assert.NotEmpty(finding.GetProperty("remedy").GetString()!);
        return $"{finding.GetProperty("severity").GetString()} {finding.GetProperty("code").GetString()}{place} {finding.GetProperty("message").GetString()}";
    }

    private void Git(string line)
    {
        using var process = Process.Start(new ProcessStartInfo("git", line) { WorkingDirectory = Project.Root })!;
        process.WaitForExit();
        Assert.Equal(0, process.ExitCode);
    }
}
