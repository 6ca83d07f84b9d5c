using System.Text;

namespace Godwit.PostgreSql;

/// <summary>The names that PostgreSQL chooses for keys and constraints without one (indexcmds.c, makeObjectName).</summary>
internal static class ChosenName
{
    /// <summary>Table, columns and label with underscores between them, the longer of the first two cut to fit.</summary>
    internal static string Of(string table, string? columns, string label)
    {
        var overhead = label.Length + 1 + (columns is null ? 0 : 1);
        var available = PostgreSqlNames.LongestName - overhead;
        var (first, second) = (Encoding.UTF8.GetByteCount(table), columns is null ? 0 : Encoding.UTF8.GetByteCount(columns));
        while (first + second > available)
        {
            if (first > second) first--;
            else second--;
        }

        return columns is null ? $"{Cut(table, first)}_{label}" : $"{Cut(table, first)}_{Cut(columns, second)}_{label}";
    }

    // Never in the middle of a character.
    private static string Cut(string text, int bytes)
    {
        var length = 0;
        foreach (var rune in text.EnumerateRunes())
        {
            bytes -= rune.Utf8SequenceLength;
            if (bytes < 0) break;
            length += rune.Utf16SequenceLength;
        }

        return text[..length];
    }
}
