using Godwit.History;
using Godwit.Migrations;

namespace Godwit.Planning;

/// <summary>A migration with all that is known of it: its file, its row in the history, and how the two agree.</summary>
public sealed record MigrationStanding
{
    /// <summary>The migration's id.</summary>
    public required MigrationId Id { get; init; }

    /// <summary>How it stands.</summary>
    public required Standing Standing { get; init; }

    /// <summary>Its file; null when it is gone.</summary>
    public MigrationSource? Source { get; init; }

    /// <summary>Its row in the history; null when it has none.</summary>
    public AppliedMigration? Applied { get; init; }

    /// <summary>The checksum of its file; null when the file is gone or cannot be read.</summary>
    public Checksum? Checksum { get; init; }

    /// <summary>What it does, read when first asked for; null when its file is gone.</summary>
    /// <exception cref="GodwitException">The file cannot be read as a migration.</exception>
    public MigrationScript? Script => Reader?.Value;

    /// <summary>Reads what it does.</summary>
    internal Lazy<MigrationScript>? Reader { get; init; }

    /// <summary>Why its file cannot be read as a migration.</summary>
    public GodwitException? Problem { get; init; }

    /// <summary>The place of its file, for messages.</summary>
    public SourceLocation? Location => Source is null ? null : new SourceLocation(Source.Path, 1, 1);
}
