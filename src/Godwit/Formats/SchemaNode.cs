using Godwit.Schema;

namespace Godwit.Formats;

/// <summary>A thing of a schema in words, with what belongs to it.</summary>
/// <param name="Kind">What it is: <c>table</c>, <c>column</c>, <c>foreign key</c> …</param>
/// <param name="Name">Its name; empty where it has none.</param>
/// <param name="Detail">What there is to say about it, in one line.</param>
public sealed record SchemaNode(string Kind, string Name, string Detail)
{
    /// <summary>What belongs to it.</summary>
    public ValueList<SchemaNode> Children { get; init; } = [];
}
