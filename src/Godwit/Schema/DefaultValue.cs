namespace Godwit.Schema;

/// <summary>The value of a column in rows that do not state one.</summary>
public abstract record DefaultValue
{
    private DefaultValue()
    {
    }

    /// <summary>A value: null, a text, a bool, a number, a date, a time, a <see cref="Guid"/> or bytes.</summary>
    public sealed record Literal(object? Value) : DefaultValue
    {
        /// <summary>Whether the values are the same; bytes are compared one by one.</summary>
        public bool Equals(Literal? other) => other is not null
            && (Value is byte[] bytes && other.Value is byte[] others ? bytes.AsSpan().SequenceEqual(others) : Equals(Value, other.Value));

        /// <summary>The same for values that are the same.</summary>
        public override int GetHashCode() => Value is byte[] bytes ? bytes.Length : Value?.GetHashCode() ?? 0;
    }

    /// <summary>The moment at which the row is written.</summary>
    /// <param name="Precision">Digits after the seconds' point; null is the column's.</param>
    public sealed record CurrentTimestamp(int? Precision = null) : DefaultValue;

    /// <summary>An expression in the database's own words: what a catalog says, or an author wrote.</summary>
    public sealed record Expression(string Sql) : DefaultValue;
}
