namespace Godwit.Schema;

/// <summary>The name of a table, view, sequence, type or routine, qualified with a schema where it is not in the current one.</summary>
/// <param name="Schema">The schema; null is the current one.</param>
/// <param name="Name">The name itself, as the catalog spells it.</param>
public sealed record ObjectName(string? Schema, string Name)
{
    /// <summary>A name as people write it: <c>posts</c>, or <c>audit.posts</c> for one in another schema.</summary>
    public static implicit operator ObjectName(string text) => Parse(text);

    /// <summary>A name as people write it: what stands before the first dot is the schema.</summary>
    public static ObjectName Parse(string text)
    {
        var dot = text.IndexOf('.', StringComparison.Ordinal);
        return dot < 0 ? new ObjectName(null, text) : new ObjectName(text[..dot], text[(dot + 1)..]);
    }

    /// <summary>Another name in the same schema.</summary>
    public ObjectName Sibling(string name) => this with { Name = name };

    /// <inheritdoc/>
    public override string ToString() => Schema is null ? Name : $"{Schema}.{Name}";
}
