using Godwit.Schema;

namespace Godwit;

/// <summary>The database computes the column from others of its row: <c>[Computed("quantity * unit_cents", GeneratedStorage.Stored)]</c>.</summary>
/// <param name="sql">The expression, with the names of columns.</param>
/// <param name="storage">When it is computed.</param>
[AttributeUsage(AttributeTargets.Property)]
public sealed class ComputedAttribute(string sql, GeneratedStorage storage) : Attribute
{
    /// <summary>The expression.</summary>
    public string Sql { get; } = sql;

    /// <summary>When it is computed.</summary>
    public GeneratedStorage Storage { get; } = storage;
}
