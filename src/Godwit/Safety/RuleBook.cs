using System.Collections.Immutable;
using Godwit.Safety.Rules;

namespace Godwit.Safety;

/// <summary>All rules, in the order of their ids. A rule that is added is one more line here.</summary>
internal static class RuleBook
{
    internal static readonly ImmutableArray<Rule> All =
    [
        new DroppedTable(),
        new DroppedColumn(),
        new TruncatedTable(),
        new RecreatedTable(),
        new LossyChange(),
        new GuardedRebuild(),
        new RenamedTable(),
        new RenamedColumn(),
        new RenamedType(),
        new AllowedNull(),
        new DroppedConstraint(),
        new RequiredColumn(),
        new ChangedDefault(),
        new UnplacedEnumValue(),
        new EnumValueUsedAtOnce(),
        new UnchangeableType(),
        new UniqueIndexOnRows(),
        new ForbiddenNullOnRows(),
        new BlockingIndex(),
        new BlockingIndexDrop(),
        new BlockingReindex(),
        new ConcurrentlyInTransaction(),
        new BlockingDetach(),
        new BlockingRewrite(),
        new ForeignKeyValidAtOnce(),
        new CheckValidAtOnce(),
        new ValidatedInTheSameTransaction(),
        new UniqueBuiltAtOnce(),
        new PrimaryKeyBuiltAtOnce(),
        new ExclusionAdded(),
        new NotNullScanned(),
        new VolatileDefault(),
        new NumberedColumn(),
        new ConstrainedDomain(),
        new RewritingType(),
        new InlineConstraint(),
        new MovedStorage(),
        new SeveralTablesLocked(),
        new ReferencingTableDropped(),
        new NoLockTimeout(),
        new UnindexedForeignKey(),
        new PartitionScanned(),
        new InvalidIndexKept(),
        new GuardOnHotTable(),
        new SeparateAlters(),
        new AgeingType(),
        new CopiedTable(),
        new ReorderedEnum(),
        new StatedCopy(),
        new RebuiltInPlace(),
        new PlacedColumn(),
        new IgnoredReference(),
        new MixedStatements(),
        new UncheckedForeignKey(),
        new SeveralTablesDropped(),
        new RefusedColumn(),
        new RefusedDrop(),
        new RebuiltTable(),
        new TransactionInside(),
        new UnbatchedBackfill(),
        new LongName(),
        new OpaqueStatement(),
    ];

    /// <summary>The rule of an id; null when there is none.</summary>
    internal static Rule? Find(string id) => All.FirstOrDefault(rule => rule.Id.Equals(id, StringComparison.OrdinalIgnoreCase));
}
