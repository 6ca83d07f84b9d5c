using Godwit.Schema;

namespace Godwit.Comparison;

/// <summary>How alike a table that went is to those that came.</summary>
internal sealed class TableLikeness
{
    /// <summary>What is worth a question: nearly the same columns, or many of them and a similar name.</summary>
    internal const double Threshold = 0.55;

    private const double ColumnsWeight = 0.7;
    private const double NameWeight = 0.3;

    private readonly Dictionary<string, ColumnType> types;

    internal TableLikeness(Table gone)
    {
        Gone = gone;
        types = gone.Columns.ToDictionary(column => column.Name, column => column.Type, StringComparer.Ordinal);
    }

    internal Table Gone { get; }

    /// <summary>From 0 to 1. Tables of different schemas are not alike: no operation moves one.</summary>
    internal double To(Table added)
    {
        if (Gone.Name.Schema != added.Name.Schema || Gone.Options.IsTemporary != added.Options.IsTemporary) return 0;
        var columns = ColumnsWeight * Columns(added);
        return columns + NameWeight < Threshold ? columns : columns + (NameWeight * NameLikeness.Between(Gone.Name.Name, added.Name.Name));
    }

    /// <summary>What tables have in common whose columns are the same: a key to find them by.</summary>
    internal static string Shape(Table table) => string.Join(';', table.Columns.Select(column => $"{column.Name} {column.Type}").Order(StringComparer.Ordinal));

    private double Columns(Table added)
    {
        if (types.Count == 0 || added.Columns.Count == 0) return 0;
        var shared = 0.0;
        foreach (var column in added.Columns)
        {
            if (types.TryGetValue(column.Name, out var type)) shared += type == column.Type ? 1 : 0.5;
        }

        return 2 * shared / (types.Count + added.Columns.Count);
    }
}
