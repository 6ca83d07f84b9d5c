using Godwit.Operations;
using Godwit.Schema;

namespace Godwit.Comparison;

/// <summary>What is different about the triggers of a table or a view.</summary>
internal sealed class TriggersDifference
{
    private readonly List<Trigger> gone = [];
    private readonly List<Trigger> added = [];

    internal TriggersDifference(ValueList<Trigger> from, ValueList<Trigger> to, IReadOnlySet<string> remadeRoutines)
    {
        var pairs = Pairing<Trigger>.By(from, to, trigger => trigger.Name);
        gone.AddRange(pairs.Gone);
        added.AddRange(pairs.Added);
        foreach (var (before, after) in pairs.Both)
        {
            if (before == after && (remadeRoutines.Count == 0 || !remadeRoutines.Overlaps(MentionedNames.In(before.Definition)))) continue;
            gone.Add(before);
            added.Add(after);
        }
    }

    internal bool IsEmpty => gone.Count == 0;

    internal IEnumerable<Operation> Drops(ObjectName table) => gone.Select(trigger => new DropTrigger(table, trigger.Name) { Old = trigger });

    internal IEnumerable<Operation> Creates(ObjectName table) => added.Select(trigger => new CreateTrigger(table, trigger.Name, trigger.Definition));
}
