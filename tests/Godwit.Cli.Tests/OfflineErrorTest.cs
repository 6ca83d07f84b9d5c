using Godwit.Cli.Commands;
using Godwit.Cli.Tests.Running;
using Xunit;

namespace Godwit.Cli.Tests;

/// <summary>What no script can be written for, and what each error says.</summary>
public sealed class OfflineErrorTest : IDisposable
{
    private readonly Project project = new();

    public void Dispose() => project.Dispose();

    [Fact]
    public async Task A_downgrade_without_its_beginning_is_refused()
    {
        project.TableMigration("001_a.sql", "a");

        (await project.RunAsync("downgrade base --sql")).Failed("usage", ExitCode.Usage, "head:base");
        (await project.RunAsync("downgrade base:head --sql")).Failed("usage", ExitCode.Usage, "goes the other way");
        (await project.RunAsync("upgrade head:base --sql")).Failed("usage", ExitCode.Usage, "goes the other way");
        (await project.RunAsync("upgrade 009 --sql")).Failed("unknown-revision");
        (await project.RunAsync("upgrade --idempotent")).Failed("usage", ExitCode.Usage, "--sql");
    }

    [Fact]
    public async Task Code_is_nothing_for_a_script()
    {
        project.Migration("001_a.cs", Class("A", "schema.Run(async (db, cancellation) => await Task.CompletedTask);"));

        (await project.RunAsync("upgrade --sql")).Failed("not-supported", ExitCode.Failed, "001_a runs code", "godwit upgrade 001_a", "001_a.cs:");
    }

    [Fact]
    public async Task A_definition_that_sql_may_have_changed_only_the_database_knows()
    {
        project.Migration("001_a.cs", Class("A", "schema.Create(\"a\", table => { table.Id(); table.String(\"x\"); });"));
        project.Migration("002_b.sql", "ALTER TABLE a ADD COLUMN y int;");
        project.Migration("003_c.cs", Class("C", "schema.Table(\"a\", table => table.String(\"x\", 9).Nullable().Change());"));

        (await project.RunAsync("upgrade 002 --sql")).Succeeded();
        (await project.RunAsync("upgrade --sql")).Failed("not-supported", ExitCode.Failed, "002_b may have changed that", "--pretend");
    }

    [Fact]
    public async Task A_table_that_sql_made_only_the_database_knows()
    {
        project.Migration("001_a.sql", "CREATE TABLE a (id int, x int, y int);");
        project.Migration("002_b.cs", Class("B", "schema.Table(\"a\", table => table.DropColumn(\"x\"));"));

        (await project.RunAsync("upgrade --sql")).Failed("not-supported", ExitCode.Failed, "001_a may have changed that");
    }

    [Fact]
    public async Task For_a_program_the_script_is_a_member_of_the_document()
    {
        project.TableMigration("001_a.sql", "a");

        var script = (await project.RunAsync("upgrade --sql --json")).Succeeded().Json.GetProperty("script").GetString();

        Assert.Contains("CREATE TABLE a (id int);", script, StringComparison.Ordinal);
        Assert.False(File.Exists(project.SqliteFile), "No database may be made.");
    }

    private static string Class(string name, string up) =>
        $"using Godwit;\n\n[Migration]\nclass {name} : Migration\n{{\n    public override void Up(SchemaBuilder schema) => {up}\n}}\n";
}
