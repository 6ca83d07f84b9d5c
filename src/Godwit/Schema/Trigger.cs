namespace Godwit.Schema;

/// <summary>What happens by itself when rows change.</summary>
/// <param name="Name">Its name.</param>
/// <param name="Definition">The whole statement that makes it.</param>
public sealed record Trigger(string Name, string Definition);
