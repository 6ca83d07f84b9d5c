using Godwit.Sql;

namespace Godwit.MySql;

/// <summary>The definition of a table without its foreign keys, which no temporary table may have.</summary>
internal static class TableWithoutForeignKeys
{
    /// <summary>Takes the foreign keys out of the parentheses of a CREATE TABLE; those at columns are left, and then refused.</summary>
    internal static string Of(string definition, SqlLexer lexer)
    {
        var words = new TokenReader(lexer, new SqlStatement(definition));
        if (words.Current.Kind != TokenKind.OpenParenthesis) return definition;
        words.Advance();
        var kept = new List<string>();
        while (!words.AtEnd)
        {
            var start = words.Current.Start;
            var isForeignKey = IsForeignKey(words);
            var end = SkipItem(words, out var isLast);
            if (!isForeignKey) kept.Add(definition[start..end]);
            if (isLast) return $"({string.Join(",", kept)}{definition[end..]}";
        }

        return definition;
    }

    private static bool IsForeignKey(TokenReader words)
    {
        if (words.Accept("CONSTRAINT") && !words.Is("FOREIGN")) words.Name();
        return words.Is("FOREIGN");
    }

    private static int SkipItem(TokenReader words, out bool isLast)
    {
        isLast = false;
        for (var depth = 0; !words.AtEnd; words.Advance())
        {
            var at = words.Current.Start;
            if (words.Current.Kind == TokenKind.OpenParenthesis) depth++;
            isLast = words.Current.Kind == TokenKind.CloseParenthesis && depth-- == 0;
            if (isLast || (depth == 0 && words.Accept(','))) return at;
        }

        return words.Current.Start;
    }
}
