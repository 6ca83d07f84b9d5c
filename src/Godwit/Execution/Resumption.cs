using System.Collections.Immutable;
using System.Globalization;
using Godwit.History;

namespace Godwit.Execution;

/// <summary>How far an earlier run came in a migration in C#, found by what it noted.</summary>
/// <param name="Hashes">What was noted of each statement that is done, by its place; empty where nothing was noted for it.</param>
/// <param name="Done">How far the operations are done; null when none of their statements is.</param>
/// <param name="InDoubt">How far they are if the statement that was begun took effect, which nobody knows; null when there is none.</param>
internal sealed record Resumption(ImmutableArray<string> Hashes, OperationPlace? Done, OperationPlace? InDoubt)
{
    /// <summary>The group of operations with which the run goes on. A later one is not begun before this one is done.</summary>
    internal int Group => (InDoubt ?? Done)?.Group ?? 0;

    /// <summary>The place that the journal tells of.</summary>
    /// <param name="journal">The journal's entries, in order.</param>
    /// <param name="groups">The hash of each group of operations over all before it.</param>
    /// <returns>The place; null when the operations that are done are not those of the migration any more.</returns>
    internal static Resumption? Find(ImmutableArray<JournalEntry> journal, ImmutableArray<string> groups)
    {
        var done = journal.Where(entry => entry.State is StepState.Done).ToArray();
        var running = journal.FirstOrDefault(entry => entry.State is StepState.Running);
        var inDoubt = running is null ? null : OperationPlace.Parse(running.Hash, groups);
        if (done.Length == 0) return new Resumption([], null, inDoubt);
        return OperationPlace.Parse(done[^1].Hash, groups) is { } last ? new Resumption(HashesOf(done, done[^1].Index + 1), last, inDoubt) : null;
    }

    /// <summary>How far a group is done.</summary>
    internal OperationPlace DoneIn(int group) => Done is { } done && done.Group == group ? done : new OperationPlace(group, 0, 0);

    /// <summary>How far a group is if the statement in doubt took effect; null where that is not one of its statements.</summary>
    internal OperationPlace? InDoubtIn(int group) => InDoubt is { } place && place.Group == group ? place : null;

    private static ImmutableArray<string> HashesOf(JournalEntry[] done, int count)
    {
        var hashes = new string[count];
        Array.Fill(hashes, "");
        foreach (var entry in done) hashes[entry.Index] = entry.Hash;
        return [.. hashes];
    }
}

/// <summary>
/// How far operations are done after a statement. Counted in operations, not in statements: those that are still to be done are said anew from the
/// schema as it then is, and what was done must be neither said again nor left out.
/// </summary>
/// <param name="Group">The group of operations, counted from 0.</param>
/// <param name="Operations">How many operations of the group are done.</param>
/// <param name="Statements">How many statements of the operation after them are done.</param>
internal sealed record OperationPlace(int Group, int Operations, int Statements)
{
    private const char Separator = '.';

    /// <summary>What the journal knows the statement by.</summary>
    internal string Key(ImmutableArray<string> groups) => string.Create(CultureInfo.InvariantCulture, $"{groups[Group]}{Separator}{Operations}{Separator}{Statements}");

    /// <summary>The place that a key names; null when it is none of these groups'.</summary>
    internal static OperationPlace? Parse(string key, ImmutableArray<string> groups) =>
        key.Split(Separator) is [var hash, var operations, var statements] && groups.IndexOf(hash) is >= 0 and var group
            ? new OperationPlace(group, Number(operations), Number(statements))
            : null;

    private static int Number(string digits) => int.Parse(digits, CultureInfo.InvariantCulture);
}
