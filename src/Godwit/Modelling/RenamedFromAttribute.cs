namespace Godwit;

/// <summary>
/// The name that a table or a column had before, so that it is renamed with what it holds, and not dropped and made anew:
/// <c>[RenamedFrom("title")]</c>. It may stay: where the old name is gone it changes nothing.
/// </summary>
/// <param name="name">The table's or column's name as the database has it.</param>
[AttributeUsage(AttributeTargets.Class | AttributeTargets.Property, AllowMultiple = true)]
public sealed class RenamedFromAttribute(string name) : Attribute
{
    /// <summary>The name as the database has it.</summary>
    public string Name { get; } = name;
}
