using Godwit.Cli.Commands;
using Godwit.Cli.Tests.Running;
using Xunit;

namespace Godwit.Cli.Tests;

/// <summary>Where undoing is asked about, it is said what goes.</summary>
public sealed class DowngradeLossTest() : DatabaseSpecification(Server.Sqlite)
{
    [Fact]
    [Trait("Parity", "E5")]
    public async Task A_downgrade_past_migrations_that_lose_data_says_what_is_lost()
    {
        Project.TableMigration("001_a.sql", "a");
        Project.Migration("002_b.sql", "-- UP\nALTER TABLE a ADD COLUMN note text;\n-- DOWN\nALTER TABLE a DROP COLUMN note;");
        Project.Migration("003_c.cs", "using Godwit;\n\n[Migration]\nclass C : Migration\n{\n    public override void Up(SchemaBuilder schema) => schema.Create(\"c\", table => table.Id());\n}\n");
        Project.Migration("004_d.sql", "-- UP\nCREATE TABLE old (id int);\nDROP TABLE old;\n-- DOWN\n");
        (await Project.RunAsync("migrate")).Succeeded();
        var before = await StateAsync();

        (await Project.RunAsync("downgrade base --env staging")).Ended(ExitCode.ConfirmationNeeded).Says(
            "Undoing 001_a drops the table a with its rows.", "Undoing 002_b drops the column note of a with its values.",
            "Undoing 003_c drops the table c with its rows.", "004_d had dropped the table old with its rows: undoing it brings back the structure");

        Assert.Equal(before, await StateAsync());
        (await Project.RunAsync("downgrade base --env staging --force")).Succeeded().Says("drops the table a");
    }

    [Fact]
    [Trait("Parity", "C11 E1 E5")]
    public async Task Force_is_what_answers_without_a_terminal()
    {
        Project.TableMigration("001_a.sql", "a");
        await Project.RunAsync("migrate");

        (await Project.RunAsync("downgrade --revision base --env production")).Failed("confirmation-needed", ExitCode.ConfirmationNeeded, "--force");
        Assert.Equal(["a"], await TablesAsync());
        (await Project.RunAsync("downgrade --revision base --force --env production")).Succeeded();
        Assert.Empty(await TablesAsync());
    }
}
