using System.Collections.Immutable;
using Godwit.Facts;
using Godwit.Operations;
using Godwit.Planning;

namespace Godwit.Safety.Rules;

/// <summary>A partition is attached or made under a strong lock.</summary>
internal sealed class PartitionScanned : Rule
{
    internal override string Id => "PG24";

    internal override Severity Severity => Severity.Warning;

    internal override ImmutableArray<string> Products => Rules.Products.PostgreSql;

    internal override string Title => "a partition is attached or made under a strong lock";

    internal override string Reason => "ATTACH checks every row of the table unless a check proves where they belong; CREATE … PARTITION OF locks the partitioned table against readers.";

    internal override string Remedy => "Make the table LIKE the other, give it a check with the same bounds, then attach it.";

    internal override string Bad => "ALTER TABLE events ATTACH PARTITION events_2026 FOR VALUES FROM ('2026-01-01') TO ('2027-01-01');";

    internal override string Good => """
        CREATE TABLE events_2026 (LIKE events INCLUDING ALL);
        ALTER TABLE events ATTACH PARTITION events_2026 FOR VALUES FROM ('2026-01-01') TO ('2027-01-01');
        """;

    internal override IEnumerable<Breach> Judge(Fact fact, Ground ground) => fact switch
    {
        PartitionAttached attached when !ground.IsNew(attached.Partition) && !HasCheck(attached.Partition, ground) =>
            [new Breach($"Every row of {attached.Partition} is checked, while {attached.Parent} waits.", Beforehand(attached))],
        TableCreated { Parent: { } parent } created when !ground.IsNew(parent) =>
            [new Breach($"Readers and writers of {parent} wait until {created.Name} is made.", $"CREATE TABLE {created.Name} (LIKE {parent} INCLUDING ALL);\n-- then: ALTER TABLE {parent} ATTACH PARTITION {created.Name} FOR VALUES …")],
        _ => [],
    };

    private string Beforehand(PartitionAttached attached) => attached.Sql is { } sql
        ? $"CREATE TABLE {attached.Partition} (LIKE {attached.Parent} INCLUDING ALL);\n{sql};"
        : Proposals.Allowed(Id, $"{attached.Partition} is small", null);

    private static bool HasCheck(SqlName table, Ground ground) =>
        ground.Before.Any(fact => fact is ConstraintAdded { Constraint.Kind: ConstraintKind.Check } added && added.To == table)
        || ground.Known.Find(table)?.Constraints.Any(constraint => constraint.Kind is ConstraintKind.Check) == true;
}
