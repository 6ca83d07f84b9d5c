namespace Godwit.History;

/// <summary>A table of the history's name that Godwit did not make.</summary>
internal static class ForeignTable
{
    /// <summary>The refusal to touch it, naming the tool whose columns these are where they are known.</summary>
    internal static GodwitException Describe(string table, IReadOnlyList<string> columns)
    {
        var tool = ForeignTools.ByColumns(columns);
        var elsewhere = $"Let Godwit keep its history under another name: --table godwit_{table}, or \"table\" in godwit.json.";
        return new GodwitException(
            ErrorCode.ForeignHistory,
            $"The table {table} exists but is not a Godwit history: "
            + (tool is null ? "it belongs to no tool that Godwit knows" : $"it looks like the history of {tool.Name}")
            + $" (columns: {string.Join(", ", columns)}).",
            tool is null ? elsewhere : $"Take over what {tool.Name} has applied: godwit adopt (--pretend shows what that would do). Or: {elsewhere}",
            state: "Nothing was changed.");
    }
}
