using System.Collections.Immutable;
using System.Globalization;
using Godwit.History;

namespace Godwit.Execution;

/// <summary>How far an earlier run came in a migration in C#, found by the hashes that it noted.</summary>
/// <param name="Hashes">The hash of each statement that is done, by its place; empty where none was noted for it.</param>
/// <param name="Done">The last statement that is done; null when none is.</param>
/// <param name="InDoubt">The statement that was begun, and of which nobody knows whether it took effect; null when there is none.</param>
internal sealed record Resumption(ImmutableArray<string> Hashes, StatementPlace? Done, StatementPlace? InDoubt)
{
    // No operation is said in as many statements as this.
    private const int MostInGroup = 200;

    /// <summary>The group of operations with which the run goes on: it may be done in part.</summary>
    internal int Group => Done?.Group ?? 0;

    /// <summary>The place that the journal tells of.</summary>
    /// <param name="journal">The journal's entries, in order.</param>
    /// <param name="groups">The hash of each group of operations over all before it.</param>
    /// <returns>The place; null when the operations that are done are not those of the migration any more.</returns>
    internal static Resumption? Find(ImmutableArray<JournalEntry> journal, ImmutableArray<string> groups)
    {
        var done = journal.Where(entry => entry.State is StepState.Done).ToArray();
        var running = journal.FirstOrDefault(entry => entry.State is StepState.Running);
        var inDoubt = running is null ? null : Place(running.Hash, groups);
        if (done.Length == 0) return new Resumption([], null, inDoubt);
        return Place(done[^1].Hash, groups) is { } last ? new Resumption(HashesOf(done, done[^1].Index + 1), last, inDoubt) : null;
    }

    /// <summary>The hash of a statement of a group.</summary>
    internal static string Key(string group, int statement) => StatementChain.Next(group, statement.ToString(CultureInfo.InvariantCulture));

    /// <summary>How many statements of a group are done.</summary>
    internal int DoneIn(int group) => Done is { } done && done.Group == group ? done.Statement + 1 : 0;

    private static StatementPlace? Place(string hash, ImmutableArray<string> groups)
    {
        for (var group = 0; group < groups.Length; group++)
        {
            for (var statement = 0; statement < MostInGroup; statement++)
            {
                if (Key(groups[group], statement) == hash) return new StatementPlace(group, statement);
            }
        }

        return null;
    }

    private static ImmutableArray<string> HashesOf(JournalEntry[] done, int count)
    {
        var hashes = new string[count];
        Array.Fill(hashes, "");
        foreach (var entry in done) hashes[entry.Index] = entry.Hash;
        return [.. hashes];
    }
}

/// <summary>A statement among those that groups of operations are said in.</summary>
/// <param name="Group">The group, counted from 0.</param>
/// <param name="Statement">The statement in it, counted from 0.</param>
internal sealed record StatementPlace(int Group, int Statement);
