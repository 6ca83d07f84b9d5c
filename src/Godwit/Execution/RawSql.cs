using Godwit.Migrations;
using Godwit.Schema;
using Godwit.Sql;

namespace Godwit.Execution;

/// <summary>
/// What migrations have done in SQL and code that Godwit does not follow: the tables which are named there may be other than operations alone
/// would tell.
/// </summary>
internal sealed class RawSql
{
    private static readonly string[] Harmless = ["SELECT", "INSERT", "UPDATE", "DELETE", "WITH", "VALUES", "SET", "PRAGMA", "ANALYZE", "VACUUM", "COMMENT", "GRANT", "REVOKE"];
    private static readonly string[] Opaque = ["DO", "CALL", "EXECUTE", "PREPARE"];

    // Each word, in lower case, with the first migration that has it.
    private readonly Dictionary<string, MigrationId> words = new(StringComparer.OrdinalIgnoreCase);

    /// <summary>The first migration that changed a schema in words that are not followed; null when none did.</summary>
    internal MigrationId? First { get; private set; }

    private MigrationId? everything;

    /// <summary>Notes a statement.</summary>
    internal void Note(MigrationId migration, SqlStatement statement)
    {
        if (statement.Code is not null)
        {
            NoteOpaque(migration);
            return;
        }

        var inside = Words(statement.Text);
        if (inside.Length == 0 || Harmless.Contains(inside[0], StringComparer.OrdinalIgnoreCase)) return;
        First ??= migration;
        if (Opaque.Contains(inside[0], StringComparer.OrdinalIgnoreCase)) everything ??= migration;
        foreach (var word in inside) words.TryAdd(word, migration);
    }

    /// <summary>Notes something that may have changed anything.</summary>
    internal void NoteOpaque(MigrationId migration)
    {
        First ??= migration;
        everything ??= migration;
    }

    /// <summary>The migration that may have changed a table; null when none did.</summary>
    internal MigrationId? Changed(ObjectName table) => everything ?? (words.TryGetValue(table.Name, out var migration) ? migration : null);

    private static string[] Words(string sql)
    {
        var found = new List<string>();
        for (var start = 0; start < sql.Length;)
        {
            var end = start;
            while (end < sql.Length && (char.IsLetterOrDigit(sql[end]) || sql[end] is '_' or '$')) end++;
            if (end > start) found.Add(sql[start..end]);
            start = end + 1;
        }

        return [.. found];
    }
}
