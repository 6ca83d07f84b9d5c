using System.Text.RegularExpressions;
using Godwit.Cli.Commands;
using Godwit.Cli.Tests.Running;
using Xunit;

namespace Godwit.Cli.Tests;

public sealed partial class HelpTest : IDisposable
{
    private readonly Project project = new();

    public static TheoryData<string> Verbs => [.. Names];

    private static IEnumerable<string> Names => VerbTable.All.SelectMany(entry => entry.Aliases.Prepend(entry.Name));

    public void Dispose() => project.Dispose();

    [Theory]
    [MemberData(nameof(Verbs))]
    public async Task The_help_of_every_verb_fits_in_80_columns_and_has_examples(string verb)
    {
        var help = (await project.RunAsync(verb + " --help")).Succeeded();

        Assert.All(help.Out.Split('\n'), line => Assert.InRange(line.Length, 0, 80));
        Assert.Matches(ExampleHeading(), help.Out);
        Assert.Equal(help.Out, (await project.RunAsync($"{verb.Replace(':', ' ')} -h")).Out);
        Assert.Equal(help.Out, (await project.RunAsync($"help {verb}")).Out);
    }

    [Theory]
    [MemberData(nameof(Verbs))]
    public void The_examples_of_every_verb_are_understood_by_it(string verb)
    {
        var entry = VerbTable.All.Single(entry => entry.Aliases.Contains(verb) || entry.Name == verb);

        foreach (var (line, _) in entry.Create().Examples)
        {
            var words = CommandWords.Split([.. Word().Matches(line.Split('>')[0]).Select(word => word.Value.Trim('"')).Skip(1)]);
            var found = VerbTable.Find(words);
            Assert.True(found?.Entry == entry, line);
            entry.Create().Read(entry.Name, [.. words.Verb[found.Value.Words..], .. words.Rest]);
        }
    }

    [Theory]
    [InlineData("")]
    [InlineData("--help")]
    [InlineData("-h")]
    [InlineData("help")]
    public async Task Without_a_verb_all_of_them_are_listed(string line)
    {
        var overview = (await project.RunAsync(line)).Succeeded();

        Assert.All(VerbTable.All, entry => Assert.Contains("  " + entry.Name + " ", overview.Out, StringComparison.Ordinal));
        Assert.All(overview.Out.Split('\n'), row => Assert.InRange(row.Length, 0, 80));
    }

    [Fact]
    public void No_two_verbs_have_the_same_name() => Assert.Equal(Names.Distinct(), Names);

    [GeneratedRegex("^Examples\n  godwit ", RegexOptions.Multiline)]
    private static partial Regex ExampleHeading();

    [GeneratedRegex("\"[^\"]*\"|[^ ]+")]
    private static partial Regex Word();
}
