namespace Godwit.History;

/// <summary>What a row of another tool's history says of a migration.</summary>
/// <param name="Name">What the tool calls it: a file's name, a class, a text.</param>
/// <param name="Version">Its version; null when the tool has none beside the name.</param>
public sealed record ForeignEntry(string Name, string? Version = null)
{
    /// <summary>What became of it.</summary>
    public ForeignState State { get; init; } = ForeignState.Applied;

    /// <summary>The run that applied it, where the tool counts its runs.</summary>
    public int? Batch { get; init; }
}

/// <summary>What became of a migration, by another tool's history.</summary>
public enum ForeignState
{
    /// <summary>It is applied.</summary>
    Applied,

    /// <summary>It was undone after an earlier row said that it was applied.</summary>
    Undone,

    /// <summary>It failed, and the tool has not been told that this is mended.</summary>
    Failed,

    /// <summary>It and all before it count as applied.</summary>
    UpToHere,
}
