namespace Godwit;

/// <summary>
/// Marks a migration as a baseline: it makes a whole schema at once. It is not undone with the batch that it belongs to, which would drop
/// everything, unless it has a <see cref="Migration.Down"/> of its own. A database that has all the migrations it stands for takes it
/// as applied; one that has some of them is given the others first.
/// </summary>
/// <param name="replaced">The ids of the migrations that it stands for; none where it is the state that the project began with.</param>
[AttributeUsage(AttributeTargets.Class, Inherited = false)]
public sealed class BaselineAttribute(params string[] replaced) : Attribute
{
    /// <summary>The ids of the migrations that it stands for, in their order.</summary>
    public IReadOnlyList<string> Replaced { get; } = replaced;
}
