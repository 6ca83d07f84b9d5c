using System.Collections.Immutable;
using Godwit.History;
using Godwit.Migrations;

namespace Godwit.Planning;

/// <summary>All migrations of a project beside all rows of the history, in the one order. What every verb starts from.</summary>
/// <param name="Migrations">Those with files in their order, those whose files are gone among them.</param>
/// <param name="History">The history.</param>
/// <param name="Problems">What is wrong with files that are no migrations at all.</param>
public sealed record Survey(ImmutableArray<MigrationStanding> Migrations, HistorySnapshot History, ImmutableArray<GodwitException> Problems)
{
    /// <summary>The migrations that are not applied and meant for this environment.</summary>
    public IEnumerable<MigrationStanding> Pending => Migrations.Where(migration => migration.Standing is Standing.Pending);

    /// <summary>The migrations with a row in the history, in the order of application.</summary>
    public IEnumerable<MigrationStanding> Applied => Migrations.Where(migration => migration.Applied is not null).OrderBy(migration => migration.Applied!.Sequence);

    /// <summary>The migration that a revision names; null is the place before all of them.</summary>
    /// <param name="revision">An id, a part of one, a version, a name, <c>head</c>, <c>base</c>, or steps from one of these.</param>
    /// <exception cref="GodwitException">It names no migration, or several.</exception>
    public MigrationId? Resolve(string revision) => new RevisionResolver(Migrations.Select(migration => migration.Id)).Resolve(revision, Current?.Id);

    /// <summary>Throws the first thing that is wrong with the files, if there is one.</summary>
    /// <exception cref="GodwitException">A file is not a migration that could be applied.</exception>
    public void ThrowIfUnreadable()
    {
        if (!Problems.IsEmpty) throw Problems[0];
        foreach (var migration in Migrations)
        {
            if (migration.Problem is { } problem) throw problem;
        }
    }

    /// <summary>The newest applied migration in the one order; null when none is applied.</summary>
    public MigrationStanding? Current => Migrations.LastOrDefault(migration => migration.Applied is not null && !migration.Id.IsRepeatable);
}
