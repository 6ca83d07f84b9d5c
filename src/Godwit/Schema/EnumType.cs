namespace Godwit.Schema;

/// <summary>An enumerated type (PostgreSQL).</summary>
/// <param name="Name">Its name.</param>
/// <param name="Values">Its values, in order.</param>
public sealed record EnumType(ObjectName Name, ValueList<string> Values);
