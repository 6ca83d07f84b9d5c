namespace Godwit;

/// <summary>Applies a migration in some environments only: <c>[Environments("development", "staging")]</c>.</summary>
/// <param name="names">The environments by name.</param>
[AttributeUsage(AttributeTargets.Class, Inherited = false)]
public sealed class EnvironmentsAttribute(params string[] names) : Attribute
{
    /// <summary>The environments by name.</summary>
    public IReadOnlyList<string> Names { get; } = names;
}
