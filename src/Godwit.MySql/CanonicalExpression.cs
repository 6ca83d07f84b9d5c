using System.Text;
using Godwit.Sql;

namespace Godwit.MySql;

/// <summary>
/// The one spelling of an expression, as far as tokens go: names of columns quoted, other words in lower case, single blanks round
/// operators and none before the bits of b'101', strings in single quotes, no parentheses that say nothing.
/// </summary>
internal static class CanonicalExpression
{
    /// <summary>Words that a parenthesis follows without their being functions.</summary>
    internal static readonly string[] Operators =
        ["and", "or", "xor", "not", "in", "like", "rlike", "regexp", "between", "is", "div", "mod", "case", "when", "then", "else", "as", "binary", "interval", "over", "by", "partition", "values", "than"];

    /// <summary>The spelling.</summary>
    /// <param name="sql">The expression.</param>
    /// <param name="columns">The names that stand for columns.</param>
    internal static string Of(string sql, IReadOnlyCollection<string> columns)
    {
        var tokens = Parentheses.Without(Tokens(sql, columns));
        while (IsEnclosed(tokens)) tokens = tokens[1..^1];
        var result = new StringBuilder(sql.Length);
        for (var i = 0; i < tokens.Count; i++)
        {
            if (i > 0 && NeedsBlank(tokens, i)) result.Append(' ');
            result.Append(tokens[i].Text);
        }

        return result.ToString();
    }

    private static List<ExpressionToken> Tokens(string sql, IReadOnlyCollection<string> columns)
    {
        var source = new SourceText("", sql);
        var lexer = MySqlDialect.Instance.Splitter.Lexer;
        var pieces = new List<ExpressionToken>();
        for (var token = lexer.Next(source, 0); token.Kind is not TokenKind.End; token = lexer.Next(source, token.End))
        {
            if (lexer.IsBlank(source, token)) continue;
            var text = sql.Substring(token.Start, token.Length);
            var piece = new ExpressionToken(token.Kind, Spelled(token.Kind, text, columns));
            if (token.Kind is TokenKind.String && pieces is [.., { Text: "_utf8mb4" or "_utf8mb3" }]) pieces.RemoveAt(pieces.Count - 1);
            // the characters of one operator: <=, <>, ||
            if (piece.IsOperator && pieces is [.., { IsOperator: true } last] && sql[token.Start - 1] is not ' ' && text[0] is not ('-' or '+' or '~'))
                pieces[^1] = last with { Text = last.Text + piece.Text == "!=" ? "<>" : last.Text + piece.Text };
            else
                pieces.Add(piece);
        }

        return pieces;
    }

    private static string Spelled(TokenKind kind, string text, IReadOnlyCollection<string> columns) => kind switch
    {
        TokenKind.Word => columns.FirstOrDefault(column => column.Equals(text, StringComparison.OrdinalIgnoreCase)) is { } column
            ? MySqlDialect.Instance.Quote(column) : text.ToLowerInvariant(),
        TokenKind.QuotedIdentifier => columns.FirstOrDefault(column => MySqlDialect.Instance.Quote(column).Equals(text, StringComparison.OrdinalIgnoreCase)) is { } column
            ? MySqlDialect.Instance.Quote(column) : text,
        TokenKind.Number => text.ToLowerInvariant(),
        TokenKind.String when QuotedText.Read(text) is { } value => new MySqlLiterals(SqlModes.Default).Text(value),
        _ => text,
    };

    private static bool IsEnclosed(List<ExpressionToken> tokens)
    {
        if (tokens is not [{ Kind: TokenKind.OpenParenthesis }, .., { Kind: TokenKind.CloseParenthesis }]) return false;
        var depth = 0;
        for (var i = 0; i < tokens.Count - 1; i++)
        {
            if (tokens[i].Kind is TokenKind.OpenParenthesis) depth++;
            if (tokens[i].Kind is TokenKind.CloseParenthesis && --depth == 0) return false;
        }

        return true;
    }

    private static bool NeedsBlank(List<ExpressionToken> tokens, int i)
    {
        var (before, piece) = (tokens[i - 1], tokens[i]);
        if (piece.Text is "," or "." or ")" || before.Text is "." or "(" or ",") return false;
        if (tokens.IsSignAt(i - 1) || (piece.Kind is TokenKind.String && before.Text is "b" or "x" or "n")) return false;
        return piece.Kind is not TokenKind.OpenParenthesis || before.IsOperator || Operators.Contains(before.Text);
    }
}
