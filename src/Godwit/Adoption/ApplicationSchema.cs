using Godwit.Dialects;
using Godwit.Schema;

namespace Godwit.Adoption;

/// <summary>What of a database belongs to the application. Pure.</summary>
internal static class ApplicationSchema
{
    /// <summary>A schema without the tables that migration tools keep in it, Godwit's own among them, and what belongs to these.</summary>
    /// <param name="schema">The schema as it was read.</param>
    /// <param name="others">The tables of other tools.</param>
    /// <param name="tables">The names of Godwit's tables.</param>
    internal static DatabaseSchema Of(DatabaseSchema schema, IEnumerable<string> others, BookkeepingTables tables)
    {
        var own = schema.Tables.Where(ForeignTableSearch.IsOwn).SelectMany(table => new BookkeepingTables(table.Name.Name).UnqualifiedNames);
        var names = new HashSet<string>([.. others, .. own, .. tables.UnqualifiedNames]);
        return schema with
        {
            Tables = schema.Tables.Without(table => IsOne(table.Name)),
            Sequences = schema.Sequences.Without(sequence => sequence.OwnedBy is { } owner && IsOne(owner.Table)),
        };

        bool IsOne(ObjectName name) => name.Schema is null && names.Contains(name.Name);
    }
}
