namespace Godwit.PostgreSql;

/// <summary>
/// How the values of a column become values of another type where the server does not cast them by itself (PostgreSQL manual, CREATE CAST:
/// "implicit" and "assignment"; <c>\dC</c> lists them). A value that the other type cannot hold is an error, never another value.
/// </summary>
internal static class ColumnCast
{
    /// <summary>The expression of USING.</summary>
    /// <param name="column">The column, quoted.</param>
    /// <param name="from">The family of its type.</param>
    /// <param name="to">The family of the other type.</param>
    /// <param name="type">The other type.</param>
    internal static string Of(string column, TypeFamily from, TypeFamily to, string type) => (from, to) switch
    {
        // Only integer is cast to a boolean and back.
        (TypeFamily.Number, TypeFamily.Boolean) => $"{column} <> 0",
        (TypeFamily.Boolean, TypeFamily.Number) => type == "integer" ? $"{column}::integer" : $"{column}::integer::{type}",
        (TypeFamily.Text, _) or (TypeFamily.Other, not TypeFamily.Enumerated) => $"{column}::{type}",
        (not TypeFamily.Enumerated, TypeFamily.Other) => $"{column}::{type}",
        _ when IsMoment(from) && (IsMoment(to) || (to is TypeFamily.Time && from is not TypeFamily.Date)) => $"{column}::{type}",
        // Every type is written as a text and read from one.
        _ => $"{column}::text::{type}",
    };

    private static bool IsMoment(TypeFamily family) => family is TypeFamily.Date or TypeFamily.Timestamp or TypeFamily.TimestampWithZone;
}
