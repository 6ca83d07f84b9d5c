using Godwit.Schema;

namespace Godwit.Diagrams;

/// <summary>A table as a box of rows: its name, then its columns.</summary>
internal sealed class EntityBox
{
    internal const double RowHeight = 20;
    internal const double HeadHeight = 28;

    // of the font of the drawing, whose characters are all as wide
    private const double CharacterWidth = 7.3;
    private const double HeadCharacterWidth = 8.2;
    private const double Padding = 12;
    private const double MarkWidth = 30;
    private const int MostRows = 60;
    private const int LongestType = 28;
    private const int LongestName = 48;

    internal EntityBox(Table table)
    {
        Table = table;
        Title = Shortened(table.Name.ToString(), LongestName);
        var keys = table.ForeignKeys.SelectMany(key => key.Columns).Concat(table.PrimaryKey?.Columns ?? []).ToHashSet(StringComparer.Ordinal);
        // of a very wide table the columns that connect it, and the first ones
        var shown = table.Columns.Count <= MostRows
            ? table.Columns.AsEnumerable()
            : table.Columns.Where((column, place) => place < MostRows || keys.Contains(column.Name));
        Rows = [.. shown.Select(column => Row(column, table))];
        Hidden = table.Columns.Count - Rows.Count;
        Height = HeadHeight + (RowHeight * (Rows.Count + (Hidden > 0 ? 1 : 0))) + 4;
        NameWidth = Rows.Count == 0 ? 0 : Rows.Max(row => TextWidth(row.Name));
        var typeWidth = Rows.Count == 0 ? 0 : Rows.Max(row => TextWidth(row.Type));
        Width = Math.Ceiling(Math.Max(MarkWidth + NameWidth + Padding + typeWidth + Padding, (HeadCharacterWidth * Title.Length) + (2 * Padding)));
    }

    internal Table Table { get; }

    internal string Title { get; }

    internal IReadOnlyList<EntityRow> Rows { get; }

    /// <summary>How many columns there was no room for.</summary>
    internal int Hidden { get; }

    internal double Width { get; }

    internal double Height { get; }

    /// <summary>Where the types of the columns begin, from the left.</summary>
    internal double TypeOffset => MarkWidth + NameWidth + Padding;

    /// <summary>Where the names of the columns begin, from the left.</summary>
    internal static double NameOffset => MarkWidth;

    private double NameWidth { get; }

    /// <summary>The middle of a column's row, from the top; that of the head where the column has none.</summary>
    internal double Middle(string column)
    {
        for (var i = 0; i < Rows.Count; i++)
        {
            if (Rows[i].Column == column) return HeadHeight + (RowHeight * (i + 0.5));
        }

        return HeadHeight / 2;
    }

    private static double TextWidth(string text) => CharacterWidth * text.Length;

    private static EntityRow Row(Column column, Table table) => new(
        column.Name,
        Shortened(column.Name, LongestName),
        Shortened(Formats.SchemaTree.TypeOf(column), LongestType) + (column.IsNullable ? "?" : ""),
        table.PrimaryKey is { } key && key.Columns.Contains(column.Name) ? "PK" : table.ForeignKeys.Any(foreign => foreign.Columns.Contains(column.Name)) ? "FK" : "");

    private static string Shortened(string text, int length) => text.Length <= length ? text : text[..(length - 1)] + "…";
}

/// <summary>A column in a box.</summary>
/// <param name="Column">The column's name.</param>
/// <param name="Name">Its name as far as there is room.</param>
/// <param name="Type">Its type as far as there is room, with a question mark where it may be NULL.</param>
/// <param name="Mark">PK, FK or nothing.</param>
internal sealed record EntityRow(string Column, string Name, string Type, string Mark);
