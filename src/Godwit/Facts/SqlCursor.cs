using System.Collections.Immutable;
using System.Text;
using Godwit.Sql;

namespace Godwit.Facts;

/// <summary>Walks through one statement, and gives pieces of it as they are written.</summary>
internal sealed class SqlCursor
{
    private readonly SqlStatement statement;
    private readonly TokenReader reader;
    private int passed;

    internal SqlCursor(SqlLexer lexer, SqlStatement statement)
    {
        this.statement = statement;
        reader = new TokenReader(lexer, statement);
    }

    internal bool AtEnd => reader.AtEnd;

    /// <summary>Whether a part of a list ends here: with a comma, with the parenthesis round the list, or with the statement.</summary>
    internal bool AtEndOfPart => AtEnd || Is(',') || reader.Current.Kind == TokenKind.CloseParenthesis;

    internal bool AtParenthesis => reader.Current.Kind == TokenKind.OpenParenthesis;

    internal bool AtString => reader.Current.Kind == TokenKind.String;

    /// <summary>Where the current token begins in the statement.</summary>
    internal int Start => reader.Current.Start;

    /// <summary>The place of the current token in its file.</summary>
    internal SourceLocation? Location => statement.Locate(Start);

    /// <summary>The current word in upper case; empty where it stands on none.</summary>
    internal string Word => reader.Current.Kind == TokenKind.Word ? reader.Text.ToString().ToUpperInvariant() : "";

    internal void Advance()
    {
        passed = reader.Current.End;
        reader.Advance();
    }

    internal bool Is(char symbol) => reader.Is(symbol);

    internal bool Is(string word) => reader.Is(word);

    internal bool IsAny(params ReadOnlySpan<string> words)
    {
        foreach (var word in words)
        {
            if (reader.Is(word)) return true;
        }

        return false;
    }

    internal bool Accept(char symbol)
    {
        if (!Is(symbol)) return false;
        Advance();
        return true;
    }

    internal bool Accept(string word)
    {
        if (!Is(word)) return false;
        Advance();
        return true;
    }

    internal bool AcceptAny(params ReadOnlySpan<string> words)
    {
        if (!IsAny(words)) return false;
        Advance();
        return true;
    }

    internal bool AcceptAll(params ReadOnlySpan<string> words)
    {
        foreach (var word in words)
        {
            if (!Accept(word)) return false;
        }

        return true;
    }

    internal void IfExists()
    {
        if (Accept("IF") && Accept("NOT")) Accept("EXISTS");
        else Accept("EXISTS");
    }

    /// <summary>A name with its qualification; null where it stands on none. SQLite takes a string for a name, too.</summary>
    internal SqlName? Name()
    {
        var start = Start;
        if (!PassName()) return null;
        while (Accept('.'))
        {
            if (!PassName()) break;
        }

        return new SqlName(Since(start));
    }

    /// <summary>Names with commas between them; something behind each (<c>*</c>) is passed over.</summary>
    internal ImmutableArray<SqlName> Names()
    {
        var names = ImmutableArray.CreateBuilder<SqlName>();
        do
        {
            Accept("ONLY");
            if (Name() is not { } name) break;
            names.Add(name);
            Accept('*');
        }
        while (Accept(','));
        return names.DrainToImmutable();
    }

    /// <summary>The names in parentheses; none where it does not stand on some.</summary>
    internal ImmutableArray<SqlName> NamesInParentheses() => [.. PartsInParentheses().Select(part => new SqlName(FirstName(part)))];

    /// <summary>The parts in parentheses, as written; none where it does not stand on an opening one.</summary>
    internal ImmutableArray<string> PartsInParentheses()
    {
        if (!AtParenthesis) return [];
        Advance();
        var parts = ImmutableArray.CreateBuilder<string>();
        while (!AtEnd && reader.Current.Kind != TokenKind.CloseParenthesis)
        {
            parts.Add(ToEndOfPart());
            Accept(',');
        }

        Advance();
        return parts.DrainToImmutable();
    }

    /// <summary>What stands in parentheses, as written; null where it does not stand on an opening one.</summary>
    internal string? Parenthesis()
    {
        if (!AtParenthesis) return null;
        var start = reader.Current.End;
        var end = start;
        for (var depth = 0; !AtEnd;)
        {
            end = Start;
            if (AtParenthesis) depth++;
            else if (reader.Current.Kind == TokenKind.CloseParenthesis) depth--;
            Advance();
            if (depth == 0) break;
        }

        return Single(statement.Text[start..Math.Max(start, end)]);
    }

    /// <summary>The text up to where the part ends.</summary>
    internal string ToEndOfPart() => ToWord([]);

    /// <summary>The text up to one of some words, or where the part ends. The first token belongs to it, whatever it is.</summary>
    internal string ToWord(ReadOnlySpan<string> words)
    {
        var start = Start;
        for (var first = true; !AtEndOfPart && (first || !IsAny(words)); first = false)
        {
            if (AtParenthesis) Parenthesis();
            else Advance();
        }

        return Since(start);
    }

    /// <summary>A string's characters, as written; null where it stands on none.</summary>
    internal string? String()
    {
        if (!AtString) return null;
        var text = reader.Text.ToString();
        Advance();
        return text;
    }

    /// <summary>The text from an offset to the last token that was passed, with single blanks.</summary>
    internal string Since(int start) => passed > start ? Single(statement.Text[start..passed]) : "";

    /// <summary>Goes forward to a word outside of parentheses, and says whether there is one.</summary>
    internal bool Find(string word)
    {
        while (!AtEnd && !Is(word))
        {
            if (AtParenthesis) Parenthesis();
            else Advance();
        }

        return !AtEnd;
    }

    private static string Single(string text)
    {
        var result = new StringBuilder(text.Length);
        char quote = default;
        foreach (var letter in text)
        {
            if (quote != default) quote = letter == quote ? default : quote;
            else if (letter is '\'' or '"' or '`') quote = letter;
            else if (char.IsWhiteSpace(letter) && (result.Length == 0 || result[^1] == ' ')) continue;
            result.Append(quote == default && char.IsWhiteSpace(letter) ? ' ' : letter);
        }

        return result.ToString().Trim();
    }

    // name, name DESC, name(10), "name" text_ops
    private static string FirstName(string part)
    {
        if (part.Length > 0 && part[0] is '"' or '`' or '[')
        {
            var close = part.IndexOf(part[0] == '[' ? ']' : part[0], 1);
            return close < 0 ? part : part[..(close + 1)];
        }

        var end = part.IndexOfAny([' ', '(']);
        return end <= 0 ? part : part[..end];
    }

    private bool PassName()
    {
        if (reader.Current.Kind is not (TokenKind.Word or TokenKind.QuotedIdentifier)) return false;
        Advance();
        return true;
    }
}
