using System.Text;
using Godwit.Sql;

namespace Godwit.MySql;

/// <summary>The queries of views, which the catalog keeps with every name qualified.</summary>
internal static class ViewText
{
    /// <summary>A query without the names of its own database: it can then be run in another one.</summary>
    internal static string Unqualified(string query, string database)
    {
        var source = new SourceText("", query);
        var lexer = MySqlDialect.Instance.Splitter.Lexer;
        var quoted = MySqlDialect.Instance.Quote(database);
        var result = new StringBuilder(query.Length);
        for (var token = lexer.Next(source, 0); token.Kind is not TokenKind.End; token = lexer.Next(source, token.End))
        {
            var isDatabase = token.Kind is TokenKind.QuotedIdentifier && query.AsSpan(token.Start, token.Length).SequenceEqual(quoted)
                && token.End < query.Length && query[token.End] == '.' && (token.Start == 0 || query[token.Start - 1] != '.');
            if (isDatabase) token = token with { Length = token.Length + 1 };
            else result.Append(query, token.Start, token.Length);
        }

        return result.ToString();
    }
}
