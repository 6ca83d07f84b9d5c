using Godwit.Schema;

namespace Godwit;

/// <summary>
/// What becomes of the rows when the row they refer to is deleted: <c>[OnDelete(ReferentialAction.Cascade)]</c>, on the reference or
/// on the property of its key. Without it the deletion is refused.
/// </summary>
/// <param name="action">What happens.</param>
[AttributeUsage(AttributeTargets.Property)]
public sealed class OnDeleteAttribute(ReferentialAction action) : Attribute
{
    /// <summary>What happens.</summary>
    public ReferentialAction Action { get; } = action;
}
