using Godwit.Operations;
using Godwit.Schema;

namespace Godwit.Comparison;

/// <summary>What is different about the functions, procedures and aggregates.</summary>
internal sealed class RoutinesDifference
{
    private readonly List<Operation> operations = [];
    private readonly HashSet<string> remade = new(StringComparer.OrdinalIgnoreCase);

    internal RoutinesDifference(DatabaseSchema from, DatabaseSchema to)
    {
        var pairs = Pairing<Routine>.By(from.Routines, to.Routines, routine => (routine.Name, routine.Kind, routine.Arguments));
        foreach (var routine in pairs.Gone) operations.Add(Drop(routine));
        foreach (var routine in pairs.Added) operations.Add(Create(routine));
        foreach (var (before, after) in pairs.Both)
        {
            if (before.Definition == after.Definition) continue;
            if (Replaces(before, after))
            {
                operations.Add(Create(after) with { OrReplace = true, Old = new RoutineBefore(before) });
                continue;
            }

            operations.Add(Drop(before));
            operations.Add(Create(after));
            remade.Add(after.Name.Name);
        }
    }

    internal IReadOnlyList<Operation> Operations => operations;

    /// <summary>The names of those that are dropped and made again, for which triggers and views have to make way.</summary>
    internal IReadOnlySet<string> Remade => remade;

    // CREATE OR REPLACE keeps arguments' names and the result's type (PostgreSQL manual, CREATE FUNCTION): what stands before LANGUAGE.
    private static bool Replaces(Routine before, Routine after) =>
        after.Definition.AsSpan().TrimStart().StartsWith("CREATE OR REPLACE", StringComparison.OrdinalIgnoreCase)
        && Heading(before).Equals(Heading(after), StringComparison.Ordinal);

    private static ReadOnlySpan<char> Heading(Routine routine)
    {
        var end = routine.Definition.IndexOf("LANGUAGE", StringComparison.OrdinalIgnoreCase);
        return end < 0 ? [] : routine.Definition.AsSpan(0, end);
    }

    private static DropRoutine Drop(Routine routine) => new(routine.Name, routine.Kind) { Arguments = routine.Arguments, Old = routine };

    private static CreateRoutine Create(Routine routine) => new(routine.Name, routine.Kind, routine.Definition) { Arguments = routine.Arguments };
}
