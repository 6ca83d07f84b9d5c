using Godwit.Dialects;

namespace Godwit.Seeding;

/// <summary>Rows that are values already.</summary>
internal static class RowValues
{
    /// <summary>A row, once it is known to have as many values as there are columns.</summary>
    /// <exception cref="GodwitException">It has not.</exception>
    internal static object?[] Checked(object?[] row, RowTarget target) => row.Length == target.Columns.Count
        ? row
        : throw new GodwitException(ErrorCode.InvalidDefinition, $"A row for {target.Table} has {row.Length} values for {target.Columns.Count} columns.", "Give each row a value for each column.");
}
