namespace Godwit;

/// <summary>The value of rows that do not state one: <c>[Default(0)]</c>, <c>[Default(State.Draft)]</c>.</summary>
/// <param name="value">The value, of the property's type; for a decimal a number, for a date, a time or a UUID a text, for bytes <c>new byte[] { 0xFF }</c>.</param>
[AttributeUsage(AttributeTargets.Property)]
public sealed class DefaultAttribute(object? value) : Attribute
{
    /// <summary>The value.</summary>
    public object? Value { get; } = value;
}
