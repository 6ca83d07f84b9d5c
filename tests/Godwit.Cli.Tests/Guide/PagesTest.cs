using System.Text.Json;
using System.Text.RegularExpressions;
using Godwit.Cli.Tests.Running;
using Godwit.Configuration;
using Xunit;

namespace Godwit.Cli.Tests.Guide;

/// <summary>
/// What the README and the pages under docs/ show works as it stands there. A block that cannot be run has a comment above it that says why:
/// <c>&lt;!-- illustration: … --&gt;</c>.
/// </summary>
public sealed partial class PagesTest
{
    private const int MostIllustrations = 20;

    private static readonly string[] Languages = ["sh", "console", "csharp", "sql", "json", "yaml", "text", "arrows", "php"];

    // a span of a trace has a name that looks like one
    private static readonly string[] NoCommands = ["godwit migration"];

    public static TheoryData<string> WithShell => [.. PagesWith("sh", "console")];

    public static TheoryData<string> WithCode => [.. PagesWith("csharp")];

    public static TheoryData<string> WithSql => [.. PagesWith("sql")];

    public static TheoryData<string> WithJson => [.. PagesWith("json")];

    public static TheoryData<string> All => [.. Page.Names];

    [Theory]
    [MemberData(nameof(WithShell))]
    public async Task The_command_lines_of_a_page_run_in_their_order(string page)
    {
        using var project = PagePreparation.Project(page);
        var number = 0;
        foreach (var block in Page.Open(page).Blocks.Where(block => block.Is("sh", "console")))
        {
            number++;
            var line = 0;
            await PagePreparation.BlockAsync(project, page, number);
            if (block.Language == "console") await ShellBlock.CompareAsync(project, block.Text);
            else await ShellBlock.RunAsync(project, block.Text, () => PagePreparation.LineAsync(project, page, number, ++line));
        }
    }

    [Theory]
    [MemberData(nameof(WithCode))]
    public void The_code_of_a_page_compiles(string page) => Assert.All(Page.Open(page).Blocks.Where(block => block.Is("csharp")), block => CodeBlock.Compile(block.Text));

    [Theory]
    [MemberData(nameof(WithSql))]
    public async Task The_migrations_in_sql_of_a_page_are_read(string page)
    {
        foreach (var block in Page.Open(page).Blocks.Where(block => block.Is("sql")))
        {
            using var project = new Project();
            foreach (Match named in Named().Matches(block.Text))
            {
                foreach (var id in named.Groups[1].Value.Split(',')) project.Migration(id.Trim() + ".sql", "SELECT 1;");
            }

            project.Migration("2026_12_31_000000_block.sql", block.Text);

            (await project.RunAsync("show block")).Succeeded();
        }
    }

    [Theory]
    [MemberData(nameof(WithJson))]
    public void The_settings_of_a_page_are_valid(string page) => Assert.All(
        Page.Open(page).Blocks.Where(block => block.Is("json")), block => Assert.NotNull(ProjectConfigReader.Read(new TextFile("godwit.json", block.Text), new ProjectConfig("/"))));

    [Theory]
    [MemberData(nameof(All))]
    public void The_command_lines_within_the_text_of_a_page_are_understood(string page)
    {
        var open = Page.Open(page);
        var steps = open.Blocks.Where(block => block.Is("yaml", "sh")).SelectMany(block => Step().Matches(block.Text)).Select(step => Expression().Replace(step.Groups[1].Value.Trim(), "main"));

        Assert.All(open.Lines.Concat(steps).Except(NoCommands).Where(line => !line.Contains("VERB", StringComparison.Ordinal)), ShellBlock.RequireUnderstood);
    }

    [Fact]
    public void Every_block_says_its_language_and_what_is_text_holds_no_command_line()
    {
        foreach (var page in Page.Names.Select(Page.Open))
        {
            Assert.All(page.Blocks, block => Assert.True(Languages.Contains(block.Language), $"{page.Name}:{block.Line}: '{block.Language}' is no language that a test knows"));
            Assert.All(page.Blocks.Where(block => block.Is("text")), block => Assert.False(CommandLine().IsMatch(block.Text), $"{page.Name}:{block.Line}: a command line that nobody runs"));
        }
    }

    [Fact]
    public void Illustrations_are_few_and_have_a_reason()
    {
        var reasons = Page.Names.SelectMany(name => Page.Open(name).Blocks).Where(block => block.Illustration is not null).Select(block => block.Illustration!).ToArray();

        Assert.All(reasons, reason => Assert.InRange(reason.Length, 20, 200));
        Assert.InRange(reasons.Length, 1, MostIllustrations);
    }

    [Fact]
    public void Every_page_is_on_the_map_and_every_link_leads_somewhere()
    {
        var map = File.ReadAllText(Path.Join(Samples.Repository, "docs/README.md"));
        Assert.All(Page.Names.Where(name => name is not ("README.md" or "docs/README.md")), name => Assert.Contains($"({Path.GetFileName(name)})", map, StringComparison.Ordinal));
        foreach (var name in Page.Names)
        {
            var folder = Path.GetDirectoryName(Path.Join(Samples.Repository, name))!;
            foreach (Match link in Link().Matches(Page.Open(name).Text))
                Assert.True(Path.Exists(Path.Join(folder, link.Groups[1].Value)), $"{name}: {link.Groups[1].Value}");
        }
    }

    [Fact]
    public void What_is_generated_is_valid_json()
    {
        var page = File.ReadAllText(Path.Join(Samples.Repository, "docs/commands.md"));

        Assert.All(Json().Matches(page), block => Assert.Equal(JsonValueKind.Object, JsonDocument.Parse(block.Groups[1].Value).RootElement.ValueKind));
    }

    [Fact]
    public void The_readme_comes_to_the_links_within_two_screens_and_its_figures_are_the_measured_ones()
    {
        var page = File.ReadAllText(Path.Join(Samples.Repository, "README.md")).Split("\n## Where to go next\n")[0];
        var measured = File.ReadAllText(Path.Join(Samples.Repository, "docs/performance.md"));
        var figures = Number().Matches(page.Split("- **Quick**:")[1].Split("](")[0]);

        Assert.InRange(page.Split('\n').Length, 1, 90);
        Assert.NotEmpty(figures);
        Assert.All(figures, figure => Assert.Matches($"\\b{figure.Value}\\b", measured));
    }

    private static IEnumerable<string> PagesWith(params string[] languages) => Page.Names.Where(name => Page.Open(name).Blocks.Any(block => block.Is(languages)));

    [GeneratedRegex("^-- (?:parent|depends|baseline): ([^\\n]*)$", RegexOptions.Multiline)]
    private static partial Regex Named();

    [GeneratedRegex("dotnet (godwit [^\\n#]*)")]
    private static partial Regex Step();

    // what the code host puts in
    [GeneratedRegex("\\$\\{\\{[^}]*\\}\\}")]
    private static partial Regex Expression();

    [GeneratedRegex("^(?:\\$ )?(?:godwit|dotnet) [a-z]", RegexOptions.Multiline)]
    private static partial Regex CommandLine();

    [GeneratedRegex("\\]\\(([^)#:]+)(?:#[^)]*)?\\)")]
    private static partial Regex Link();

    [GeneratedRegex("[0-9]+(?: ms)?")]
    private static partial Regex Number();

    [GeneratedRegex("```json\n(.*?)```", RegexOptions.Singleline)]
    private static partial Regex Json();
}
