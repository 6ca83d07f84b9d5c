using System.Runtime.CompilerServices;
using System.Text;
using Godwit.Cli.Commands;
using Godwit.Cli.Rendering;
using Godwit.Cli.Tests.Running;
using Xunit;

namespace Godwit.Cli.Tests;

/// <summary>
/// Every code that the source can show is explained, by the command and on docs/errors.md. After a change on purpose:
/// <c>GODWIT_ACCEPT=1 dotnet test tests/Godwit.Cli.Tests</c>, and read the difference.
/// </summary>
public sealed class ExplainTest : IDisposable
{
    private readonly Project project = new();

    public static TheoryData<string> Codes => [.. Catalogue.All().Select(one => one.Code)];

    public void Dispose() => project.Dispose();

    [Theory]
    [MemberData(nameof(Codes))]
    public async Task A_code_is_explained_by_its_meaning_its_cause_and_the_way_out(string code)
    {
        var answer = (await project.RunAsync("explain " + code)).Succeeded();

        Assert.StartsWith(code + "\n", answer.Out, StringComparison.Ordinal);
        Assert.All(answer.Out.Split('\n'), line => Assert.InRange(line.Length, 0, 80));
        var one = Catalogue.All().Single(explained => explained.Code == code).Explanation;
        Assert.All((string[])[one.Meaning, one.Cause, one.Remedy], sentence => Assert.EndsWith(".", sentence, StringComparison.Ordinal));
    }

    [Fact]
    public async Task Without_a_code_all_of_them_are_listed()
    {
        var answer = (await project.RunAsync("explain")).Succeeded();

        Assert.All(Catalogue.All(), one => Assert.Contains(one.Code + "\n", answer.Out, StringComparison.Ordinal));
    }

    [Fact]
    public async Task A_misspelt_code_is_answered_with_the_nearest()
    {
        var answer = await project.RunAsync("explain edited-after-aplied");

        answer.Failed("usage", ExitCode.Usage, "Did you mean godwit explain edited-after-applied?");
    }

    [Fact]
    public void The_page_has_every_code()
    {
        var path = PathOfPage();
        var page = new StringBuilder("# Codes\n\nThe code shown after `error` or `warning`, as `godwit explain CODE` explains it. The safety rules are\nin [Environments and rules](environments-and-rules.md). A test writes this page.\n");
        foreach (var one in Catalogue.All().Where(one => char.IsAsciiLetterLower(one.Code[0])))
        {
            page.Append($"\n## {one.Code}\n\n{one.Explanation.Meaning} {one.Explanation.Cause}\n\n{one.Explanation.Remedy}\n");
        }

        if (Environment.GetEnvironmentVariable("GODWIT_ACCEPT") == "1") File.WriteAllText(path, page.ToString());

        Assert.Equal(page.ToString(), File.ReadAllText(path));
    }

    private static string PathOfPage([CallerFilePath] string here = "") => Path.Combine(Path.GetDirectoryName(here)!, "..", "..", "docs", "errors.md");
}
