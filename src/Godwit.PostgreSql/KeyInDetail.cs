using Godwit.Schema;

namespace Godwit.PostgreSql;

/// <summary>The key that an error is about, as its detail has it: <c>Key (user_id)=(99) is not present in table "users".</c></summary>
internal sealed class KeyInDetail(string detail, ValueList<string> columns)
{
    private const string Begin = "Key (";
    private const string Middle = ")=(";

    /// <summary>The place of the first row with that key; -1 when there is none, or the detail has another form.</summary>
    internal int Find(SentRows rows)
    {
        var begin = detail.IndexOf(Begin, StringComparison.Ordinal);
        var middle = detail.IndexOf(Middle, StringComparison.Ordinal);
        var end = middle < 0 ? -1 : detail.IndexOf(") ", middle, StringComparison.Ordinal);
        if (begin < 0 || end < 0) return -1;
        var names = detail[(begin + Begin.Length)..middle].Split(", ");
        var places = Array.ConvertAll(names, name => columns.IndexOf(column => column == name.Trim('"')));
        if (Array.Exists(places, place => place < 0)) return -1;
        var wanted = detail[(middle + Middle.Length)..end];
        for (var i = 0; i < rows.Count; i++)
        {
            if (string.Join(", ", Array.ConvertAll(places, place => Shown(rows[i][place]))) == wanted) return i;
        }

        return -1;
    }

    private static string Shown(object? value) => value switch
    {
        null => "null",
        bool truth => truth ? "t" : "f",
        _ => PostgreSqlLiterals.Number(value) ?? PostgreSqlLiterals.Text(value),
    };
}
