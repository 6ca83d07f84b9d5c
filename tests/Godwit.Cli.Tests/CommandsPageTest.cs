using System.Runtime.CompilerServices;
using System.Text.Json;
using System.Text.RegularExpressions;
using Godwit.Cli.Commands;
using Godwit.Cli.Rendering;
using Godwit.Execution;
using Godwit.Migrations;
using Godwit.Planning;
using Xunit;

namespace Godwit.Cli.Tests;

/// <summary>
/// What docs/commands.md says is what the command says. After a change on purpose:
/// <c>GODWIT_ACCEPT=1 dotnet test tests/Godwit.Cli.Tests</c>, and read the difference.
/// </summary>
public sealed partial class CommandsPageTest
{
    private static readonly string Path = PathOfPage();

    private static string Page => File.ReadAllText(Path);

    [Fact]
    public async Task The_page_has_the_help_of_every_verb_and_the_documents_it_answers_with()
    {
        var (byHand, _) = Parts();
        var written = await CommandsPage.WriteAsync();
        if (Environment.GetEnvironmentVariable("GODWIT_ACCEPT") == "1") await File.WriteAllTextAsync(Path, byHand + written);

        Assert.Equal(written, Parts().Written);
    }

    [Fact]
    public void Every_exit_code_is_explained()
    {
        foreach (var code in Enum.GetValues<ExitCode>()) Assert.Contains($"\n| {(int)code} | ", Parts().ByHand, StringComparison.Ordinal);
    }

    [Fact]
    public void Every_member_of_a_document_is_explained()
    {
        var (byHand, written) = Parts();
        var members = new HashSet<string>();
        foreach (Match block in Json().Matches(written)) Collect(JsonDocument.Parse(block.Groups[1].Value).RootElement, members);

        Assert.NotEmpty(members);
        Assert.All(members, member => Assert.Contains($"`{member}`", byHand, StringComparison.Ordinal));
    }

    [Fact]
    public void Every_word_that_a_member_can_be_is_explained()
    {
        string[] words =
        [
            .. Words<Standing>(), .. Words<StepAction>(), .. Words<RepairAction>(), .. Words<SegmentMode>(), .. Words<Severity>(), .. Words<Direction>(),
        ];

        Assert.All(words, word => Assert.Contains($"`{word}`", Parts().ByHand, StringComparison.Ordinal));
    }

    private static IEnumerable<string> Words<T>()
        where T : struct, Enum => Enum.GetValues<T>().Select(CodeText.Of);

    private static void Collect(JsonElement element, HashSet<string> names)
    {
        if (element.ValueKind is JsonValueKind.Array)
        {
            foreach (var item in element.EnumerateArray()) Collect(item, names);
        }
        else if (element.ValueKind is JsonValueKind.Object)
        {
            foreach (var member in element.EnumerateObject())
            {
                names.Add(member.Name);
                Collect(member.Value, names);
            }
        }
    }

    private static (string ByHand, string Written) Parts()
    {
        var page = Page;
        var at = page.IndexOf(CommandsPage.Mark, StringComparison.Ordinal);
        Assert.True(at > 0, $"docs/commands.md lacks the line {CommandsPage.Mark}");
        return (page[..at], page[at..]);
    }

    private static string PathOfPage([CallerFilePath] string here = "") =>
        System.IO.Path.Combine(System.IO.Path.GetDirectoryName(here)!, "..", "..", "docs", "commands.md");

    [GeneratedRegex("```json\n(.*?)```", RegexOptions.Singleline)]
    private static partial Regex Json();
}
