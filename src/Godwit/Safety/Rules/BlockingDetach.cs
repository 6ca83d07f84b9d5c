using System.Collections.Immutable;
using Godwit.Facts;
using Godwit.Planning;

namespace Godwit.Safety.Rules;

/// <summary>A partition is detached without CONCURRENTLY.</summary>
internal sealed class BlockingDetach : Rule
{
    internal override string Id => "PG05";

    internal override Severity Severity => Severity.Error;

    internal override ImmutableArray<string> Products => Rules.Products.PostgreSql;

    internal override string Title => "a partition is detached without CONCURRENTLY";

    internal override string Reason => "It locks the whole partitioned table against readers and writers.";

    internal override string Remedy => "CONCURRENTLY waits beside the others.";

    internal override string Bad => "ALTER TABLE events DETACH PARTITION events_2020;";

    internal override IEnumerable<Breach> Judge(Fact fact, Ground ground) => fact is PartitionDetached { Concurrently: false } detached
        ? [new Breach($"Readers and writers of {detached.Parent} wait until {detached.Partition} is detached.", $"ALTER TABLE {detached.Parent} DETACH PARTITION {detached.Partition} CONCURRENTLY;")]
        : [];
}
