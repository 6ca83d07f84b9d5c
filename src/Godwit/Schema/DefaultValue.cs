namespace Godwit.Schema;

/// <summary>The value of a column in rows that do not state one.</summary>
public abstract record DefaultValue
{
    private DefaultValue()
    {
    }

    /// <summary>A value: null, a text, a bool, a number, a date, a time, a <see cref="Guid"/> or bytes.</summary>
    public sealed record Literal(object? Value) : DefaultValue;

    /// <summary>The moment at which the row is written.</summary>
    /// <param name="Precision">Digits after the seconds' point; null is the column's.</param>
    public sealed record CurrentTimestamp(int? Precision = null) : DefaultValue;

    /// <summary>An expression in the database's own words: what a catalog says, or an author wrote.</summary>
    public sealed record Expression(string Sql) : DefaultValue;
}
