namespace Godwit;

/// <summary>
/// Says which migration this one builds on, where that is not the one before it in the order of names: <c>[Parent("003_create_orders")]</c>.
/// Repeated, it joins several: a merge. <c>[Parent("base")]</c> builds on nothing.
/// </summary>
/// <param name="revision">The other migration: its id, or a part of it that no other has; or <c>base</c>.</param>
[AttributeUsage(AttributeTargets.Class, AllowMultiple = true, Inherited = false)]
public sealed class ParentAttribute(string revision) : Attribute
{
    /// <summary>The other migration: its id, or a part of it that no other has; or <c>base</c>.</summary>
    public string Revision { get; } = revision;
}
