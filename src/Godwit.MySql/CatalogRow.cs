using System.Data.Common;
using System.Globalization;
using System.Text;

namespace Godwit.MySql;

/// <summary>A row of the catalog, of whatever types a driver makes its columns.</summary>
internal readonly struct CatalogRow(DbDataReader reader)
{
    /// <summary>The text of a column; null for NULL.</summary>
    internal string? Text(int column) => reader.IsDBNull(column) ? null : reader.GetValue(column) switch
    {
        byte[] bytes => Encoding.UTF8.GetString(bytes),
        var value => Convert.ToString(value, CultureInfo.InvariantCulture),
    };

    /// <summary>The text of a column that is never NULL.</summary>
    internal string Name(int column) => Text(column) ?? "";

    /// <summary>The number in a column; null for NULL.</summary>
    internal long? Number(int column) => Text(column) is { } text ? long.Parse(text, CultureInfo.InvariantCulture) : null;

    /// <summary>Whether a column says YES, or 1.</summary>
    internal bool Is(int column, string word) => string.Equals(Text(column), word, StringComparison.OrdinalIgnoreCase);
}
