namespace Godwit.Cli.Commands;

/// <summary>The arguments, divided into the bare words at the beginning and the rest.</summary>
/// <param name="Verb">The words that may name a verb: <c>make:migration</c> and <c>make migration</c> are the same two.</param>
/// <param name="Joined">How many of them colons join: these are one name, and none of them is an argument.</param>
/// <param name="Rest">Everything else, in order.</param>
internal sealed record CommandWords(string[] Verb, int Joined, string[] Rest)
{
    /// <summary>
    /// Global options may stand before the verb: the first bare word that is not an option's value begins it.
    /// </summary>
    internal static CommandWords Split(string[] args)
    {
        var at = 0;
        while (at < args.Length && args[at].StartsWith('-')) at += TakesNext(args[at]) ? 2 : 1;
        if (at >= args.Length) return new CommandWords([], 0, args);
        var verb = new List<string>(args[at].Split(':', StringSplitOptions.RemoveEmptyEntries));
        var (joined, end) = (verb.Count, at + 1);
        while (end < args.Length && verb.Count < 3 && !args[end].StartsWith('-')) verb.Add(args[end++]);
        return new CommandWords([.. verb], joined, [.. args[..at], .. args[end..]]);
    }

    /// <summary>These words without <c>help</c> before them.</summary>
    internal CommandWords AfterHelp() => this with { Verb = Verb[1..], Joined = Math.Max(1, Joined - 1) };

    /// <summary>The words that were most likely meant as a verb, as they were written.</summary>
    internal string Name => Joined > 1 ? string.Join(':', Verb[..Joined]) : Verb.Length > 1 && VerbTable.IsPrefix(Verb[0]) ? $"{Verb[0]} {Verb[1]}" : Verb[0];

    private static bool TakesNext(string option) => !option.Contains('=') && GlobalOptions.WithValue.Contains(option);
}
