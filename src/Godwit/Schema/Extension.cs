namespace Godwit.Schema;

/// <summary>An extension of the server (PostgreSQL).</summary>
/// <param name="Name">Its name.</param>
/// <param name="Schema">The schema its objects live in; null is the current one.</param>
public sealed record Extension(string Name, string? Schema = null);
