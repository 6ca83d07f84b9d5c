using System.Collections.Immutable;
using Godwit.Operations;
using Godwit.Schema;

namespace Godwit.Comparison;

/// <summary>What is different about the tables.</summary>
internal sealed class TablesDifference
{
    private readonly Pairing<Table> pairs;
    private readonly Dictionary<ObjectName, TableDifference> changed = [];
    private readonly string product;

    internal TablesDifference(DatabaseSchema from, DatabaseSchema to)
    {
        product = to.Product;
        pairs = Pairing<Table>.By(from.Tables, to.Tables, table => table.Name);
        foreach (var (before, after) in pairs.Both)
        {
            if (!ReferenceEquals(before, after) && before != after) changed.Add(after.Name, new TableDifference(before, after));
        }

        Disturbances = changed.Where(change => !change.Value.Disturbance.IsEmpty).ToDictionary(change => change.Key, change => change.Value.Disturbance);
    }

    internal IEnumerable<ObjectName> Gone => pairs.Gone.Select(table => table.Name);

    /// <summary>What those tables that change take away from others.</summary>
    internal IReadOnlyDictionary<ObjectName, Disturbance> Disturbances { get; }

    internal IEnumerable<UnsupportedChange> Unsupported => changed.Values.SelectMany(difference => difference.Unsupported());

    /// <summary>What drops the tables that are gone: those that refer to others first.</summary>
    internal IEnumerable<Operation> Drops()
    {
        var order = TableOrder.Of(pairs.Gone);
        foreach (var (table, apart) in order)
        {
            foreach (var key in apart) yield return DropConstraint.Of(table.Name, key);
        }

        foreach (var (table, apart) in order.Reverse())
            yield return new DropTable(table.Name) { Old = Without(table, apart), IsTemporary = table.Options.IsTemporary };
    }

    /// <summary>What makes the new tables, and the others what they are to be.</summary>
    /// <param name="remadeRoutines">The routines that are dropped and made again, for which triggers have to make way.</param>
    internal IEnumerable<Operation> Changes(IReadOnlySet<string> remadeRoutines)
    {
        foreach (var (before, after) in pairs.Both)
        {
            var difference = changed.GetValueOrDefault(after.Name) ?? (MustMakeWay(after, remadeRoutines) ? new TableDifference(before, after) : null);
            foreach (var operation in difference?.Operations(Disturbances, remadeRoutines, product) ?? []) yield return operation;
        }

        foreach (var (table, apart) in TableOrder.Of(pairs.Added))
        {
            // The key it refers to may not be there yet. A table with a statement of its own stays whole: SQLite does not look at what a
            // key refers to, and a script for MySQL has the looking switched off.
            var late = table.Definition is not null ? [] : table.ForeignKeys.Where(key => apart.Contains(key) || changed.ContainsKey(key.ReferencedTable)).ToImmutableArray();
            yield return new CreateTable(Without(table, late) with { Triggers = [] });
            foreach (var key in late) yield return new AddConstraint(table.Name, key);
            foreach (var trigger in table.Triggers) yield return new CreateTrigger(table.Name, trigger.Name, trigger.Definition);
        }
    }

    private static Table Without(Table table, ImmutableArray<ForeignKey> keys) =>
        keys.IsEmpty ? table : table with { ForeignKeys = table.ForeignKeys.Without(keys.Contains), Definition = null };

    private bool MustMakeWay(Table table, IReadOnlySet<string> remadeRoutines) =>
        (Disturbances.Count > 0 && table.ForeignKeys.Any(key => Disturbances.TryGetValue(key.ReferencedTable, out var disturbance) && disturbance.Reaches(key)))
        || (remadeRoutines.Count > 0 && table.Triggers.Any(trigger => remadeRoutines.Overlaps(MentionedNames.In(trigger.Definition))));
}
