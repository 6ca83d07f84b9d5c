using System.Text;
using Godwit.Schema;
using Godwit.Sql;

namespace Godwit.Sqlite;

/// <summary>What can be done to the text of an expression without understanding it.</summary>
internal static class SqliteExpression
{
    /// <summary>An expression without parentheses that enclose all of it.</summary>
    internal static string Bare(string expression)
    {
        var text = expression.Trim();
        while (text.StartsWith('('))
        {
            var reader = new DefinitionReader(text);
            var inside = reader.Parenthesised();
            if (!reader.AtEnd) return text;
            text = inside.In(text);
        }

        return text;
    }

    /// <summary>
    /// An expression in which the names of columns stand without quotes where they need none. SQLite itself puts quotes round a
    /// name when it renames a column, and the expression is the same with and without them.
    /// </summary>
    internal static string Canonical(string expression, IReadOnlySet<string> columns) =>
        Rewrite(expression, (kind, token, _) =>
        {
            if (kind is not TokenKind.QuotedIdentifier) return null;
            var name = DefinitionReader.Unquoted(token);
            return !columns.Contains(name) ? null : SqliteKeywords.IsPlain(name) ? name : SqliteNames.Quote(name);
        });

    /// <summary>An expression in which a column has another name, in quotes as SQLite writes it. A function of its name is another thing.</summary>
    internal static string Rename(string expression, string from, string to) =>
        Rewrite(expression, (kind, token, rest) =>
            kind is TokenKind.Word or TokenKind.QuotedIdentifier && !rest.TrimStart().StartsWith('(') && DefinitionReader.Unquoted(token).Equals(from, StringComparison.OrdinalIgnoreCase)
                ? SqliteNames.Quote(to)
                : null);

    /// <summary>A default as it is written after DEFAULT: what is more than a value stands in parentheses.</summary>
    internal static string Default(DefaultValue value) => value switch
    {
        DefaultValue.CurrentTimestamp => "CURRENT_TIMESTAMP",
        DefaultValue.Expression expression => Enclosed(expression.Sql),
        DefaultValue.Literal literal => Enclosed(SqliteLiteral.Of(literal.Value)),
        _ => throw new InvalidOperationException($"A default of an unknown kind: {value}."),
    };

    /// <summary>Whether rows that are there can be given a default without writing them (SQLite, "ALTER TABLE", 5).</summary>
    internal static bool IsConstant(DefaultValue value) => value is not DefaultValue.CurrentTimestamp && Default(value) is var text && !text.StartsWith('(') && !text.StartsWith("CURRENT_", StringComparison.OrdinalIgnoreCase);

    private static string Enclosed(string sql)
    {
        var bare = Bare(sql);
        return IsValue(bare) ? bare : $"({bare})";
    }

    // A number with or without a sign, a text, bytes, or one of the words that stand for a value.
    private static bool IsValue(string sql)
    {
        var reader = new DefinitionReader(sql);
        if (reader.IsAny("NULL", "TRUE", "FALSE", "CURRENT_TIMESTAMP", "CURRENT_DATE", "CURRENT_TIME") || reader.Kind is TokenKind.String)
        {
            reader.Advance();
        }
        else if (reader.Accept("X"))
        {
            if (reader.Position != reader.PassedEnd || !reader.Accept(TokenKind.String)) return false;
        }
        else if (!reader.AcceptNumber())
        {
            return false;
        }

        return reader.AtEnd;
    }

    private delegate string? RewriteToken(TokenKind kind, string token, ReadOnlySpan<char> rest);

    private static string Rewrite(string expression, RewriteToken change)
    {
        var source = new SourceText("", expression);
        StringBuilder? result = null;
        var copied = 0;
        for (var token = SqliteLexer.Instance.Next(source, 0); token.Kind != TokenKind.End; token = SqliteLexer.Instance.Next(source, token.End))
        {
            if (change(token.Kind, expression.Substring(token.Start, token.Length), expression.AsSpan(token.End)) is not { } changed) continue;
            result ??= new StringBuilder(expression.Length);
            result.Append(expression, copied, token.Start - copied).Append(changed);
            copied = token.End;
        }

        return result?.Append(expression, copied, expression.Length - copied).ToString() ?? expression;
    }
}
