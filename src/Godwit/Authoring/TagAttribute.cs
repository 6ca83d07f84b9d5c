namespace Godwit;

/// <summary>Gives a migration a word by which it can be named: <c>[Tag("v1.0")]</c>. It may be repeated.</summary>
/// <param name="name">The word.</param>
[AttributeUsage(AttributeTargets.Class, AllowMultiple = true, Inherited = false)]
public sealed class TagAttribute(string name) : Attribute
{
    /// <summary>The word.</summary>
    public string Name { get; } = name;
}
