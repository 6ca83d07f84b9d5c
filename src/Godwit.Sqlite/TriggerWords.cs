namespace Godwit.Sqlite;

/// <summary>The words of a trigger's text, and the characters between them.</summary>
internal sealed class TriggerWords
{
    private readonly string sql;
    private readonly List<TextSpan> spans = [];
    private readonly int table;

    internal TriggerWords(string sql)
    {
        this.sql = sql;
        var reader = new DefinitionReader(sql);
        while (!reader.AtEnd)
        {
            var start = reader.Position;
            reader.Advance();
            spans.Add(new TextSpan(start, reader.PassedEnd));
        }

        table = spans.FindIndex(span => span.In(sql).Equals("ON", StringComparison.OrdinalIgnoreCase));
    }

    internal int Count => spans.Count;

    internal TextSpan this[int index] => spans[index];

    /// <summary>Whether a word stands at a place, with or without quotes.</summary>
    internal bool Is(int index, string word) =>
        index >= 0 && index < spans.Count && DefinitionReader.Unquoted(spans[index].In(sql)).Equals(word, StringComparison.OrdinalIgnoreCase);

    internal bool IsAny(int index, params ReadOnlySpan<string> words)
    {
        foreach (var word in words)
        {
            if (Is(index, word)) return true;
        }

        return false;
    }

    /// <summary>Whether a text in single quotes stands at a place.</summary>
    internal bool IsText(int index) => sql[spans[index].Start] == '\'';

    /// <summary>Whether a place is before the table: among the columns of UPDATE OF.</summary>
    internal bool IsInHeading(int index) => index < table;

    internal bool Contain(string word)
    {
        for (var i = 0; i < spans.Count; i++)
        {
            if (Is(i, word)) return true;
        }

        return false;
    }
}
