using Godwit.Cli.Syntax;
using Xunit;

namespace Godwit.Cli.Tests.Syntax;

public sealed class LineReaderTest
{
    private readonly Flag force = new("--force", "-f");
    private readonly Flag quiet = new("--quiet", "-q");
    private readonly NumberOption step = new("--step", "--steps") { HelpName = "N" };
    private readonly TextOption order = new("--order") { HelpName = "HOW", Choices = ["allow", "warn"] };
    private readonly TextOption message = new("--message", "-m") { HelpName = "TEXT" };
    private readonly ListOption directories = new("--dir") { HelpName = "PATH" };

    [Theory]
    [InlineData("", false, null)]
    [InlineData("--force", true, null)]
    [InlineData("-f", true, null)]
    [InlineData("-f --force", true, null)]
    [InlineData("-qf", true, null)]
    [InlineData("--force=true", true, null)]
    [InlineData("--force=False", false, null)]
    [InlineData("--force false", false, null)]
    [InlineData("--step 3", false, 3)]
    [InlineData("--step=3 -f", true, 3)]
    [InlineData("--steps 3", false, 3)]
    [InlineData("--step -3", false, -3)]
    public void Options_are_there_or_not_and_have_values(string line, bool forced, int? steps)
    {
        var read = Read(line);

        Assert.Equal((forced, steps), (read.Value(force), read.Value(step)));
        Assert.Empty(read.Words);
    }

    [Theory]
    [InlineData("head", "head")]
    [InlineData("--force head", "head")]
    [InlineData("-1", "-1")]
    [InlineData("-", "-")]
    [InlineData("--message x one two", "one two")]
    [InlineData("-- --force -x", "--force -x")]
    public void What_is_no_option_is_a_word(string line, string words) => Assert.Equal(words.Split(' '), Read(line).Words);

    [Theory]
    [InlineData("-m x", "x")]
    [InlineData("--message=", null)]
    [InlineData("--message=a=b", "a=b")]
    [InlineData("--message -x", "-x")]
    [InlineData("--message true", "true")]
    [InlineData("--order warn -m x", "x")]
    public void A_text_is_taken_as_it_is(string line, string? text)
    {
        if (text is null) Assert.Throws<GodwitException>(() => Read(line));
        else Assert.Equal(text, Read(line).Value(message));
    }

    [Fact]
    public void Some_options_may_be_given_several_times() => Assert.Equal(["a", "b"], Read("--dir a --dir=b").Value(directories));

    [Theory]
    [InlineData("--froce", "godwit verb has no option --froce.", "Did you mean --force?")]
    [InlineData("-fx", "godwit verb has no option -fx.", "--help")]
    [InlineData("-fm", "godwit verb has no option -fm.", "--help")]
    [InlineData("--step", "--step needs a value: --step N.", "--help")]
    [InlineData("--step --force", "--step needs a value: --step N.", "--help")]
    [InlineData("--step=x", "--step x is not a number.", "--step 2")]
    [InlineData("--order deny", "--order deny is not known.", "allow, warn")]
    [InlineData("--force=perhaps", "--force perhaps is not understood.", "true or false")]
    [InlineData("-m a -m b", "--message is given several times.", "Give it once.")]
    public void A_mistake_is_named(string line, string problem, string remedy)
    {
        var mistake = Assert.Throws<GodwitException>(() => Read(line));

        Assert.Equal((ErrorCode.Usage, problem), (mistake.Code, mistake.Message));
        Assert.Contains(remedy, mistake.Remedy, StringComparison.Ordinal);
    }

    [Fact]
    public void Of_two_options_with_one_name_the_first_counts()
    {
        var (own, shared) = (new TextOption("--table"), new TextOption("--table"));

        var line = new LineReader("verb", null, [own, shared]).Read(["--table", "x"]);

        Assert.Equal(("x", null), (line.Value(own), line.Value(shared)));
    }

    [Theory]
    [InlineData(null, "one two", "one")]
    [InlineData(WordCount.OneOrNone, "one two", "two")]
    [InlineData(WordCount.One, "one", null)]
    [InlineData(WordCount.Any, "one two", null)]
    public void A_word_too_many_is_found(object? number, string words, string? superfluous)
    {
        var reader = new LineReader("verb", number is WordCount count ? new Argument("REV", count, "") : null, []);

        Assert.Equal(superfluous, reader.Superfluous(reader.Read(words.Split(' '))));
    }

    [Fact]
    public void A_missing_word_is_named() =>
        Assert.Equal("godwit verb needs REV.", Assert.Throws<GodwitException>(() => new LineReader("verb", new Argument("REV", WordCount.One, ""), []).Read([])).Message);

    private Line Read(string line) =>
        new LineReader("verb", null, [force, quiet, step, order, message, directories]).Read(line.Split(' ', StringSplitOptions.RemoveEmptyEntries));
}
