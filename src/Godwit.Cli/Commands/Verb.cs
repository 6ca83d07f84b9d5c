using Godwit.Cli.Syntax;

namespace Godwit.Cli.Commands;

/// <summary>A verb of the command: its options, its examples, and what it does.</summary>
internal abstract class Verb
{
    /// <summary>The options that every verb has.</summary>
    internal GlobalOptions Globals { get; } = new();

    /// <summary>Command lines that show how it is used, each with what it does.</summary>
    internal abstract (string Line, string Meaning)[] Examples { get; }

    /// <summary>What it takes beside options; null when it takes nothing.</summary>
    internal virtual Argument? Argument => null;

    /// <summary>Its own options.</summary>
    internal virtual Option[] Options => [];

    /// <summary>The options of every verb, without those that this one gives another meaning.</summary>
    internal Option[] SharedOptions
    {
        get
        {
            // make:migration --table is the table to alter, not the history's
            var own = Options;
            return Array.FindAll(Globals.All, shared => !Array.Exists(own, option => option.Is(shared.Name)));
        }
    }

    /// <summary>Does it.</summary>
    internal abstract Task<ExitCode> RunAsync(Invocation invocation, CancellationToken cancellation);

    /// <summary>Reads the words after its name.</summary>
    /// <exception cref="GodwitException">They are not understood.</exception>
    internal Line Read(string name, string[] words)
    {
        var reader = new LineReader(name, Argument, [.. Options, .. Globals.All]);
        var line = reader.Read(words);
        return reader.Superfluous(line) is { } word ? throw Superfluous(word, name) : line;
    }

    private static GodwitException Superfluous(string word, string name)
    {
        var nearest = VerbTable.Nearest($"{name}:{word}");
        return nearest is null || nearest == name
            ? new GodwitException(ErrorCode.Usage, $"godwit {name} does not take '{word}'.", $"godwit {name} --help shows its options and arguments.")
            : new GodwitException(ErrorCode.Usage, $"There is no verb '{name} {word}'.", $"Did you mean godwit {nearest}?");
    }
}
