using System.Collections.Immutable;
using System.Reflection;
using Godwit.Modelling;
using Godwit.Schema;
using Godwit.Seeding;

namespace Godwit.Factories;

/// <summary>What columns of a foreign key hold, so that they refer to a row.</summary>
internal static class KeyCells
{
    /// <param name="table">The table that refers.</param>
    /// <param name="relation">The relation, which may name the column.</param>
    /// <param name="parent">The row that is referred to, as its model.</param>
    /// <param name="referenced">The table of that row; null is that of its class.</param>
    /// <exception cref="GodwitException">There is no foreign key between the two, or several.</exception>
    internal static ImmutableDictionary<string, object?> Of(Table table, Relation relation, object parent, ObjectName? referenced = null)
    {
        var name = referenced ?? ModelRow.TableOf(parent.GetType());
        var key = Find(table, name, relation.Column);
        var model = ModelClass.Of(parent.GetType(), new NullabilityInfoContext())!;
        var cells = ImmutableDictionary.CreateBuilder<string, object?>();
        for (var i = 0; i < key.Columns.Count; i++)
        {
            var property = model.Columns.FirstOrDefault(property => property.ColumnName == key.ReferencedColumns[i]) ?? throw new GodwitException(
                ErrorCode.InvalidDefinition, $"{table.Name} refers to {name}.{key.ReferencedColumns[i]}, and {model.Name} has no property for that column.", $"Give {model.Name} one.");
            cells[key.Columns[i]] = property.Property.GetValue(parent);
        }

        return cells.ToImmutable();
    }

    private static ForeignKey Find(Table table, ObjectName referenced, string? column)
    {
        var keys = table.ForeignKeys.Where(key => key.ReferencedTable == referenced && (column is null || key.Columns.Contains(column) || key.Columns.Contains(ModelNames.Column(column)))).ToArray();
        return keys.Length switch
        {
            1 => keys[0],
            0 => throw new GodwitException(ErrorCode.InvalidDefinition, $"{table.Name} has no foreign key{(column is null ? "" : $" with the column {column}")} that refers to {referenced}.",
                "Add the foreign key in a migration, or set the column with State."),
            _ => throw new GodwitException(ErrorCode.InvalidDefinition, $"{table.Name} refers to {referenced} by {string.Join(" and by ", keys.Select(key => string.Join(", ", key.Columns)))}.",
                $"Say which: column: \"{keys[0].Columns[0]}\"."),
        };
    }
}
