using System.Text;

namespace Godwit.Writing;

/// <summary>Writes statements as a migration in SQL.</summary>
public static class SqlMigrationText
{
    /// <summary>The whole file: what applies it under <c>-- UP</c>, what undoes it under <c>-- DOWN</c>.</summary>
    /// <param name="id">The migration's id.</param>
    /// <param name="created">When it is made, UTC.</param>
    /// <param name="up">The statements that apply it.</param>
    /// <param name="down">The statements that undo it; null when that cannot be derived, and the section is left out.</param>
    /// <param name="notes">What loses data or could not be decided: sentences that stand as comments at the top of the first section.</param>
    public static string Of(string id, DateTime created, IReadOnlyList<string> up, IReadOnlyList<string>? down, IReadOnlyList<string> notes)
    {
        var text = new StringBuilder($"-- Migration: {id}\n-- Created: {created:yyyy-MM-dd HH:mm:ss} UTC\n\n-- UP\n");
        foreach (var note in notes) text.Append("-- ").Append(note.ReplaceLineEndings(" ")).Append('\n');
        Append(text, up);
        if (down is null) return text.ToString();
        Append(text.Append("\n-- DOWN\n"), down);
        return text.ToString();
    }

    private static void Append(StringBuilder text, IReadOnlyList<string> statements)
    {
        for (var i = 0; i < statements.Count; i++)
        {
            var statement = statements[i].TrimEnd();
            if (i > 0 && (statement.Contains('\n', StringComparison.Ordinal) || statements[i - 1].Contains('\n', StringComparison.Ordinal))) text.Append('\n');
            text.Append(statement).Append(statement.EndsWith(';') ? "\n" : ";\n");
        }
    }
}
