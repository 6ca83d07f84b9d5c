using System.Collections.Immutable;
using System.Text;
using Godwit.Migrations;

namespace Godwit.Cli.Rendering;

/// <summary>Draws the lines of a graph beside its members, which come newest first: a column for each line of descent.</summary>
internal sealed class GraphLanes
{
    // For each column, the migration that it leads down to.
    private readonly List<MigrationId> lanes = [];

    /// <summary>The next member's row, with the rows that lines need before it to come together and after it to part.</summary>
    internal (string? Before, string Row, string? After) Next(MigrationId id, ImmutableArray<MigrationId> parents)
    {
        var column = lanes.IndexOf(id);
        if (column < 0)
        {
            lanes.Add(id);
            column = lanes.Count - 1;
        }

        var before = Join(id, column);
        var row = Row(column);
        if (parents.IsEmpty)
        {
            lanes.RemoveAt(column);
            return (before, row, null);
        }

        lanes[column] = parents[0];
        lanes.InsertRange(column + 1, parents.Skip(1));
        return (before, row, parents.Length > 1 ? Part(column) : null);
    }

    // Other columns that lead to the same migration end: |/
    private string? Join(MigrationId id, int column)
    {
        if (lanes.LastIndexOf(id) == column) return null;
        var row = Columns(lanes.Count);
        for (var other = lanes.Count - 1; other > column; other--)
        {
            if (!lanes[other].Equals(id)) continue;
            row[2 * other] = ' ';
            row[(2 * other) - 1] = '/';
            for (var between = (2 * column) + 1; between < (2 * other) - 1; between++)
            {
                if (row[between] == ' ') row[between] = '_';
            }

            lanes.RemoveAt(other);
        }

        return row.ToString().TrimEnd();
    }

    private string Row(int column)
    {
        var row = Columns(lanes.Count);
        row[2 * column] = '*';
        return row.ToString().TrimEnd();
    }

    // Columns to the right make room for those that begin: |\
    private string Part(int column)
    {
        var row = Columns(column).Append('|');
        for (var next = column + 1; next < lanes.Count; next++) row.Append("\\ ");
        return row.ToString().TrimEnd();
    }

    private static StringBuilder Columns(int count)
    {
        var row = new StringBuilder(2 * count);
        for (var column = 0; column < count; column++) row.Append("| ");
        return row;
    }
}
