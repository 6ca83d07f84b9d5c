using Godwit.Schema;

namespace Godwit.Comparison;

/// <summary>How alike a column that went and one that came are, in the tables as they are before and after.</summary>
internal sealed class ColumnLikeness(Table from, Table to)
{
    /// <summary>What is worth a question: of the same type, and at the same place or of a similar name.</summary>
    internal const double Threshold = 0.6;

    private const double TypeWeight = 0.35;
    private const double NameWeight = 0.35;
    private const double PlaceWeight = 0.2;
    private const double AttributesWeight = 0.1;

    /// <summary>From 0 to 1. Columns of different kinds of type are not alike at all.</summary>
    internal double Between(Column gone, Column added)
    {
        var type = gone.Type == added.Type ? 1 : IsSameKind(gone.Type, added.Type) ? 0.5 : 0;
        if (type == 0 || (gone.Generated is null) != (added.Generated is null)) return 0;
        return (TypeWeight * type)
            + (NameWeight * NameLikeness.Between(gone.Name, added.Name))
            + (PlaceWeight * Place(gone, added))
            + (AttributesWeight * Attributes(gone, added));
    }

    private static bool IsSameKind(ColumnType left, ColumnType right) => left.GetType() == right.GetType() && left is not ColumnType.Native;

    private static double Attributes(Column gone, Column added) =>
        (gone.IsNullable == added.IsNullable ? 0.5 : 0) + (gone.Default == added.Default && gone.Identity == added.Identity && gone.Comment == added.Comment ? 0.5 : 0);

    // Its neighbours say more than its number, which changes with every column that is added before it.
    private double Place(Column gone, Column added)
    {
        var before = from.Columns.IndexOf(column => ReferenceEquals(column, gone));
        var after = to.Columns.IndexOf(column => ReferenceEquals(column, added));
        var share = before == after ? 0.4 : 0;
        if (Neighbour(from, before - 1) == Neighbour(to, after - 1)) share += 0.3;
        if (Neighbour(from, before + 1) == Neighbour(to, after + 1)) share += 0.3;
        return share;
    }

    private static string? Neighbour(Table table, int place) => place >= 0 && place < table.Columns.Count ? table.Columns[place].Name : null;
}
