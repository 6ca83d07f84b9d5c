namespace Godwit.History;

/// <summary>A row of the history.</summary>
public sealed record AppliedMigration
{
    /// <summary>The generated key: rows are numbered in the order in which they were applied.</summary>
    public required long Sequence { get; init; }

    /// <summary>The migration's id.</summary>
    public required string Id { get; init; }

    /// <summary>The run that applied it, counted from 1.</summary>
    public required int Batch { get; init; }

    /// <summary>When it was applied, in UTC by the database's clock.</summary>
    public required DateTimeOffset ExecutedAt { get; init; }

    /// <summary>The checksum of what was applied: algorithm, colon, hash.</summary>
    public required string Checksum { get; init; }

    /// <summary>How far it has come.</summary>
    public required MigrationState State { get; init; }

    /// <summary>How long it took.</summary>
    public TimeSpan? Duration { get; init; }

    /// <summary>Who applied it: user, host.</summary>
    public string? AppliedBy { get; init; }

    /// <summary>The version of Godwit that applied it.</summary>
    public required string GodwitVersion { get; init; }

    /// <summary>Whether the history holds the SQL that undoes it.</summary>
    public required bool HasDownSql { get; init; }

    /// <summary>Whether the run that is or was inside it was undoing it.</summary>
    public bool IsBeingUndone { get; init; }
}
