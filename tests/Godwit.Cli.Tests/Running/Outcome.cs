using System.Text.Json;
using Godwit.Cli.Commands;
using Xunit;

namespace Godwit.Cli.Tests.Running;

/// <summary>How a call of the command ended, and what it wrote.</summary>
internal sealed record Outcome(ExitCode Code, string Out, string Error)
{
    /// <summary>The document on standard output; anything beside it there is a failure.</summary>
    public JsonElement Json => JsonDocument.Parse(Out).RootElement;

    /// <summary>Both streams, with blanks and line breaks as single blanks: the words, whatever the width they were wrapped at.</summary>
    public string Words => string.Join(' ', (Out + " " + Error).Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries));

    public Outcome Succeeded() => Ended(ExitCode.Done);

    /// <summary>It did what was asked, or says that there is something to do.</summary>
    public Outcome Answered() => Code is ExitCode.Difference ? this : Succeeded();

    public Outcome Ended(ExitCode code)
    {
        Assert.True(Code == code, $"{Code} instead of {code}:\n{Out}\n{Error}");
        return this;
    }

    /// <summary>It failed with an error of this kind, shown once and on standard error, with these words among its own.</summary>
    public Outcome Failed(string code, ExitCode exit = ExitCode.Failed, params string[] words)
    {
        Ended(exit);
        Assert.Single(Error.Split('\n'), line => line == $"error {code}");
        foreach (var word in words) Assert.Contains(word, Words, StringComparison.Ordinal);
        return this;
    }

    public Outcome Says(params string[] words)
    {
        foreach (var word in words) Assert.Contains(word, Words, StringComparison.Ordinal);
        return this;
    }
}
