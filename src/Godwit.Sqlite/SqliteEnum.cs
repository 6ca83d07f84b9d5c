using Godwit.Schema;
using Godwit.Sql;

namespace Godwit.Sqlite;

/// <summary>One of some texts: a <c>varchar</c> with a check in its column.</summary>
internal static class SqliteEnum
{
    /// <summary>The check of a column.</summary>
    internal static string Check(string table, string column, ValueList<string> values) =>
        $"CONSTRAINT {SqliteNames.Quote($"{table}_{column}_check")} CHECK ({SqliteNames.Quote(column)} IN ({string.Join(", ", values.Select(SqliteLiteral.Text))}))";

    /// <summary>The values that a predicate restricts a column to; null when it says something else.</summary>
    internal static ValueList<string>? Values(string predicate, string column)
    {
        var reader = new DefinitionReader(predicate);
        if (reader.Kind is not (TokenKind.Word or TokenKind.QuotedIdentifier) || !reader.Name().Means(column) || !reader.Accept("IN")
            || !reader.Accept(TokenKind.OpenParenthesis)) return null;
        var values = new List<string>();
        do
        {
            if (reader.Kind is not TokenKind.String) return null;
            values.Add(reader.Name().Value);
        }
        while (reader.Accept(','));
        return reader.Accept(TokenKind.CloseParenthesis) && reader.AtEnd ? values.ToValueList() : null;
    }
}
