namespace Godwit.Sql;

/// <summary>Reads a text token by token, without blanks and comments; it stands on the first one when made.</summary>
public sealed class TokenReader
{
    private readonly SqlLexer lexer;
    private readonly SourceText source;

    /// <summary>A reader of a statement from its beginning.</summary>
    /// <param name="lexer">The lexical rules.</param>
    /// <param name="statement">What to read.</param>
    public TokenReader(SqlLexer lexer, SqlStatement statement)
    {
        this.lexer = lexer;
        source = new SourceText("", statement.Text);
        Advance();
    }

    /// <summary>The token it stands on; <see cref="TokenKind.End"/> after the last one.</summary>
    public Token Current { get; private set; }

    /// <summary>The characters of <see cref="Current"/>.</summary>
    public ReadOnlySpan<char> Text => source.Text.AsSpan(Current.Start, Current.Length);

    /// <summary>Whether all tokens were read.</summary>
    public bool AtEnd => Current.Kind == TokenKind.End;

    /// <summary>Goes to the next token.</summary>
    public void Advance()
    {
        do Current = Next(Current.End);
        while (lexer.IsBlank(source, Current));
    }

    /// <summary>Whether it stands on a word, in any case.</summary>
    public bool Is(string word) => Current.Kind == TokenKind.Word && Text.Equals(word, StringComparison.OrdinalIgnoreCase);

    /// <summary>Goes past a word if it stands on it, and says whether it did.</summary>
    public bool Accept(string word)
    {
        if (!Is(word)) return false;
        Advance();
        return true;
    }

    /// <summary>Whether it stands on one character that is an operator or a comma.</summary>
    public bool Is(char symbol) => Current.Kind == TokenKind.Other && Text is [var only] && only == symbol;

    /// <summary>Goes past a character if it stands on it, and says whether it did.</summary>
    public bool Accept(char symbol)
    {
        if (!Is(symbol)) return false;
        Advance();
        return true;
    }

    /// <summary>Goes forward to a word, which may be the current one, and says whether there is one.</summary>
    public bool Find(string word)
    {
        while (!AtEnd && !Is(word)) Advance();
        return !AtEnd;
    }

    /// <summary>Goes past several words if all of them come next, or past as many of them as do, and says whether all did.</summary>
    public bool AcceptAll(params ReadOnlySpan<string> words)
    {
        foreach (var word in words)
        {
            if (!Accept(word)) return false;
        }

        return true;
    }

    /// <summary>Goes past a name and gives it as it is written, quotes included; null when it does not stand on one.</summary>
    public string? Name()
    {
        if (Current.Kind is not (TokenKind.Word or TokenKind.QuotedIdentifier)) return null;
        var name = Text.ToString();
        Advance();
        return name;
    }

    /// <summary>Goes past a name with its qualification and gives it as it is written; null when it does not stand on one.</summary>
    public string? QualifiedName()
    {
        if (Name() is not { } name) return null;
        while (Accept('.')) name += "." + Name();
        return name;
    }

    // A statement that a setting in its script made whole (sql_mode, standard_conforming_strings) can have an open string by the
    // rules at hand; the tokens before it are still good to read.
    private Token Next(int offset)
    {
        try
        {
            return lexer.Next(source, offset);
        }
        catch (GodwitException exception) when (exception.Code == ErrorCode.Unterminated)
        {
            return new Token(TokenKind.End, source.Text.Length, 0);
        }
    }
}
