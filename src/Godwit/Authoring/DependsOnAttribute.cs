namespace Godwit;

/// <summary>
/// Puts a migration after another one, whatever their versions say: <c>[DependsOn("003_create_orders")]</c>. It may be repeated.
/// </summary>
/// <param name="revision">The other migration: its id, or a part of it that no other has.</param>
[AttributeUsage(AttributeTargets.Class, AllowMultiple = true, Inherited = false)]
public sealed class DependsOnAttribute(string revision) : Attribute
{
    /// <summary>The other migration: its id, or a part of it that no other has.</summary>
    public string Revision { get; } = revision;
}
