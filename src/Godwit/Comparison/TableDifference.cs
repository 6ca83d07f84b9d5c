using Godwit.Operations;
using Godwit.Schema;

namespace Godwit.Comparison;

/// <summary>What is different about a table that is on both sides.</summary>
internal sealed class TableDifference
{
    private readonly Table from;
    private readonly Table to;
    private readonly ColumnsDifference columns;
    private readonly ConstraintsDifference constraints;
    private readonly IndexesDifference indexes;

    internal TableDifference(Table from, Table to)
    {
        this.from = from;
        this.to = to;
        columns = new ColumnsDifference(from, to);
        var remade = columns.Remade.Select(pair => pair.To.Name).ToHashSet(StringComparer.Ordinal);
        constraints = new ConstraintsDifference(Without(from.Constraints), Without(to.Constraints), constraint => remade.Count > 0 && Mentions(constraint, remade));
        indexes = new IndexesDifference(from.Indexes, to.Indexes, index => remade.Any(index.Mentions));
        Disturbance = new Disturbance(columns.Disturbed, [.. constraints.Gone.Select(KeyColumns).Where(key => key.Count > 0)]);
    }

    /// <summary>What others that are built on the table have to make way for.</summary>
    internal Disturbance Disturbance { get; }

    /// <summary>What makes the table the other one, in order, each operation with its old side.</summary>
    /// <param name="disturbances">What becomes of other tables, by name.</param>
    /// <param name="remadeRoutines">The routines that are dropped and made again, for which triggers have to make way.</param>
    /// <param name="product">The database by name.</param>
    internal IEnumerable<Operation> Operations(IReadOnlyDictionary<ObjectName, Disturbance> disturbances, IReadOnlySet<string> remadeRoutines, string product)
    {
        var keys = new ConstraintsDifference(from.ForeignKeys, to.ForeignKeys, key => MustMakeWay((ForeignKey)key, disturbances));
        var triggers = new TriggersDifference(from.Triggers, to.Triggers, remadeRoutines);
        var before = new DatabaseSchema(product) { Tables = [from] };
        foreach (var operation in InOrder(keys, triggers))
        {
            var complete = operation.Complete(before);
            yield return complete;
            before = complete.ApplyTo(before);
        }
    }

    internal IEnumerable<UnsupportedChange> Unsupported() => TableOptionsDifference.Unsupported(from, to);

    // Generated columns go first and come last, as they may be computed from any other. Ordinary ones are added before others are
    // dropped: then there is a place where a person can copy values, and never a table without a column.
    private IEnumerable<Operation> InOrder(ConstraintsDifference keys, TriggersDifference triggers) =>
    [
        .. triggers.Drops(to.Name),
        .. Drops(keys),
        .. indexes.Drops(to.Name),
        .. Drops(constraints),
        .. Options(),
        .. columns.Gone.Where(IsGenerated).Select(Drop),
        .. columns.Remade.Select(pair => pair.From).Where(IsGenerated).Select(Drop),
        .. columns.Added.Where(column => !IsGenerated(column)).Select(Add),
        .. columns.Changes.Select(change => new AlterColumn(to.Name, change)),
        .. columns.Gone.Where(column => !IsGenerated(column)).Select(Drop),
        .. columns.Remade.Select(pair => pair.From).Where(column => !IsGenerated(column)).Select(Drop),
        .. columns.Added.Where(IsGenerated).Select(Add),
        .. columns.Remade.Select(pair => Add(pair.To)),
        .. Adds(constraints),
        .. indexes.Creates(to.Name),
        .. Adds(keys),
        .. triggers.Creates(to.Name),
    ];

    private static IEnumerable<Constraint> Without(IEnumerable<Constraint> all) => all.Where(constraint => constraint is not ForeignKey);

    private static bool IsGenerated(Column column) => column.Generated is not null;

    private static bool Mentions(Constraint constraint, HashSet<string> names) => constraint switch
    {
        PrimaryKey key => names.Overlaps(key.Columns),
        UniqueConstraint key => names.Overlaps(key.Columns) || names.Overlaps(key.Include),
        CheckConstraint check => names.Overlaps(MentionedNames.In(check.Predicate)),
        ExclusionConstraint exclusion => names.Overlaps(MentionedNames.In(exclusion.Elements.Select(element => element.Expression).Append(exclusion.Predicate ?? ""))),
        _ => false,
    };

    private static ValueList<string> KeyColumns(Constraint constraint) => constraint is PrimaryKey or UniqueConstraint ? ConstraintKinds.Columns(constraint) : [];

    private static bool MustMakeWay(ForeignKey key, Disturbance own, IReadOnlyDictionary<ObjectName, Disturbance> disturbances) =>
        own.Columns.Overlaps(key.Columns)
        || (disturbances.TryGetValue(key.ReferencedTable, out var other) && other.Reaches(key));

    private bool MustMakeWay(ForeignKey key, IReadOnlyDictionary<ObjectName, Disturbance> disturbances) => MustMakeWay(key, Disturbance, disturbances);

    private IEnumerable<Operation> Options()
    {
        if (TableOptionsDifference.Between(from, to) is { } options) yield return options;
        if (from.Comment != to.Comment) yield return new SetTableComment(to.Name, to.Comment);
    }

    private Operation Add(Column column) => new AddColumn(to.Name, column);

    private Operation Drop(Column column) => new DropColumn(to.Name, column.Name);

    private IEnumerable<Operation> Drops(ConstraintsDifference difference) => difference.Gone.Select(constraint => DropConstraint.Of(to.Name, constraint));

    private IEnumerable<Operation> Adds(ConstraintsDifference difference) =>
    [
        .. difference.Renamed.Select(names => new RenameIndex(to.Name, names.From, names.To)),
        .. difference.Added.Select(constraint => new AddConstraint(to.Name, constraint)),
        .. difference.Validated.Select(name => new ValidateConstraint(to.Name, name)),
    ];
}
