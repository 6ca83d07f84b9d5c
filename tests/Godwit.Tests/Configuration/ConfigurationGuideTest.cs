using System.Runtime.CompilerServices;
using Godwit.Configuration;
using Xunit;

namespace Godwit.Tests.Configuration;

/// <summary>What docs/configuration.md shows is what the reader accepts.</summary>
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
        var lines = Blocks("").Single(block => block.StartsWith("sqlite:", StringComparison.Ordinal)).TrimEnd().Split('\n');

        Assert.Equal(8, lines.Length);
        Assert.All(lines, line => ConnectionUrl.Parse(new ConfiguredText(line.Split(' ')[0], "url", "the guide")));
    }

    [Fact]
    public void The_example_of_an_env_file_is_valid()
    {
        using var project = new TemporaryProject();
        var variables = project.Load((".env", Blocks("").Single(block => block.StartsWith('#')))).Variables;

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

    private static List<string> Blocks(string language)
    {
        var blocks = Guide.Split("```").Where((_, i) => i % 2 == 1);
        var first = $"{language}\n";
        return [.. blocks.Where(block => block.StartsWith(first, StringComparison.Ordinal)).Select(block => block[first.Length..])];
    }

    private static string GuidePath([CallerFilePath] string here = "") =>
        Path.Combine(Path.GetDirectoryName(here)!, "..", "..", "..", "docs", "configuration.md");
}
