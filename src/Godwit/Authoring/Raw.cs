using Godwit.Operations;

namespace Godwit;

/// <summary>SQL where a value could stand.</summary>
public static class Raw
{
    /// <summary>
    /// An expression that the database computes, for a default or a value of a row: <c>Raw.Sql("gen_random_uuid()")</c>. It is
    /// written into the statement as it is.
    /// </summary>
    /// <param name="expression">The expression in the database's own words.</param>
    public static SqlExpression Sql(string expression) => new(expression);
}
