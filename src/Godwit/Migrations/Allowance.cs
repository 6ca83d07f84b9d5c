namespace Godwit.Migrations;

/// <summary>That a safety rule may be breached.</summary>
/// <param name="Rule">The rule's id: <c>PG01</c>.</param>
/// <param name="Reason">Why that is safe here.</param>
/// <param name="Location">Where it is said.</param>
public sealed record Allowance(string Rule, string Reason, SourceLocation? Location);
