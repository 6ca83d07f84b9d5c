using System.Runtime.CompilerServices;
using System.Text;
using System.Text.Json;
using Godwit.Configuration;
using Xunit;

namespace Godwit.Tests.Configuration;

/// <summary>
/// What docs/configuration.md shows is what the reader accepts, and its tables are those of the schema. After a change on purpose:
/// <c>GODWIT_ACCEPT=1 dotnet test tests/Godwit.Tests</c>.
/// </summary>
public sealed class ConfigurationGuideTest
{
    private static readonly string Guide = File.ReadAllText(GuidePath());

    [Fact]
    public void Every_example_of_the_settings_is_valid()
    {
        var examples = Blocks("json");

        Assert.Equal(3, examples.Count);
        Assert.All(examples, example => ProjectConfigReader.Read(new TextFile("godwit.json", example), new ProjectConfig("/")));
    }

    [Fact]
    public void Every_example_of_a_URL_is_valid()
    {
        var lines = Blocks("text").Single(block => block.StartsWith("sqlite:", StringComparison.Ordinal)).TrimEnd().Split('\n');

        Assert.Equal(8, lines.Length);
        Assert.All(lines, line => ConnectionUrl.Parse(new ConfiguredText(line.Split(' ')[0], "url", "the guide")));
    }

    [Fact]
    public void The_example_of_an_env_file_is_valid()
    {
        using var project = new TemporaryProject();
        var variables = project.Load((".env", Blocks("text").Single(block => block.StartsWith('#')))).Variables;

        Assert.Equal("localhost", variables.Find("DB_HOST"));
        Assert.Equal("shop", variables.Find("DB_DATABASE"));
        Assert.Equal("p$ss \"word\" #1", variables.Find("DB_PASSWORD"));
        Assert.Equal("two\nlines", variables.Find("NOTE"));
    }

    [Fact]
    public void Every_key_is_described()
    {
        string[] keys =
            [.. ProjectConfigReader.Keys, .. ProjectConfigReader.ModelKeys, .. ConnectionDefinition.Keys, .. EnvironmentReader.Keys];

        Assert.All(keys, key => Assert.True(Guide.Contains($"`{key}`") || Guide.Contains($"\"{key}\":"), key));
    }

    [Theory]
    [InlineData("keys", "")]
    [InlineData("connection", "connection")]
    [InlineData("environment", "environment")]
    public void The_tables_of_keys_are_the_schema_s(string mark, string definition)
    {
        var page = File.ReadAllText(GuidePath());
        var (begin, end) = ($"<!-- {mark}: begin -->\n", $"<!-- {mark}: end -->");
        var (first, last) = (page.IndexOf(begin, StringComparison.Ordinal) + begin.Length, page.IndexOf(end, StringComparison.Ordinal));
        var written = SettingsTable(definition);
        if (Environment.GetEnvironmentVariable("GODWIT_ACCEPT") == "1") File.WriteAllText(GuidePath(), page[..first] + written + page[last..]);
        else Assert.Equal(written, page[first..last]);
    }

    private static string SettingsTable(string definition)
    {
        using var stream = typeof(ProjectConfig).Assembly.GetManifestResourceStream("godwit.schema.json")!;
        using var document = JsonDocument.Parse(stream);
        var definitions = document.RootElement.GetProperty("definitions");
        var group = definition.Length == 0 ? document.RootElement : definitions.GetProperty(definition);
        var table = new StringBuilder("| key | default | |\n|---|---|---|\n");
        foreach (var property in group.GetProperty("properties").EnumerateObject())
        {
            var value = property.Value.TryGetProperty("$ref", out var reference) ? definitions.GetProperty(reference.GetString()!.Split('/')[^1]) : property.Value;
            var words = value.GetProperty("description").GetString()!.TrimEnd('.').Split(". Default: ");
            var usual = !value.TryGetProperty("default", out var given) ? words.ElementAtOrDefault(1) ?? ""
                : given.GetRawText() is "[]" or "{}" ? "none" : $"`{given.GetRawText()}`";
            table.Append($"| `{property.Name}` | {usual} | {words[0]} |\n");
        }

        return table.ToString();
    }

    private static List<string> Blocks(string language)
    {
        var blocks = Guide.Split("```").Where((_, i) => i % 2 == 1);
        var first = $"{language}\n";
        return [.. blocks.Where(block => block.StartsWith(first, StringComparison.Ordinal)).Select(block => block[first.Length..])];
    }

    private static string GuidePath([CallerFilePath] string here = "") =>
        Path.Combine(Path.GetDirectoryName(here)!, "..", "..", "..", "docs", "configuration.md");
}
