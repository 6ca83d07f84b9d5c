using Godwit.Operations;
using Godwit.Schema;

namespace Godwit.Comparison;

/// <summary>What is different about the indexes of a table or a materialised view.</summary>
internal sealed class IndexesDifference
{
    private readonly List<TableIndex> gone = [];
    private readonly List<TableIndex> added = [];
    private readonly List<(string From, string To)> renamed = [];

    internal IndexesDifference(ValueList<TableIndex> from, ValueList<TableIndex> to, Predicate<TableIndex> mustBeRemade)
    {
        var pairs = Pairing<TableIndex>.By(from, to, index => index.Name);
        foreach (var (before, after) in pairs.Both)
        {
            if (before == after && !mustBeRemade(before)) continue;
            gone.Add(before);
            added.Add(after);
        }

        var nameless = Pairing<TableIndex>.By(pairs.Gone, pairs.Added, Nameless);
        foreach (var (before, after) in nameless.Both)
        {
            if (!mustBeRemade(before)) renamed.Add((before.Name, after.Name));
            else
            {
                gone.Add(before);
                added.Add(after);
            }
        }

        gone.AddRange(nameless.Gone);
        added.AddRange(nameless.Added);
    }

    internal bool IsEmpty => gone.Count == 0 && added.Count == 0 && renamed.Count == 0;

    internal IEnumerable<Operation> Drops(ObjectName table) => gone.Select(index => new DropIndex(table, index.Name) { Old = index });

    internal IEnumerable<Operation> Creates(ObjectName table) =>
        renamed.Select(Operation (names) => new RenameIndex(table, names.From, names.To)).Concat(added.Select(index => new CreateIndex(table, index)));

    private static TableIndex Nameless(TableIndex index) => index with { Name = "" };
}
