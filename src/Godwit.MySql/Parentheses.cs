using Godwit.Sql;

namespace Godwit.MySql;

/// <summary>
/// Parentheses that say nothing. MySQL gives expressions back with every operation in parentheses, MariaDB with those that are
/// needed, and authors write what they like.
/// </summary>
internal static class Parentheses
{
    // How tightly operators bind (MySQL manual, 14.4.1 Operator Precedence).
    private static readonly string[][] Levels =
    [
        ["or", "||"], ["xor"], ["and", "&&"], ["not"],
        ["=", "<=>", ">=", ">", "<=", "<", "<>", "is", "like", "regexp", "rlike", "in"],
        ["|"], ["&"], ["<<", ">>"], ["-", "+"], ["*", "/", "%", "div", "mod"], ["^"],
    ];

    // Where these stand, AND may belong to BETWEEN, and WHEN parts what is no operation.
    private static readonly string[] Obscure = ["between", "case", "when", "then", "else", "end", "interval", "select", "as", "escape", "collate", "!", "~", "@"];

    private const int Loosest = 0;
    private const int Sign = int.MaxValue - 1;
    private const int Value = int.MaxValue;

    /// <summary>The tokens without them.</summary>
    internal static List<ExpressionToken> Without(IReadOnlyList<ExpressionToken> tokens)
    {
        var result = new List<ExpressionToken>(tokens.Count);
        var opened = new Stack<int>();
        for (var i = 0; i < tokens.Count; i++)
        {
            if (tokens[i].Kind is TokenKind.OpenParenthesis) opened.Push(result.Count);
            if (tokens[i].Kind is TokenKind.CloseParenthesis && opened.TryPop(out var open) && SaysNothing(result, open, i + 1 < tokens.Count ? tokens[i + 1] : null)) result.RemoveAt(open);
            else result.Add(tokens[i]);
        }

        return result;
    }

    private static bool SaysNothing(List<ExpressionToken> before, int open, ExpressionToken? next)
    {
        if (open == before.Count - 1 || (open > 0 && !CanStandBefore(before[open - 1]))) return false;
        if (next is { } follower && Level(follower) is null && follower.Text is not (")" or ",")) return false;
        if (IsInObscurity(before, open)) return false;
        if (Weakest(before, open + 1) is not { } content) return false;
        var left = open == 0 || before[open - 1].Text is "(" or "," ? Loosest : before.IsSignAt(open - 1) ? Sign : Level(before[open - 1]) ?? Value;
        var right = next is null ? Loosest : Level(next.Value) ?? Loosest;
        return (content > left || (content == left && before[open - 1].Text is "and" or "or")) && content >= right;
    }

    // Whether one of those words stands to the left within the same parentheses.
    private static bool IsInObscurity(List<ExpressionToken> tokens, int place)
    {
        var depth = 0;
        for (var i = place - 1; i >= 0; i--)
        {
            if (tokens[i].Kind is TokenKind.CloseParenthesis) depth++;
            if (tokens[i].Kind is TokenKind.OpenParenthesis && --depth < 0) return false;
            if (depth == 0 && Obscure.Contains(tokens[i].Text)) return true;
        }

        return false;
    }

    private static bool CanStandBefore(ExpressionToken token) => token.Text is "(" or "," || (Level(token) is not null && token.Text is not "in");

    // How tightly the loosest operator at the top binds; null where that cannot be told.
    private static int? Weakest(List<ExpressionToken> tokens, int from)
    {
        var weakest = Value;
        var depth = 0;
        for (var i = from; i < tokens.Count; i++)
        {
            if (tokens[i].Kind is TokenKind.OpenParenthesis) depth++;
            if (tokens[i].Kind is TokenKind.CloseParenthesis) depth--;
            if (depth > 0 || tokens[i].Kind is TokenKind.CloseParenthesis) continue;
            if (tokens[i].Text is "," || Obscure.Contains(tokens[i].Text)) return null;
            if (tokens.IsSignAt(i)) weakest = Math.Min(weakest, Sign);
            else if (Level(tokens[i]) is { } level) weakest = Math.Min(weakest, level);
        }

        return weakest;
    }

    private static int? Level(ExpressionToken token)
    {
        if (token.Kind is not (TokenKind.Word or TokenKind.Other)) return null;
        var level = Array.FindIndex(Levels, words => words.Contains(token.Text));
        return level < 0 ? null : level + 1;
    }
}
