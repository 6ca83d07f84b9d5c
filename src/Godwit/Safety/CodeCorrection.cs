using System.Text;

namespace Godwit.Safety;

/// <summary>Corrected code in SQL as a migration in C# says it.</summary>
internal static class CodeCorrection
{
    internal static string? Of(string? sql)
    {
        if (sql is null) return null;
        var code = new StringBuilder();
        foreach (var line in sql.Split('\n', StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries)) code.Append(Line(line)).Append('\n');
        return code.ToString().TrimEnd('\n');
    }

    private static string Line(string line)
    {
        if (line == "-- transaction: off") return "[Migration(Transaction = TransactionMode.Off)]";
        if (line.StartsWith("-- allow: ", StringComparison.Ordinal))
        {
            var words = line["-- allow: ".Length..].Split(' ', 2);
            return $"[Allow({Literal(words[0])}, {Literal(words[^1])})]";
        }

        if (line.StartsWith("--", StringComparison.Ordinal)) return "//" + line[2..];
        return $"schema.Sql({Literal(line.TrimEnd(';'))});";
    }

    private static string Literal(string text) => $"\"{text.Replace("\\", "\\\\", StringComparison.Ordinal).Replace("\"", "\\\"", StringComparison.Ordinal)}\"";
}
