using System.Collections.Immutable;
using Godwit.Comparison;

namespace Godwit.Drift;

/// <summary>Whether a project's models, migrations and database agree.</summary>
/// <param name="Comparisons">What was compared with what, and what came of it.</param>
/// <param name="Pending">The ids of migrations that are not applied.</param>
public sealed record DriftReport(ImmutableArray<DriftComparison> Comparisons, ImmutableArray<string> Pending)
{
    /// <summary>Whether all agree.</summary>
    public bool IsClean => Pending.IsEmpty && Comparisons.All(comparison => comparison.Difference.IsEmpty);
}

/// <summary>Two of a project's places that say its schema, compared.</summary>
/// <param name="Actual">The one that is compared.</param>
/// <param name="Expected">The one that it should be like.</param>
/// <param name="Difference">What makes the first the second.</param>
/// <param name="Undecided">Sentences about what could not be compared.</param>
public sealed record DriftComparison(DriftSide Actual, DriftSide Expected, SchemaDifference Difference, ImmutableArray<string> Undecided)
{
    /// <summary>What the models have that is not compared: kind and name, as <c>view recent_posts</c>.</summary>
    public ImmutableArray<string> Unread { get; init; } = [];
}

/// <summary>A place that says a schema.</summary>
public enum DriftSide
{
    /// <summary>The database.</summary>
    Database,

    /// <summary>The migrations.</summary>
    Migrations,

    /// <summary>The models.</summary>
    Models,
}
