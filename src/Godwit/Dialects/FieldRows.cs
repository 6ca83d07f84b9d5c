using System.Buffers;
using System.Collections;
using Godwit.Schema;

namespace Godwit.Dialects;

/// <summary>
/// Rows as a file has them: a field becomes a value when somebody asks for its row. A database that has a form of its own for rows makes it from the
/// fields, so that a million rows are not six million objects. Its memory is lent, and returned when it is disposed.
/// </summary>
/// <param name="most">How many rows there may be.</param>
/// <param name="kinds">What the columns hold.</param>
/// <param name="unreadable">What to throw for a field, by its row and column, that says no value of its column.</param>
internal sealed class FieldRows(int most, ValueList<ValueKind> kinds, Func<int, int, FormatException, GodwitException> unreadable) : IReadOnlyList<object?[]>, IDisposable
{
    // where each field ends; the complement of that where it is NULL
    private readonly int[] ends = ArrayPool<int>.Shared.Rent(most * kinds.Count);
    private char[] letters = ArrayPool<char>.Shared.Rent(1 << 16);
    private int fields;

    /// <summary>How many rows there are.</summary>
    public int Count => fields / kinds.Count;

    /// <summary>How many letters all fields have.</summary>
    internal int Letters { get; private set; }

    /// <summary>The values of a row.</summary>
    /// <param name="row">The row.</param>
    /// <exception cref="GodwitException">A field says no value of its column.</exception>
    public object?[] this[int row]
    {
        get
        {
            var values = new object?[kinds.Count];
            for (var column = 0; column < values.Length; column++) values[column] = Value(row, column);
            return values;
        }
    }

    /// <summary>A field.</summary>
    /// <param name="row">The row.</param>
    /// <param name="column">The column.</param>
    internal ReadOnlySpan<char> this[int row, int column]
    {
        get
        {
            var place = (row * kinds.Count) + column;
            var start = place == 0 ? 0 : End(place - 1);
            return letters.AsSpan(start, End(place) - start);
        }
    }

    /// <summary>What a column holds.</summary>
    internal ValueKind Kind(int column) => kinds[column];

    /// <summary>Whether a field is NULL.</summary>
    internal bool IsNull(int row, int column) => ends[(row * kinds.Count) + column] < 0;

    /// <summary>Adds the next field of a row.</summary>
    internal void Add(ReadOnlySpan<char> field)
    {
        if (letters.Length - Letters < field.Length) Grow(field.Length);
        field.CopyTo(letters.AsSpan(Letters));
        Letters += field.Length;
        ends[fields++] = Letters;
    }

    /// <summary>Adds a NULL as the next field of a row.</summary>
    internal void AddNull() => ends[fields++] = ~Letters;

    /// <summary>All rows one after the other.</summary>
    public IEnumerator<object?[]> GetEnumerator()
    {
        for (var row = 0; row < Count; row++) yield return this[row];
    }

    IEnumerator IEnumerable.GetEnumerator() => GetEnumerator();

    public void Dispose()
    {
        ArrayPool<int>.Shared.Return(ends);
        ArrayPool<char>.Shared.Return(letters);
    }

    private void Grow(int more)
    {
        var larger = ArrayPool<char>.Shared.Rent(Math.Max(letters.Length * 2, Letters + more));
        letters.AsSpan(0, Letters).CopyTo(larger);
        ArrayPool<char>.Shared.Return(letters);
        letters = larger;
    }

    private int End(int place) => ends[place] is < 0 and var end ? ~end : ends[place];

    private object? Value(int row, int column)
    {
        if (IsNull(row, column)) return null;
        try
        {
            return FieldText.Value(this[row, column], kinds[column]);
        }
        catch (FormatException wrong)
        {
            throw unreadable(row, column, wrong);
        }
    }
}
