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
        var text = Up(Heading(id, created), up, notes);
        if (down is null) return text.ToString();
        Append(text.Append("\n-- DOWN\n"), down);
        return text.ToString();
    }

    /// <summary>The whole file of a baseline, which has no way back.</summary>
    /// <param name="id">The migration's id.</param>
    /// <param name="created">When it is made, UTC.</param>
    /// <param name="up">The statements, which make everything out of nothing.</param>
    /// <param name="replaced">The ids of the migrations that it stands for.</param>
    /// <param name="notes">Sentences that stand as comments at the top of the section.</param>
    public static string OfBaseline(string id, DateTime created, IReadOnlyList<string> up, IReadOnlyList<string> replaced, IReadOnlyList<string> notes)
    {
        var heading = Heading(id, created);
        if (replaced.Count == 0) heading.Append("-- baseline: none\n");
        foreach (var one in replaced) heading.Append("-- baseline: ").Append(one).Append('\n');
        return Up(heading, up, notes).ToString();
    }

    private static StringBuilder Heading(string id, DateTime created) => new($"-- Migration: {id}\n-- Created: {created:yyyy-MM-dd HH:mm:ss} UTC\n");

    private static StringBuilder Up(StringBuilder text, IReadOnlyList<string> statements, IReadOnlyList<string> notes)
    {
        text.Append("\n-- UP\n");
        foreach (var note in notes) text.Append("-- ").Append(note.ReplaceLineEndings(" ")).Append('\n');
        Append(text, statements);
        return text;
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
