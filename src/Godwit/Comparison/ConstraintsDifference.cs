using Godwit.Schema;

namespace Godwit.Comparison;

/// <summary>
/// What is different about the constraints of a table. Those of a name are compared by what they demand; those without one, on
/// either side, are found by it.
/// </summary>
internal sealed class ConstraintsDifference
{
    private readonly List<Constraint> gone = [];
    private readonly List<Constraint> added = [];
    private readonly List<(string From, string To)> renamed = [];
    private readonly List<string> validated = [];

    internal ConstraintsDifference(IEnumerable<Constraint> from, IEnumerable<Constraint> to, Predicate<Constraint> mustBeRemade)
    {
        var left = new LinkedList<Constraint>(from);
        var names = left.Select(constraint => constraint.Name).OfType<string>().ToHashSet(StringComparer.Ordinal);
        var open = new List<Constraint>();
        foreach (var wanted in to)
        {
            if (!Match(left, wanted, other => other.Name == wanted.Name && other.Name is not null, mustBeRemade)) open.Add(wanted);
        }

        foreach (var wanted in open)
        {
            if (!Match(left, wanted, other => wanted.Name is null || other.Name is null || wanted is PrimaryKey, mustBeRemade)
                && !Rename(left, wanted, names, mustBeRemade))
            {
                added.Add(wanted);
            }
        }

        gone.AddRange(left);
    }

    internal IReadOnlyList<Constraint> Gone => gone;

    internal IReadOnlyList<Constraint> Added => added;

    /// <summary>The unique constraints that have another name and are otherwise the same.</summary>
    internal IReadOnlyList<(string From, string To)> Renamed => renamed;

    /// <summary>The constraints that hold for new rows only and are to hold for all.</summary>
    internal IReadOnlyList<string> Validated => validated;

    internal bool IsEmpty => gone.Count == 0 && added.Count == 0 && renamed.Count == 0 && validated.Count == 0;

    private static LinkedListNode<Constraint>? Find(LinkedList<Constraint> left, Constraint wanted, Func<Constraint, bool> candidate, Predicate<Constraint> mustBeRemade)
    {
        var content = ConstraintContent.Of(wanted);
        for (var node = left.First; node is not null; node = node.Next)
        {
            if (candidate(node.Value) && ConstraintContent.Of(node.Value) == content && !mustBeRemade(node.Value)) return node;
        }

        return null;
    }

    private static bool IsNotValid(Constraint constraint) => constraint is ForeignKey { NotValid: true } or CheckConstraint { NotValid: true };

    private bool Match(LinkedList<Constraint> left, Constraint wanted, Func<Constraint, bool> candidate, Predicate<Constraint> mustBeRemade)
    {
        if (Find(left, wanted, candidate, mustBeRemade) is not { } found) return false;
        left.Remove(found);
        if (found.Value.Name is { } name && IsNotValid(found.Value) && !IsNotValid(wanted)) validated.Add(name);
        return true;
    }

    private bool Rename(LinkedList<Constraint> left, Constraint wanted, HashSet<string> taken, Predicate<Constraint> mustBeRemade)
    {
        if (wanted is not UniqueConstraint { Name: { } name } || taken.Contains(name)) return false;
        if (Find(left, wanted, _ => true, mustBeRemade) is not { Value.Name: { } before } found) return false;
        left.Remove(found);
        renamed.Add((before, name));
        return true;
    }
}
