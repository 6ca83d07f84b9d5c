using Godwit.Schema;

namespace Godwit.Formats;

/// <summary>A part of a schema.</summary>
public static class SchemaSelection
{
    /// <summary>The schema without some tables: those that Godwit keeps for itself.</summary>
    /// <param name="schema">The schema.</param>
    /// <param name="tables">The names of the tables, without a schema.</param>
    public static DatabaseSchema Without(this DatabaseSchema schema, IReadOnlyCollection<string> tables)
    {
        ArgumentNullException.ThrowIfNull(schema);
        var left = schema.Tables.Without(table => tables.Contains(table.Name.Name));
        return schema with { Tables = left, Sequences = schema.Sequences.Without(sequence => sequence.OwnedBy is { } owner && tables.Contains(owner.Table.Name)) };
    }

    /// <summary>The schema with only one table or view, and the sequences and enumerated types that it uses.</summary>
    /// <param name="schema">The schema.</param>
    /// <param name="name">The table or view; upper and lower case matter only where two differ in nothing else.</param>
    /// <exception cref="GodwitException">There is none of that name.</exception>
    public static DatabaseSchema Only(this DatabaseSchema schema, string name)
    {
        ArgumentNullException.ThrowIfNull(schema);
        ArgumentNullException.ThrowIfNull(name);
        var known = schema.Tables.Select(table => table.Name).Concat(schema.Views.Select(view => view.Name)).ToArray();
        var chosen = known.FirstOrDefault(other => other.ToString() == name)
            ?? known.FirstOrDefault(other => other.ToString().Equals(name, StringComparison.OrdinalIgnoreCase))
            ?? throw new GodwitException(ErrorCode.UnknownObject, $"There is no table or view {name}.",
                Suggestion.Nearest(name, known.Select(other => other.ToString())) is { } near ? $"Did you mean {near}?" : "godwit db:inspect lists the tables.");
        var tables = schema.Tables.Without(table => table.Name != chosen);
        var types = tables.SelectMany(table => table.Columns).Select(column => column.Type).OfType<ColumnType.NativeEnum>().Select(type => type.Name).ToHashSet();
        return new DatabaseSchema(schema.Product)
        {
            Tables = tables,
            Views = schema.Views.Without(view => view.Name != chosen),
            Enums = schema.Enums.Without(type => !types.Contains(type.Name)),
            Sequences = schema.Sequences.Without(sequence => sequence.OwnedBy?.Table != chosen),
            Natives = schema.Natives.Without(native => native.Name != chosen),
        };
    }
}
