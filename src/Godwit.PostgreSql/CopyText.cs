using System.Text;

namespace Godwit.PostgreSql;

/// <summary>Values as the text form of COPY has them (manual, COPY: "Text Format").</summary>
internal static class CopyText
{
    internal static void Append(StringBuilder line, object? value)
    {
        if (value is null or DBNull)
        {
            line.Append(@"\N");
            return;
        }

        var text = value is bool truth ? (truth ? "t" : "f") : PostgreSqlLiterals.Number(value) ?? PostgreSqlLiterals.Text(value);
        foreach (var letter in text)
        {
            _ = letter switch
            {
                '\\' => line.Append(@"\\"),
                '\n' => line.Append(@"\n"),
                '\r' => line.Append(@"\r"),
                '\t' => line.Append(@"\t"),
                _ => line.Append(letter),
            };
        }
    }
}
