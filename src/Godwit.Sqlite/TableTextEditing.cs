using Godwit.Sql;

namespace Godwit.Sqlite;

/// <summary>Changes the text of a table at one place and leaves the rest of it, comments included, as it is written.</summary>
internal static class TableTextEditing
{
    internal static TableText Replace(this TableText text, TextSpan span, string sql) => text.With((span, sql));

    internal static TableText InsertAt(this TableText text, int offset, string sql) => text.With((new TextSpan(offset, offset), sql));

    /// <summary>Without a piece, and the blanks before it.</summary>
    internal static TableText Remove(this TableText text, TextSpan span) => text.With((new TextSpan(EndOfTextBefore(text.Sql, span.Start), span.End), ""));

    /// <summary>Without a column or a constraint of the table, its comma, and the comment behind it on its line.</summary>
    internal static TableText RemoveItem(this TableText text, TextSpan item)
    {
        var items = Items(text);
        var index = items.IndexOf(item);
        if (index < items.Count - 1)
        {
            var end = EndOfLineComment(text.Sql, CommaAfter(text, item) is { } comma ? comma + 1 : item.End);
            while (char.IsWhiteSpace(text.Sql[end])) end++;
            return text.With((new TextSpan(item.Start, end), ""));
        }

        var start = EndOfTextBefore(text.Sql, item.Start);
        var rest = EndOfLineComment(text.Sql, item.End);
        // what stands before may be a comment, which must not swallow what comes after
        var line = text.Sql.AsSpan(start, item.Start - start).Contains('\n') && text.Sql[rest] is not ('\n' or '\r') ? "\n" : "";
        var cut = (new TextSpan(start, rest), line);
        if (index == 0 || CommaAfter(text, items[index - 1]) is not { } before) return text.With(cut);
        // the comma may be the last of the text before
        return before == start - 1 ? text.With((new TextSpan(before, rest), line)) : text.With((new TextSpan(before, before + 1), ""), cut);
    }

    /// <summary>With one more column or constraint, after another one; null is before all others.</summary>
    internal static TableText InsertItem(this TableText text, TextSpan? after, string sql)
    {
        var items = Items(text);
        if (after is not { } item) return text.InsertAt(items[0].Start, sql + "," + Separator(text, items[0].Start));
        var comma = items.IndexOf(item) < items.Count - 1 ? CommaAfter(text, item) : null;
        var place = comma is { } offset ? offset + 1 : item.End;
        var end = EndOfLineComment(text.Sql, place);
        var separator = end > place ? "\n    " : Separator(text, item.Start);
        return comma is null
            ? text.With((new TextSpan(item.End, item.End), ","), (new TextSpan(end, end), separator + sql))
            : text.InsertAt(end, separator + sql + ",");
    }

    /// <summary>The columns and constraints of the table, in order.</summary>
    private static List<TextSpan> Items(TableText text) => [.. text.Columns.Select(column => column.Span), .. text.Constraints.Select(constraint => constraint.Span)];

    internal static TableText With(this TableText text, params ReadOnlySpan<(TextSpan Span, string Sql)> edits)
    {
        var result = new System.Text.StringBuilder(text.Sql.Length + 64);
        var copied = 0;
        foreach (var (span, sql) in edits)
        {
            result.Append(text.Sql, copied, span.Start - copied).Append(sql);
            copied = span.End;
        }

        return TableText.Parse(result.Append(text.Sql, copied, text.Sql.Length - copied).ToString());
    }

    // Items stand below each other, or in one line, as the ones that are there do.
    private static string Separator(TableText text, int start)
    {
        var before = text.Sql.AsSpan(EndOfTextBefore(text.Sql, start)..start);
        var line = before.LastIndexOf('\n');
        return line < 0 ? " " : before[line..].ToString();
    }

    private static int? CommaAfter(TableText text, TextSpan item)
    {
        var source = new SourceText("", text.Sql);
        var token = SqliteLexer.Instance.Next(source, item.End);
        while (SqliteLexer.Instance.IsBlank(source, token)) token = SqliteLexer.Instance.Next(source, token.End);
        return token is { Kind: TokenKind.Other, Length: 1 } && text.Sql[token.Start] == ',' ? token.Start : null;
    }

    private static int EndOfTextBefore(string sql, int offset)
    {
        while (offset > 0 && char.IsWhiteSpace(sql[offset - 1])) offset--;
        return offset;
    }

    // The offset itself when no comment follows on its line.
    private static int EndOfLineComment(string sql, int offset)
    {
        var start = offset;
        while (start < sql.Length && sql[start] is ' ' or '\t') start++;
        if (!sql.AsSpan(start).StartsWith("--")) return offset;
        var end = sql.IndexOf('\n', start);
        return end < 0 ? sql.Length : end;
    }
}
