using System.Diagnostics.CodeAnalysis;
using System.Globalization;

namespace Godwit.Migrations;

/// <summary>
/// The numbers an id begins with, which give a migration its place. Versions are compared number by number, whatever their
/// length and leading zeros, so <c>1_2</c>, <c>1.2</c> and <c>001-02</c> are the same; when one is the beginning of the other, the
/// shorter is first.
/// </summary>
[SuppressMessage("Design", "CA1036", Justification = "Sorted with CompareTo; nobody writes version < version.")]
public readonly struct MigrationVersion : IComparable<MigrationVersion>, IEquatable<MigrationVersion>
{
    private readonly string? id;
    private readonly int start;
    private readonly int length;

    private MigrationVersion(string id, int start, int length)
    {
        this.id = id;
        this.start = start;
        this.length = length;
    }

    /// <summary>Whether there is no number at all, as for repeatable migrations.</summary>
    public bool IsEmpty => length == 0;

    /// <summary>Whether the version is a date and nothing finer, so that several migrations may share it.</summary>
    public bool IsDay
    {
        get
        {
            var text = Text;
            if (text.Length == 10 && IsSeparator(text[4]) && text[7] == text[4]) text = string.Concat(text[..4], text[5..7], text[8..]);
            return DateOnly.TryParseExact(text, "yyyyMMdd", CultureInfo.InvariantCulture, DateTimeStyles.None, out _);
        }
    }

    /// <summary>The version as it stands in the id, without a <c>V</c>.</summary>
    public string Text => Span.ToString();

    /// <summary>The offset in the id just after the version.</summary>
    internal int End => start + length;

    private ReadOnlySpan<char> Span => id.AsSpan(start, length);

    /// <summary>Whether both come before and after the same versions.</summary>
    public static bool operator ==(MigrationVersion left, MigrationVersion right) => left.Equals(right);

    /// <summary>Whether one comes before the other.</summary>
    public static bool operator !=(MigrationVersion left, MigrationVersion right) => !left.Equals(right);

    /// <summary>
    /// The version at the beginning of a text: numbers with one separator (<c>_</c>, <c>-</c> or <c>.</c>) between them, after an
    /// optional <c>V</c>. Digits that run into letters belong to the name: the version of <c>001_2fa</c> is <c>001</c>.
    /// </summary>
    /// <param name="text">An id, or a version alone.</param>
    public static MigrationVersion At(string text)
    {
        var start = text.Length > 1 && text[0] is 'V' or 'v' && char.IsAsciiDigit(text[1]) ? 1 : 0;
        var end = start;
        for (var next = start; next < text.Length; next = end + 1)
        {
            var afterDigits = next;
            while (afterDigits < text.Length && char.IsAsciiDigit(text[afterDigits])) afterDigits++;
            if (afterDigits == next || (afterDigits < text.Length && !IsSeparator(text[afterDigits]))) break;
            end = afterDigits;
        }

        return new MigrationVersion(text, start, end - start);
    }

    /// <inheritdoc/>
    public int CompareTo(MigrationVersion other)
    {
        var left = Span;
        var right = other.Span;
        while (!left.IsEmpty && !right.IsEmpty)
        {
            var leftNumber = TakeNumber(ref left);
            var rightNumber = TakeNumber(ref right);
            var order = leftNumber.Length != rightNumber.Length
                ? leftNumber.Length.CompareTo(rightNumber.Length)
                : leftNumber.SequenceCompareTo(rightNumber);
            if (order != 0) return order;
        }

        return left.Length.CompareTo(right.Length);
    }

    /// <inheritdoc/>
    public bool Equals(MigrationVersion other) => CompareTo(other) == 0;

    /// <inheritdoc/>
    public override bool Equals([NotNullWhen(true)] object? obj) => obj is MigrationVersion other && Equals(other);

    /// <inheritdoc/>
    public override int GetHashCode()
    {
        var hash = default(HashCode);
        for (var rest = Span; !rest.IsEmpty;) hash.Add(string.GetHashCode(TakeNumber(ref rest)));
        return hash.ToHashCode();
    }

    /// <inheritdoc/>
    public override string ToString() => Text;

    internal static bool IsSeparator(char c) => c is '_' or '-' or '.';

    // Digits without leading zeros: then the longer number is the greater, and no number is too long.
    private static ReadOnlySpan<char> TakeNumber(ref ReadOnlySpan<char> rest)
    {
        var end = rest.IndexOfAny('_', '-', '.');
        var number = end < 0 ? rest : rest[..end];
        rest = end < 0 ? [] : rest[(end + 1)..];
        return number.TrimStart('0');
    }
}
