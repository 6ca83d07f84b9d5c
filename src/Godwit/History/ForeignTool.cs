namespace Godwit.History;

/// <summary>Another tool that keeps a history in a database: how its table is known, and what its rows say.</summary>
/// <param name="Name">What people call the tool.</param>
/// <param name="Tables">The names that its table usually has.</param>
/// <param name="Columns">Columns that its table has and those of the tools after it in the list have not.</param>
internal sealed record ForeignTool(string Name, string[] Tables, string[] Columns)
{
    /// <summary>Further tables that it keeps beside its history.</summary>
    internal string[] Companions { get; init; } = [];

    /// <summary>Whether one of its companions has to be there for the table to be its own.</summary>
    internal bool IsKnownByCompanion { get; init; }

    /// <summary>What is said of the migrations it applied.</summary>
    internal ForeignRecord Record { get; init; } = ForeignRecord.EachRow;

    /// <summary>What a row says; null when it is not about a migration.</summary>
    internal required Func<ForeignRow, ForeignEntry?> Read { get; init; }

    /// <summary>The columns by which its rows are sorted.</summary>
    internal required string[] Order { get; init; }

    /// <summary>Whether a table of these columns may be its own, whatever the table is called.</summary>
    internal bool Fits(IEnumerable<string> columns)
    {
        var there = columns.Select(Plain).ToHashSet();
        return Array.TrueForAll(Columns, column => there.Contains(Plain(column)));
    }

    /// <summary>Whether its table is usually called this.</summary>
    internal bool IsCalled(string table) => Array.Exists(Tables, usual => Plain(usual) == Plain(table));

    // EF Core's table in a project with names in snake case, DbUp's on PostgreSQL: the words are the same.
    internal static string Plain(string name) => name.Replace("_", "", StringComparison.Ordinal).ToUpperInvariant();
}

/// <summary>What the rows of another tool's history stand for.</summary>
internal enum ForeignRecord
{
    /// <summary>Each for a migration.</summary>
    EachRow,

    /// <summary>One row for a migration and all before it.</summary>
    Newest,
}
