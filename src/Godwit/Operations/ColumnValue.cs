namespace Godwit.Operations;

/// <summary>What a column is set to.</summary>
/// <param name="Column">The column.</param>
/// <param name="Value">
/// A value: null, a text, a bool, a number, a date, a time, a <see cref="Guid"/> or bytes; or a <see cref="SqlExpression"/>.
/// </param>
public sealed record ColumnValue(string Column, object? Value);

/// <summary>SQL where a value could stand: it is computed by the database.</summary>
/// <param name="Sql">The expression.</param>
public sealed record SqlExpression(string Sql);
