using System.Text;
using Godwit.Writing;

namespace Godwit.Safety;

/// <summary>Corrected code in SQL as a migration in C# says it.</summary>
internal static class CodeCorrection
{
    internal static string? Of(string? sql)
    {
        if (sql is null) return null;
        var code = new StringBuilder();
        var statement = "";
        foreach (var line in sql.Split('\n', StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries))
        {
            var isWhole = line.EndsWith(';') || (statement.Length == 0 && line.StartsWith("--", StringComparison.Ordinal));
            statement = statement.Length == 0 ? line : $"{statement} {line}";
            if (!isWhole) continue;
            code.Append(Line(statement)).Append('\n');
            statement = "";
        }

        if (statement.Length > 0) code.Append(Line(statement)).Append('\n');
        return code.ToString().TrimEnd('\n');
    }

    private static string Line(string line)
    {
        if (line == "-- transaction: off") return "[Migration(Transaction = TransactionMode.Off)]";
        if (line.StartsWith("-- allow: ", StringComparison.Ordinal))
        {
            var words = line["-- allow: ".Length..].Split(' ', 2);
            return $"[Allow({CSharpLiteral.Text(words[0])}, {CSharpLiteral.Text(words[^1])})]";
        }

        if (line.StartsWith("--", StringComparison.Ordinal)) return "//" + line[2..];
        return $"schema.Sql({CSharpLiteral.Text(line.TrimEnd(';'))});";
    }
}
