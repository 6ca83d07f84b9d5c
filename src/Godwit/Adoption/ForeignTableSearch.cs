using System.Collections.Immutable;
using Godwit.History;
using Godwit.Schema;

namespace Godwit.Adoption;

/// <summary>Finds the histories of other tools among the tables of a schema. Pure.</summary>
internal static class ForeignTableSearch
{
    // What Godwit's own history has and no other.
    private const string OwnColumn = "godwit_version";

    /// <summary>The tables that are histories of tools, each with its tool.</summary>
    /// <param name="schema">The schema.</param>
    /// <param name="inTheWay">The name that Godwit's history is to have: a table of this name is known by its columns alone.</param>
    /// <param name="named">A table that a person says is a history; null to look for those that have their usual names.</param>
    /// <exception cref="GodwitException">The table that was named is not there, or no tool that is known has its columns.</exception>
    internal static ImmutableArray<(ForeignTool Tool, Table Table)> Find(DatabaseSchema schema, string inTheWay, string? named)
    {
        if (named is not null)
        {
            var table = schema.Require(named);
            return [(ForeignTools.ByColumns(Columns(table)) ?? throw Unknown(table), table)];
        }

        return
        [
            .. from table in schema.Tables
               where table.Name.Schema is null && table.Column(OwnColumn) is null
               let tool = ToolOf(table, schema, table.Name.ToString() == inTheWay)
               where tool is not null
               select (tool, table),
        ];
    }

    /// <summary>The tables in which other tools keep what they applied: their histories, what stands beside them, and what was renamed out of the way.</summary>
    /// <param name="schema">The schema.</param>
    /// <param name="history">The name of Godwit's history.</param>
    internal static IEnumerable<Table> OfOtherTools(DatabaseSchema schema, string history) =>
    [
        .. Find(schema, history, null).SelectMany(found => Companions(schema, found.Tool).Prepend(found.Table)),
        .. schema.Tables.Where(table => table.Name.Schema is null && table.Name.Name.StartsWith(KeptName(history, ""), StringComparison.OrdinalIgnoreCase)
            && ForeignTools.ByColumns(Columns(table)) is not null),
    ];

    /// <summary>What a table that stands in the way of Godwit's history is renamed to.</summary>
    internal static string KeptName(string history, string tool) => $"{history}_{tool}";

    /// <summary>Whether a table is Godwit's own history.</summary>
    internal static bool IsOwn(Table table) => table.Column(OwnColumn) is not null;

    private static ForeignTool? ToolOf(Table table, DatabaseSchema schema, bool isInTheWay)
    {
        var columns = Columns(table);
        foreach (var tool in ForeignTools.All)
        {
            if (!tool.IsCalled(table.Name.Name) || !tool.Fits(columns)) continue;
            if (!tool.IsKnownByCompanion || tool.Companions.Any(companion => HasTable(schema, companion))) return tool;
        }

        return isInTheWay ? ForeignTools.ByColumns(columns) : null;
    }

    /// <summary>The tables that a tool keeps beside its history, as far as they are there.</summary>
    internal static IEnumerable<Table> Companions(DatabaseSchema schema, ForeignTool tool) =>
        schema.Tables.Where(table => table.Name.Schema is null && tool.Companions.Any(companion => IsNamed(table, companion)));

    private static bool HasTable(DatabaseSchema schema, string name) => schema.Tables.Any(table => IsNamed(table, name));

    private static bool IsNamed(Table table, string name) => string.Equals(table.Name.Name, name, StringComparison.OrdinalIgnoreCase);

    private static string[] Columns(Table table) => [.. table.Columns.Select(column => column.Name)];

    private static GodwitException Unknown(Table table) => new(
        ErrorCode.ForeignHistory,
        $"The table {table.Name} is not the history of a tool that Godwit knows (columns: {string.Join(", ", Columns(table))}).",
        "Name the table in which the other tool notes what it has applied. Without one, leave --from out, and record by hand what is applied: godwit stamp REV.",
        state: "Nothing was changed.");
}
