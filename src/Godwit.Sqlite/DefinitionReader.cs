using Godwit.Sql;

namespace Godwit.Sqlite;

/// <summary>Reads a definition as SQLite keeps it, token by token, and knows where each piece stands.</summary>
internal sealed class DefinitionReader(string sql)
{
    private readonly TokenReader tokens = new(SqliteLexer.Instance, new SqlStatement(sql));

    internal string Sql => sql;

    internal TokenKind Kind => tokens.Current.Kind;

    internal bool AtEnd => tokens.AtEnd;

    /// <summary>Where the current token begins.</summary>
    internal int Position => tokens.Current.Start;

    /// <summary>Where the last token that was passed ends.</summary>
    internal int PassedEnd { get; private set; }

    internal void Advance()
    {
        PassedEnd = tokens.Current.End;
        tokens.Advance();
    }

    internal bool Is(string word) => tokens.Is(word);

    internal bool IsAny(params ReadOnlySpan<string> words)
    {
        foreach (var word in words)
        {
            if (tokens.Is(word)) return true;
        }

        return false;
    }

    internal bool Accept(string word)
    {
        if (!tokens.Is(word)) return false;
        Advance();
        return true;
    }

    internal bool Accept(params ReadOnlySpan<string> words)
    {
        if (!Accept(words[0])) return false;
        foreach (var word in words[1..]) Expect(word);
        return true;
    }

    internal bool Accept(char symbol)
    {
        if (!tokens.Is(symbol)) return false;
        Advance();
        return true;
    }

    internal bool Accept(TokenKind kind)
    {
        if (Kind != kind) return false;
        Advance();
        return true;
    }

    /// <summary>Whether a word comes after the current token.</summary>
    internal bool FollowedBy(string word)
    {
        var rest = new DefinitionReader(sql[tokens.Current.End..]);
        return rest.Is(word);
    }

    internal void Expect(string word)
    {
        if (!Accept(word)) throw Unreadable(word);
    }

    internal void Expect(TokenKind kind)
    {
        if (!Accept(kind)) throw Unreadable(kind.ToString());
    }

    /// <summary>Goes past a name. SQLite takes a string for one, too.</summary>
    internal NameText Name()
    {
        if (Kind is not (TokenKind.Word or TokenKind.QuotedIdentifier or TokenKind.String)) throw Unreadable("a name");
        var start = Position;
        Advance();
        var span = new TextSpan(start, PassedEnd);
        return new NameText(Unquoted(span.In(sql)), span);
    }

    /// <summary>Goes past a number with its sign; <c>1e-7</c> is three tokens, and <c>.5</c> two.</summary>
    internal bool AcceptNumber()
    {
        if (!Accept('-')) Accept('+');
        Accept('.');
        var start = Position;
        if (!Accept(TokenKind.Number)) return false;
        var number = sql.AsSpan(start, PassedEnd - start);
        if (number[^1] is 'e' or 'E' && !number.StartsWith("0x", StringComparison.OrdinalIgnoreCase) && (Accept('-') || Accept('+'))) Expect(TokenKind.Number);
        return true;
    }

    /// <summary>Goes past parentheses and gives what stands between them, without the blanks around it.</summary>
    internal TextSpan Parenthesised()
    {
        Expect(TokenKind.OpenParenthesis);
        var start = Position;
        for (var depth = 1; ; Advance())
        {
            if (Kind is TokenKind.OpenParenthesis) depth++;
            else if (Kind is TokenKind.CloseParenthesis) depth--;
            else if (AtEnd) throw Unreadable(")");
            if (depth == 0) break;
        }

        var inside = new TextSpan(start, Math.Max(start, PassedEnd));
        Advance();
        return inside;
    }

    /// <summary>Names in parentheses, each with whatever follows it up to the comma (<c>COLLATE NOCASE DESC</c>).</summary>
    internal (IReadOnlyList<NameText> Names, TextSpan? AutoIncrement) NameList()
    {
        var names = new List<NameText>();
        TextSpan? autoIncrement = null;
        Expect(TokenKind.OpenParenthesis);
        do
        {
            names.Add(Name());
            while (Kind is not TokenKind.CloseParenthesis && !AtEnd && !IsComma)
            {
                var start = Position;
                if (Accept("AUTOINCREMENT")) autoIncrement = new TextSpan(start, PassedEnd);
                else Advance();
            }
        }
        while (Accept(','));
        Expect(TokenKind.CloseParenthesis);
        return (names, autoIncrement);
    }

    internal bool IsComma => tokens.Is(',');

    /// <summary>That the text is none that SQLite could have kept.</summary>
    internal GodwitException Unreadable(string expected) => new(
        ErrorCode.InvalidDefinition, $"The definition cannot be read at offset {Position}, where {expected} was expected: {sql}",
        "If SQLite accepts this statement, please report it with its text.");

    /// <summary>A name or string without the quotes around it.</summary>
    internal static string Unquoted(string token) => token[0] switch
    {
        '[' => token[1..^1],
        '"' or '`' or '\'' => token[1..^1].Replace(new string(token[0], 2), token[..1], StringComparison.Ordinal),
        _ => token,
    };
}
