namespace Godwit.History;

/// <summary>A table of the history's name that Godwit did not make.</summary>
internal static class ForeignTable
{
    /// <summary>The refusal to touch it, naming the tool whose columns these are where they are known.</summary>
    internal static GodwitException Describe(string table, IReadOnlyList<string> columns) => new(
        ErrorCode.ForeignHistory,
        $"The table {table} exists but is not a Godwit history: {Maker(columns)} (columns: {string.Join(", ", columns)}).",
        $"Let Godwit keep its history under another name: --table godwit_{table}, or \"table\" in godwit.json.", state: "Nothing was changed.");

    private static string Maker(IReadOnlyList<string> columns)
    {
        if (Has("migration") && Has("batch")) return "it looks like one of Laravel's";
        if (Has("version_num")) return "it looks like one of Alembic's";
        if (Has("installed_rank")) return "it looks like one of Flyway's";
        if (Has("MigrationId")) return "it looks like one of Entity Framework Core's";
        if (Has("version")) return "it looks like one of a tool that keeps version numbers";
        return "no tool known to Godwit has these columns";

        bool Has(string column) => columns.Contains(column, StringComparer.OrdinalIgnoreCase);
    }
}
