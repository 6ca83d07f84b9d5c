using System.Collections.Immutable;
using Godwit.Sql;

namespace Godwit.Execution;

/// <summary>What statements set in their session that no rollback sets back. Pure.</summary>
internal static class SessionSettings
{
    /// <summary>The names of what a statement sets.</summary>
    internal static IReadOnlyCollection<string> Of(SqlStatement statement, ScriptSplitter splitter) =>
        statement is { Code: null, Ranges: null } ? splitter.SettingsBeyondRollback(statement) : [];

    /// <summary>
    /// Whether the statements of a transaction that was rolled back find on a second attempt what they found on the first: what is set once
    /// rows were changed has to be set before that, too.
    /// </summary>
    internal static bool AreTheSameAgain(ImmutableArray<SqlStatement> statements, ScriptSplitter splitter)
    {
        var before = new HashSet<string>(StringComparer.Ordinal);
        var hasWorked = false;
        foreach (var statement in statements)
        {
            var settings = Of(statement, splitter);
            if (settings.Count == 0) hasWorked = true;
            else if (!hasWorked) before.UnionWith(settings);
            else if (!settings.All(before.Contains)) return false;
        }

        return true;
    }
}
