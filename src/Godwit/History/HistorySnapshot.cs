using System.Collections.Immutable;

namespace Godwit.History;

/// <summary>The history as it was read at one moment.</summary>
/// <param name="Installed">Whether the history table exists.</param>
/// <param name="Applied">Its rows in the order of application.</param>
public sealed record HistorySnapshot(bool Installed, ImmutableArray<AppliedMigration> Applied)
{
    /// <summary>A database that has no history yet.</summary>
    public static HistorySnapshot Empty { get; } = new(Installed: false, []);

    /// <summary>The number of the last run that applied something; 0 when none has.</summary>
    public int LastBatch
    {
        get
        {
            var last = 0;
            foreach (var row in Applied) last = Math.Max(last, row.Batch);
            return last;
        }
    }

    /// <summary>The row of a migration, or null when it is not in the history.</summary>
    public AppliedMigration? Find(string id)
    {
        foreach (var row in Applied)
        {
            if (row.Id == id) return row;
        }

        return null;
    }
}
