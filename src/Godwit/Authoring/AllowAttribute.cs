namespace Godwit;

/// <summary>
/// Lets a migration breach a safety rule: <c>[Allow("PG01", "the table is empty")]</c>. It may be repeated. In a migration in SQL it is the
/// line <c>-- allow: PG01 the table is empty</c>.
/// </summary>
/// <param name="rule">The rule's id, as <c>godwit lint</c> shows it.</param>
/// <param name="reason">Why that is safe here, for those who read it later.</param>
[AttributeUsage(AttributeTargets.Class, AllowMultiple = true, Inherited = false)]
public sealed class AllowAttribute(string rule, string reason) : Attribute
{
    /// <summary>The rule's id.</summary>
    public string Rule { get; } = rule;

    /// <summary>Why that is safe here.</summary>
    public string Reason { get; } = reason;
}
