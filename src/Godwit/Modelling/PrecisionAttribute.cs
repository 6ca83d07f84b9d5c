namespace Godwit;

/// <summary>How precise a number or a time is: <c>[Precision(10, 4)]</c> for a decimal, <c>[Precision(0)]</c> for a date and time.</summary>
/// <param name="digits">For a decimal all its digits, 18 without the attribute; for a time those after the seconds' point, 6 without it.</param>
/// <param name="places">For a decimal, how many of its digits stand after the point, 2 without the attribute.</param>
[AttributeUsage(AttributeTargets.Property)]
public sealed class PrecisionAttribute(int digits, int places = 0) : Attribute
{
    /// <summary>The digits.</summary>
    public int Digits { get; } = digits;

    /// <summary>How many of a decimal's digits stand after the point.</summary>
    public int Places { get; } = places;
}
