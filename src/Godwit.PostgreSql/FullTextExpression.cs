using Godwit.Schema;

namespace Godwit.PostgreSql;

/// <summary>The expression that a full-text index is over (manual, 12.2.2): NULL counts as an empty text.</summary>
internal static class FullTextExpression
{
    internal const string UsualLanguage = "english";

    internal static string Sql(TableIndex index)
    {
        var columns = string.Join(" || ' ' || ", index.Parts.Select(part => $"coalesce({PostgreSqlNames.Quote(part.Expression)}, '')"));
        return $"to_tsvector({PostgreSqlLiterals.Quoted(index.Language ?? UsualLanguage)}, {columns})";
    }

    /// <summary>The index as one of words when it is over an expression like that; otherwise as it is.</summary>
    internal static TableIndex Recognised(TableIndex index) =>
        index is { Method: "gin", Parts: [{ Kind: IndexPartKind.Expression } part] } && Parts(part.Expression) is var (language, columns)
            ? index with
            {
                Kind = IndexKind.FullText,
                Method = null,
                Parts = columns.Select(column => new IndexPart(column)).ToValueList(),
                Language = language == UsualLanguage ? null : language,
            }
            : index;

    private static (string Language, List<string> Columns)? Parts(string expression)
    {
        var tokens = new ExpressionTokens(expression);
        if (!tokens.Accept("to_tsvector") || tokens.String() is not { } language || !tokens.Accept(",")) return null;
        var columns = new List<string>();
        do
        {
            if (columns.Count > 0 && !(tokens.String() is " " && tokens.Accept("|") && tokens.Accept("|"))) return null;
            if (!tokens.Accept("coalesce") || tokens.Name() is not { } column || !tokens.Accept(",") || tokens.String() is not "") return null;
            columns.Add(column);
        }
        while (tokens.Accept("|") && tokens.Accept("|"));
        return tokens.AtEnd && !tokens.HasOtherCast ? (language, columns) : null;
    }
}
