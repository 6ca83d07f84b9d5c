using System.Collections.Immutable;
using Godwit.History;

namespace Godwit.Adoption;

/// <summary>The history that another tool keeps in the database.</summary>
/// <param name="Tool">What people call the tool.</param>
/// <param name="Table">Its table.</param>
/// <param name="Entries">What it says, in the order in which it came about: nothing that was undone.</param>
public sealed record ForeignHistory(string Tool, string Table, ImmutableArray<ForeignEntry> Entries)
{
    /// <summary>The tables that belong to the tool and not to the application, its history among them.</summary>
    public ImmutableArray<string> Tables { get; init; } = [];

    /// <summary>Whether an entry stands for all migrations before it, too.</summary>
    internal bool IsNewestOnly { get; init; }
}
