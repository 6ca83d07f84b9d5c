using System.Collections.Immutable;
using Godwit.Planning;

namespace Godwit.Hosting;

/// <summary>How a database stands to the migrations that an application knows. The lists hold ids.</summary>
internal sealed record Assessment
{
    /// <summary>Not applied yet, or changed since where they are repeatable.</summary>
    internal required ImmutableArray<string> Pending { get; init; }

    /// <summary>A run is inside them, or was killed inside them.</summary>
    internal required ImmutableArray<string> Unfinished { get; init; }

    /// <summary>One of their steps failed.</summary>
    internal required ImmutableArray<string> Failed { get; init; }

    /// <summary>Applied, and edited afterwards; or applied, and gone from among those that the application knows.</summary>
    internal required ImmutableArray<string> Drifted { get; init; }

    /// <summary>
    /// Applied, and newer than all that the application knows: a newer version of it has been here. That is usual while instances are
    /// replaced one by one.
    /// </summary>
    internal required ImmutableArray<string> Ahead { get; init; }

    /// <summary>What is wrong with migrations that cannot be read.</summary>
    internal required ImmutableArray<GodwitException> Broken { get; init; }

    /// <summary>Whether there is nothing for a run to do or to stumble over.</summary>
    internal bool IsCurrent => IsComplete && Drifted.IsEmpty && Broken.IsEmpty;

    /// <summary>Whether all is applied, but not all of it is still what was applied.</summary>
    internal bool IsOnlyDrifted => IsComplete && !Drifted.IsEmpty && Broken.IsEmpty;

    /// <summary>Whether a run would put right all that is not in order.</summary>
    internal bool IsForARun => !IsComplete && Drifted.IsEmpty && Broken.IsEmpty;

    private bool IsComplete => Pending.IsEmpty && Unfinished.IsEmpty && Failed.IsEmpty;

    internal static Assessment Of(Survey survey)
    {
        var migrations = survey.Migrations;
        var newest = -1;
        for (var i = 0; i < migrations.Length; i++)
        {
            if (migrations[i].Source is not null && !migrations[i].Id.IsRepeatable) newest = i;
        }

        var missing = migrations.Select((migration, index) => (migration, index)).Where(one => one.migration.Standing is Standing.Missing).ToArray();
        // An application that knows no migration at all looks in the wrong place.
        var ahead = missing.Where(one => newest >= 0 && one.index > newest).Select(one => one.migration.Id.Text).ToImmutableArray();
        return new Assessment
        {
            Pending = Ids(survey, Standing.Pending, Standing.Changed),
            Unfinished = Ids(survey, Standing.Running),
            Failed = Ids(survey, Standing.Failed),
            Drifted = [.. Ids(survey, Standing.Edited, Standing.Missing).Except(ahead)],
            Ahead = ahead,
            Broken = [.. survey.Problems.Concat(migrations.Select(migration => migration.Problem).OfType<GodwitException>())],
        };
    }

    private static ImmutableArray<string> Ids(Survey survey, params Standing[] standings) =>
        [.. survey.Migrations.Where(migration => standings.Contains(migration.Standing)).Select(migration => migration.Id.Text)];
}
