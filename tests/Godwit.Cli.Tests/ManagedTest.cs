using Godwit.Cli.Tests.Running;
using Xunit;

namespace Godwit.Cli.Tests;

/// <summary>The spellings of those who let an application manage its migrations.</summary>
public sealed class ManagedTest() : DatabaseSpecification(Server.Sqlite)
{
    [Fact]
    [Trait("Parity", "E1")]
    public async Task Every_verb_of_theirs_is_understood_from_the_beginning_to_the_end()
    {
        (await Project.RunAsync("init")).Succeeded();
        Project.Write("godwit.json", """{ "naming": "sequence", "format": "sql" }""");
        (await Project.RunAsync(["create", "create notes table"])).Succeeded().Says("001_create_notes_table.sql");
        (await Project.RunAsync("template add_column --table notes --column slug")).Succeeded();
        (await Project.RunAsync("pending")).Succeeded().Says("001_create_notes_table", "002_add_slug_to_notes_table");
        (await Project.RunAsync("validate")).Succeeded().Says("no problems");
        (await Project.RunAsync("upgrade --revision 001")).Succeeded();
        (await Project.RunAsync("current")).Succeeded().Says("001_create_notes_table");
        (await Project.RunAsync("upgrade")).Succeeded();
        (await Project.RunAsync("history")).Succeeded().Says("002_add_slug_to_notes_table");
        (await Project.RunAsync("downgrade --revision 001 --force")).Succeeded();
        Assert.Equal(["001_create_notes_table 1"], await HistoryAsync());
        (await Project.RunAsync("downgrade --revision=base --force")).Succeeded();
        Assert.Empty(await TablesAsync());
    }
}
