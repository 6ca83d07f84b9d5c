namespace Godwit.Seeding;

/// <summary>Rows that are written together.</summary>
/// <param name="Rows">The rows, each with a value for every column of the target.</param>
internal sealed record SeedWindow(IReadOnlyList<object?[]> Rows)
{
    /// <summary>Where in a file a row stands.</summary>
    internal Func<int, SourceLocation?> Locate { get; init; } = _ => null;
}
