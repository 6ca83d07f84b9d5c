using Godwit.Sql;

namespace Godwit.PostgreSql;

/// <summary>
/// The tokens of an expression without what the catalog adds to it: parentheses, and casts of strings and columns. It serves to
/// recognise a few expressions of a known shape, never to rewrite others.
/// </summary>
internal sealed class ExpressionTokens
{
    private readonly List<(TokenKind Kind, string Text)> tokens = [];
    private int next;

    internal ExpressionTokens(string expression)
    {
        var reader = new TokenReader(PostgreSqlLexer.For(StringConformance.Standard), new SqlStatement(expression));
        while (!reader.AtEnd)
        {
            if (reader.Is(':')) SkipCast(reader);
            else
            {
                if (reader.Current.Kind is not (TokenKind.OpenParenthesis or TokenKind.CloseParenthesis)) tokens.Add((reader.Current.Kind, reader.Text.ToString()));
                reader.Advance();
            }
        }
    }

    /// <summary>Whether something was cast to a type other than a text.</summary>
    internal bool HasOtherCast { get; private set; }

    internal bool AtEnd => next == tokens.Count;

    internal bool Accept(string word)
    {
        if (AtEnd || !tokens[next].Text.Equals(word, StringComparison.OrdinalIgnoreCase)) return false;
        next++;
        return true;
    }

    /// <summary>The name that comes next, as the catalog holds it; null when it is something else.</summary>
    internal string? Name()
    {
        if (AtEnd || tokens[next].Kind is not (TokenKind.Word or TokenKind.QuotedIdentifier)) return null;
        return PostgreSqlNames.Fold(tokens[next++].Text);
    }

    /// <summary>The string that comes next, without its quotes and escapes; null when it is something else.</summary>
    internal string? String()
    {
        if (AtEnd || tokens[next].Kind is not TokenKind.String) return null;
        var literal = tokens[next].Text;
        if (literal[0] is not ('\'' or 'E' or 'e')) return null;
        var text = literal[(literal.IndexOf('\'', StringComparison.Ordinal) + 1)..^1].Replace("''", "'", StringComparison.Ordinal);
        if (literal[0] is not '\'')
        {
            // Only a doubled backslash: what Godwit writes.
            if (text.Replace("\\\\", "", StringComparison.Ordinal).Contains('\\', StringComparison.Ordinal)) return null;
            text = text.Replace("\\\\", "\\", StringComparison.Ordinal);
        }

        next++;
        return text;
    }

    // character varying, bpchar, text[], "Mood", app.mood
    private void SkipCast(TokenReader reader)
    {
        while (reader.Accept(':')) continue;
        var type = reader.QualifiedName() ?? "";
        while (reader.Current.Kind is TokenKind.Word && type is "character") type += " " + reader.Name();
        while (reader.Accept('[')) reader.Accept(']');
        HasOtherCast |= type is not ("text" or "character varying" or "bpchar" or "regconfig");
    }
}
