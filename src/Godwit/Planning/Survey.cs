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
    private RevisionGraph? graph;

    /// <summary>Which migration builds on which. What a file says that cannot be read does not count.</summary>
    /// <exception cref="GodwitException">A migration names one that does not exist or several, or they build on one another in a circle.</exception>
    public RevisionGraph Graph => graph ??= RevisionGraph.Of(
        [.. Migrations.Where(migration => !migration.Id.IsRepeatable && !migration.Id.Version.IsEmpty).OrderBy(migration => migration.Id).Select(Node)]);

    /// <summary>The migrations that are not applied and meant for this environment.</summary>
    public IEnumerable<MigrationStanding> Pending => Migrations.Where(migration => migration.Standing is Standing.Pending);

    /// <summary>The migrations with a row in the history, in the order of application.</summary>
    public IEnumerable<MigrationStanding> Applied => Migrations.Where(migration => migration.Applied is not null).OrderBy(migration => migration.Applied!.Sequence);

    /// <summary>The migration that a revision names; null is the place before all of them.</summary>
    /// <param name="revision">
    /// An id, a part of one, a version, a name, <c>head</c>, <c>base</c>, steps from one of these, or <c>tag:NAME</c> for the last one with a tag.
    /// </param>
    /// <exception cref="GodwitException">It names no migration, or several.</exception>
    public MigrationId? Resolve(string revision) => Waypoint.Read(revision) switch
    {
        null => Resolver.Resolve(revision, Current?.Id),
        Waypoint.Tagged(var tag) => Tagged(tag),
        _ => throw new GodwitException(ErrorCode.UnknownRevision, $"'{revision}' is a moment and names no migration.", "Batches and dates are for upgrade and downgrade of a database. Here, name a migration or a tag."),
    };

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

    private RevisionResolver Resolver => new(Migrations.Select(migration => migration.Id), () => Graph);

    private MigrationId Tagged(string tag)
    {
        var tagged = Graph.Order.LastOrDefault(id => Find(id) is { } migration && Tags(migration).Contains(tag, StringComparer.OrdinalIgnoreCase));
        if (tagged is not null) return tagged;
        var known = Migrations.SelectMany(migration => Tags(migration)).Distinct(StringComparer.OrdinalIgnoreCase).ToArray();
        var nearest = Suggestion.Nearest(tag, known);
        throw new GodwitException(ErrorCode.UnknownRevision, $"No migration has the tag '{tag}'.",
            nearest is not null ? $"Did you mean tag:{nearest}?"
            : known.Length == 0 ? "A migration gets one by the line -- tags: NAME, or [Tag(\"NAME\")] in C#."
            : $"There are {string.Join(", ", known.Take(10))}.");
    }

    private static ImmutableArray<string> Tags(MigrationStanding migration) => Readable(migration)?.Tags ?? [];

    private static RevisionNode Node(MigrationStanding migration) =>
        Readable(migration) is { } script ? new RevisionNode(migration.Id, script.Parents, script.DependsOn) : new RevisionNode(migration.Id, null, []);

    // What is wrong with a file is said by those who want to run it.
    private static MigrationScript? Readable(MigrationStanding migration)
    {
        if (migration.Problem is not null) return null;
        try
        {
            return migration.Script;
        }
        catch (GodwitException)
        {
            return null;
        }
    }

    /// <summary>The migration with an id; null when there is none.</summary>
    public MigrationStanding? Find(MigrationId id)
    {
        foreach (var migration in Migrations)
        {
            if (migration.Id.Equals(id)) return migration;
        }

        return null;
    }

    /// <summary>The newest applied migration in the one order; null when none is applied.</summary>
    public MigrationStanding? Current => Migrations.LastOrDefault(migration => migration.Applied is not null && !migration.Id.IsRepeatable);
}
