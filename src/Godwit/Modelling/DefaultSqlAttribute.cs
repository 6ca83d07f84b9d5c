namespace Godwit;

/// <summary>An expression that the database computes for rows that do not state a value: <c>[DefaultSql("CURRENT_TIMESTAMP")]</c>.</summary>
/// <param name="sql">The expression in the database's own words.</param>
[AttributeUsage(AttributeTargets.Property)]
public sealed class DefaultSqlAttribute(string sql) : Attribute
{
    /// <summary>The expression.</summary>
    public string Sql { get; } = sql;
}
