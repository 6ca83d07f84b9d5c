using System.Globalization;

namespace Godwit.History;

/// <summary>A row of another tool's history, as texts by column.</summary>
internal sealed class ForeignRow(IReadOnlyDictionary<string, string?> values)
{
    /// <summary>The value of a column; null when it is NULL or there is no such column.</summary>
    internal string? this[string column] => values.GetValueOrDefault(ForeignTool.Plain(column));

    /// <summary>The value of a column that holds a truth, which databases spell in several ways.</summary>
    internal bool IsTrue(string column) => this[column]?.ToUpperInvariant() is "1" or "TRUE" or "T";

    /// <summary>The value of a column as a whole number; null when it is none.</summary>
    internal int? Number(string column) => int.TryParse(this[column], CultureInfo.InvariantCulture, out var number) ? number : null;
}
