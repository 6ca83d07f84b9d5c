using Godwit.Sql;

namespace Godwit.MySql;

/// <summary>A token of an expression, an operator of several characters being one.</summary>
/// <param name="Kind">What it is.</param>
/// <param name="Text">Its one spelling.</param>
internal readonly record struct ExpressionToken(TokenKind Kind, string Text)
{
    /// <summary>Whether it is made of characters that operate.</summary>
    internal bool IsOperator => Kind is TokenKind.Other && Text is not ("," or ".");
}

/// <summary>What can be said of a token by those before it.</summary>
internal static class ExpressionTokens
{
    /// <summary>Whether a token is a sign before a value: it stands at the beginning, after an operator, a comma or an opening parenthesis.</summary>
    internal static bool IsSignAt(this List<ExpressionToken> tokens, int place) =>
        tokens[place].Text is "-" or "+" or "~" or "@" or "!"
        && (place == 0 || tokens[place - 1].IsOperator || tokens[place - 1].Text is "," or "(" || CanonicalExpression.Operators.Contains(tokens[place - 1].Text));
}
