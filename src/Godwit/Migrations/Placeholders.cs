using Godwit.Sql;

namespace Godwit.Migrations;

/// <summary>
/// Puts values where <c>${name}</c> stands, also in strings, but not in comments. <c>\${name}</c> stays, without the backslash:
/// a second dollar would be taken for a dollar quote's.
/// </summary>
internal static class Placeholders
{
    /// <summary>The script with the values in it; the script itself when there are no values at all.</summary>
    internal static SourceText Replace(SourceText source, SqlLexer lexer, IReadOnlyDictionary<string, string> values)
    {
        if (values.Count == 0 || !source.Text.Contains("${", StringComparison.Ordinal)) return source;
        var replacements = new List<SourceText.Replacement>();
        var start = 0;
        for (var token = lexer.Next(source, 0); ; token = lexer.Next(source, token.End))
        {
            if (token.Kind is not (TokenKind.LineComment or TokenKind.BlockComment or TokenKind.End)) continue;
            Collect(source, start, token.Start, values, replacements);
            if (token.Kind == TokenKind.End) return source.Replace(replacements);
            start = token.End;
        }
    }

    private static void Collect(
        SourceText source, int start, int end, IReadOnlyDictionary<string, string> values, List<SourceText.Replacement> replacements)
    {
        var text = source.Text;
        for (var at = IndexOf(text, start, end); at >= 0; at = IndexOf(text, at + 2, end))
        {
            var name = NameAt(text.AsSpan(at + 2, end - at - 2));
            if (name.IsEmpty) continue;
            var length = name.Length + 3;
            if (at > start && text[at - 1] == '\\') replacements.Add(new(at - 1, length + 1, text.Substring(at, length)));
            else replacements.Add(new(at, length, ValueOf(name.ToString(), values, source, at)));
        }
    }

    private static int IndexOf(string text, int start, int end) => text.IndexOf("${", start, end - start, StringComparison.Ordinal);

    // Empty unless a name and a closing brace stand here.
    private static ReadOnlySpan<char> NameAt(ReadOnlySpan<char> text)
    {
        var length = 0;
        while (length < text.Length && (char.IsLetterOrDigit(text[length]) || text[length] is '_' or '-' or '.')) length++;
        return length < text.Length && text[length] == '}' ? text[..length] : [];
    }

    private static string ValueOf(string name, IReadOnlyDictionary<string, string> values, SourceText source, int offset)
    {
        if (values.TryGetValue(name, out var value)) return value;
        var nearest = Suggestion.Nearest(name, values.Keys);
        var question = nearest is null ? "" : $"Did you mean ${{{nearest}}}? ";
        throw new GodwitException(
            ErrorCode.UnknownPlaceholder,
            $"The placeholder ${{{name}}} has no value.",
            $"{question}Give it one under \"placeholders\" in godwit.json, or write \\${{{name}}} for the text itself.",
            source.Locate(offset));
    }
}
