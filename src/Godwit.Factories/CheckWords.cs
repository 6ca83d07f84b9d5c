using System.Globalization;

namespace Godwit.Factories;

/// <summary>A word of a predicate.</summary>
/// <param name="Text">A name without quotes, a keyword, a sign, or what a literal says.</param>
/// <param name="IsText">Whether it is a text between quotes.</param>
internal readonly record struct CheckWord(string Text, bool IsText = false)
{
    /// <summary>What it says, where it is a text or a number; otherwise null.</summary>
    internal string? Literal => IsText || Number is not null ? Text : null;

    /// <summary>The number that it says; PostgreSQL writes some between quotes.</summary>
    internal decimal? Number => decimal.TryParse(Text, NumberStyles.Float, CultureInfo.InvariantCulture, out var number) ? number : null;

    internal bool Is(string word) => !IsText && Text.Equals(word, StringComparison.OrdinalIgnoreCase);

    internal bool IsAny(params ReadOnlySpan<string> words)
    {
        foreach (var word in words)
        {
            if (Is(word)) return true;
        }

        return false;
    }
}

/// <summary>The words of a predicate, without parentheses, commas and casts.</summary>
internal static class CheckWords
{
    private const string Signs = "<>=!";

    internal static IReadOnlyList<CheckWord> Of(string predicate)
    {
        var words = new List<CheckWord>();
        for (var at = 0; at < predicate.Length;)
        {
            var letter = predicate[at];
            if (predicate.AsSpan(at).StartsWith("::")) at = AfterType(predicate, at + 2);
            else if (letter is '\'') at = Add(words, predicate, at, letter, isText: true);
            else if (letter is '"' or '`') at = Add(words, predicate, at, letter, isText: false);
            else if (Signs.Contains(letter, StringComparison.Ordinal)) at = Add(words, predicate, at, character => Signs.Contains(character, StringComparison.Ordinal));
            else if (IsWord(letter)) at = Add(words, predicate, at, IsWord);
            else at++;
        }

        return words;
    }

    private static int Add(List<CheckWord> words, string predicate, int at, char quote, bool isText)
    {
        var end = at + 1;
        while (end < predicate.Length && (predicate[end] != quote || (end + 1 < predicate.Length && predicate[end + 1] == quote))) end += predicate[end] == quote ? 2 : 1;
        words.Add(new CheckWord(predicate[(at + 1)..Math.Min(end, predicate.Length)].Replace(new string(quote, 2), quote.ToString(), StringComparison.Ordinal), isText));
        return end + 1;
    }

    private static int Add(List<CheckWord> words, string predicate, int at, Func<char, bool> belongs)
    {
        var end = at;
        while (end < predicate.Length && belongs(predicate[end])) end++;
        // MySQL says the character set before a text: _utf8mb4'small'
        if (!(predicate[at] is '_' && end < predicate.Length && predicate[end] is '\'')) words.Add(new CheckWord(predicate[at..end]));
        return end;
    }

    // timestamp(0) without time zone, character varying(20)[]
    private static int AfterType(string predicate, int at)
    {
        for (string[] more = ["varying", "precision", "without", "with", "time", "zone"]; ;)
        {
            while (at < predicate.Length && (IsWord(predicate[at]) || predicate[at] is '"' or '[' or ']')) at++;
            if (at < predicate.Length && predicate[at] is '(') at = predicate.IndexOf(')', at) is var close and >= 0 ? close + 1 : predicate.Length;
            while (at < predicate.Length && predicate[at] is ('[' or ']')) at++;
            if (at >= predicate.Length || predicate[at] is not ' ' || !Array.Exists(more, word => predicate.AsSpan(at + 1).StartsWith(word, StringComparison.OrdinalIgnoreCase))) return at;
            at++;
        }
    }

    private static bool IsWord(char letter) => char.IsLetterOrDigit(letter) || letter is '_' or '.' or '$' or '-' or '+';
}
