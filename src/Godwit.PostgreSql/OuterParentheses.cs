using Godwit.Sql;

namespace Godwit.PostgreSql;

/// <summary>Takes away the parentheses that stand round a whole expression.</summary>
internal static class OuterParentheses
{
    internal static string Stripped(string expression)
    {
        var text = expression.Trim();
        while (text.StartsWith('(') && Close(text) == text.Length - 1) text = text[1..^1].Trim();
        return text;
    }

    // Where the first parenthesis is closed.
    private static int Close(string text)
    {
        var depth = 0;
        for (var reader = new TokenReader(PostgreSqlLexer.For(StringConformance.Standard), new SqlStatement(text)); !reader.AtEnd; reader.Advance())
        {
            if (reader.Current.Kind is TokenKind.OpenParenthesis) depth++;
            else if (reader.Current.Kind is TokenKind.CloseParenthesis && --depth == 0) return reader.Current.Start;
        }

        return -1;
    }
}
