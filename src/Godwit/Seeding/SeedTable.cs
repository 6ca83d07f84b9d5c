using Godwit.Dialects;
using Godwit.Schema;

namespace Godwit.Seeding;

/// <summary>A table that rows are written to.</summary>
/// <param name="Table">The table.</param>
/// <param name="Enums">The enumerated types of its database.</param>
internal sealed record SeedTable(Table Table, ValueList<EnumType> Enums)
{
    internal static SeedTable Of(DatabaseSchema schema, ObjectName name)
    {
        if (schema.Find(name) is { } table) return new SeedTable(table, schema.Enums);
        var near = Suggestion.Nearest(name.ToString(), schema.Tables.Select(known => known.Name.ToString()));
        throw new GodwitException(ErrorCode.UnknownObject, $"There is no table {name}.", near is null ? "Is its migration applied? godwit migrate applies it." : $"Did you mean {near}?");
    }

    /// <summary>The column of a name.</summary>
    /// <exception cref="GodwitException">There is none.</exception>
    internal Column Require(string name)
    {
        if (Table.Column(name) is { } column) return column;
        var near = Suggestion.Nearest(name, Table.Columns.Select(known => known.Name));
        throw new GodwitException(ErrorCode.UnknownObject, $"{Table.Name} has no column {name}.",
            near is null ? $"It has {string.Join(", ", Table.Columns.Select(known => known.Name))}." : $"Did you mean {near}?");
    }

    /// <summary>The table as the target of rows with some columns.</summary>
    /// <exception cref="GodwitException">A column is not there, or named twice.</exception>
    internal RowTarget Target(IEnumerable<string> columns)
    {
        var found = columns.Select(Require).ToValueList();
        return found.GroupBy(column => column.Name).FirstOrDefault(group => group.Count() > 1) is { } twice
            ? throw new GodwitException(ErrorCode.InvalidDefinition, $"The column {twice.Key} of {Table.Name} is stated twice.", "Leave it out once.")
            : new RowTarget(Table.Name, found);
    }

    internal ValueKind Kind(Column column) => ValueKind.Of(column.Type, Enums);
}
