using Godwit.Operations;
using Godwit.Schema;

namespace Godwit.Comparison;

/// <summary>
/// Puts operations into an order in which they can run. They run by phases; one that needs what another makes waits for it. It
/// goes through a queue and not into itself, so that a chain of ten thousand foreign keys is nothing special.
/// </summary>
internal sealed class OperationOrderer
{
    private readonly IReadOnlyList<Operation> operations;
    private readonly OperationNode[] nodes;
    private readonly List<int>[] waiting;
    private readonly int[] open;
    private readonly Dictionary<ObjectName, int> ready = [];
    private readonly Dictionary<string, List<int>> types = new(StringComparer.OrdinalIgnoreCase);
    private readonly Dictionary<string, List<int>> relations = new(StringComparer.OrdinalIgnoreCase);
    private readonly Dictionary<string, int> droppedViews = new(StringComparer.OrdinalIgnoreCase);

    private OperationOrderer(IReadOnlyList<Operation> operations)
    {
        this.operations = operations;
        nodes = [.. operations.Select(operation => operation.Accept(OperationNodes.Instance))];
        waiting = [.. operations.Select(_ => new List<int>())];
        open = new int[operations.Count];
    }

    /// <param name="operations">The operations: those about the same name in their order, drops of a whole before what takes its name.</param>
    internal static ValueList<Operation> Order(IReadOnlyList<Operation> operations)
    {
        var orderer = new OperationOrderer(operations);
        orderer.FollowSubjects();
        orderer.IndexMakers();
        for (var i = 0; i < operations.Count; i++) orderer.FollowNeeds(i);
        return orderer.Sort();
    }

    // A table is ready for others when its columns and keys are: its own foreign keys are not waited for, or two tables that refer
    // to one another would wait for each other.
    private void FollowSubjects()
    {
        var last = new Dictionary<ObjectName, int>();
        for (var i = 0; i < nodes.Length; i++)
        {
            if (nodes[i].Subject is not { } subject) continue;
            if (last.TryGetValue(subject, out var before)) Wait(i, before);
            last[subject] = i;
            if (nodes[i].Phase is < OperationPhase.ForeignKeys and not OperationPhase.DropViews and not OperationPhase.Routines) ready[subject] = i;
        }
    }

    private void IndexMakers()
    {
        for (var i = 0; i < nodes.Length; i++)
        {
            if (nodes[i].Subject is not { } subject) continue;
            switch (nodes[i].Phase)
            {
                case OperationPhase.DropViews:
                    droppedViews[subject.Name] = i;
                    break;
                case OperationPhase.Types or OperationPhase.Routines:
                    Add(types, subject.Name, i);
                    break;
                case OperationPhase.Views when operations[i] is CreateView:
                    Add(relations, subject.Name, i);
                    break;
            }
        }

        foreach (var (subject, i) in ready) Add(relations, subject.Name, i);
    }

    private static void Add(Dictionary<string, List<int>> makers, string name, int i)
    {
        if (!makers.TryGetValue(name, out var list)) makers.Add(name, list = []);
        list.Add(i);
    }

    private void FollowNeeds(int i)
    {
        var node = nodes[i];
        foreach (var table in node.Tables)
        {
            if (ready.TryGetValue(table, out var needed) && table != node.Subject) Wait(i, needed);
        }

        if (types.Count > 0)
        {
            foreach (var text in node.Expressions) WaitForMentioned(i, text, types);
        }

        if (node.Query is not { } query) return;
        if (node.Phase is OperationPhase.DropViews)
        {
            var makers = droppedViews.GetAlternateLookup<ReadOnlySpan<char>>();
            MentionedNames.Read(query, name =>
            {
                if (makers.TryGetValue(name, out var used) && used != i) Wait(used, i);
            });
            return;
        }

        WaitForMentioned(i, query, types);
        WaitForMentioned(i, query, relations);
    }

    private void WaitForMentioned(int i, string text, Dictionary<string, List<int>> makers)
    {
        if (makers.Count == 0) return;
        var lookup = makers.GetAlternateLookup<ReadOnlySpan<char>>();
        MentionedNames.Read(text, name =>
        {
            if (!lookup.TryGetValue(name, out var list)) return;
            foreach (var maker in list)
            {
                if (nodes[maker].Subject != nodes[i].Subject) Wait(i, maker);
            }
        });
    }

    private void Wait(int i, int needed)
    {
        waiting[needed].Add(i);
        open[i]++;
    }

    private ValueList<Operation> Sort()
    {
        var queue = new PriorityQueue<int, (OperationPhase, int)>();
        for (var i = 0; i < open.Length; i++)
        {
            if (open[i] == 0) queue.Enqueue(i, (nodes[i].Phase, i));
        }

        var sorted = new List<Operation>(operations.Count);
        var isSorted = new bool[open.Length];
        var stuck = new Queue<int>(Enumerable.Range(0, open.Length).OrderBy(i => nodes[i].Phase is OperationPhase.Routines ? 0 : 1).ThenBy(i => nodes[i].Phase).ThenBy(i => i));
        while (sorted.Count < operations.Count)
        {
            // Nothing can be next: some wait for each other, as a routine and a table that each speak of the other. What routines say
            // is looked at when they run, so they go first.
            if (!queue.TryDequeue(out var next, out _)) next = stuck.Dequeue();
            if (isSorted[next]) continue;
            isSorted[next] = true;
            sorted.Add(operations[next]);
            foreach (var waiter in waiting[next])
            {
                if (--open[waiter] == 0) queue.Enqueue(waiter, (nodes[waiter].Phase, waiter));
            }
        }

        return sorted.ToValueList();
    }
}
