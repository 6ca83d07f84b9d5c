namespace Godwit.Cli.Syntax;

/// <summary>Reads the words after a verb by the options and the argument that it has. Of two options with one name the first counts.</summary>
internal sealed class LineReader(string verb, Argument? argument, Option[] options)
{
    /// <summary>Reads them.</summary>
    /// <exception cref="GodwitException">An option is not known or not used as it should be, or the argument is missing.</exception>
    internal Line Read(string[] words)
    {
        var line = new Line();
        for (var at = 0; at < words.Length; at++)
        {
            if (words[at] == "--")
            {
                line.Words.AddRange(words.AsSpan(at + 1));
                break;
            }

            if (LooksLikeOption(words[at])) at += ReadOption(line, words[at], at + 1 < words.Length ? words[at + 1] : null);
            else line.Words.Add(words[at]);
        }

        return argument is { Number: WordCount.One } && line.Words.Count == 0 ? throw Incomplete(argument) : line;
    }

    /// <summary>The first word that there is no place for; null when all have one.</summary>
    internal string? Superfluous(Line line) => argument switch
    {
        null => line.Words.Count > 0 ? line.Words[0] : null,
        { Number: WordCount.Any } => null,
        _ => line.Words.Count > 1 ? line.Words[1] : null,
    };

    // A number below zero is a word: downgrade -1.
    private static bool LooksLikeOption(string word) => word.Length > 1 && word[0] == '-' && !char.IsAsciiDigit(word[1]);

    // How many further words it took.
    private int ReadOption(Line line, string word, string? next)
    {
        var equals = word.IndexOf('=', StringComparison.Ordinal);
        var name = equals < 0 ? word : word[..equals];
        if (Find(name) is not { } option)
        {
            return ReadLetters(line, word) ? 0 : throw Unknown(name);
        }

        var value = equals >= 0 ? word[(equals + 1)..] : next is not null && Find(next) is null && option.Takes(next) ? next : null;
        if (string.IsNullOrEmpty(value) && option is not Flag) throw Valueless(option);
        line.Add(option, value ?? bool.TrueString);
        if (value is not null && option.Refuse(value) is { } mistake) throw mistake;
        if (line.Count(option) > 1 && !option.Repeats) throw Repeated(option);
        return equals < 0 && value is not null ? 1 : 0;
    }

    // -qn is -q -n.
    private bool ReadLetters(Line line, string word)
    {
        if (word[1] == '-') return false;
        foreach (var letter in word.AsSpan(1))
        {
            if (Find($"-{letter}") is not Flag flag) return false;
            line.Add(flag, bool.TrueString);
        }

        return true;
    }

    private Option? Find(string name)
    {
        foreach (var option in options)
        {
            if (option.Is(name)) return option;
        }

        return null;
    }

    private GodwitException Unknown(string name)
    {
        var nearest = Suggestion.Nearest(name, options.Select(option => option.Name));
        return Mistake($"godwit {verb} has no option {name}.", nearest is null ? null : $"Did you mean {nearest}?");
    }

    private GodwitException Incomplete(Argument missing) => Mistake($"godwit {verb} needs {missing.HelpName}.", null);

    private GodwitException Valueless(Option option) => Mistake($"{option.Name} needs a value: {option.Name} {option.HelpName}.", null);

    private GodwitException Repeated(Option option) => Mistake($"{option.Name} is given several times.", "Give it once.");

    private GodwitException Mistake(string message, string? remedy) =>
        new(ErrorCode.Usage, message, remedy ?? $"godwit {verb} --help shows its options and arguments.");
}
