using Godwit.Operations;
using Godwit.Schema;

namespace Godwit.Comparison;

/// <summary>Knows for each kind of operation what its order depends on.</summary>
internal sealed class OperationNodes : IOperationVisitor<OperationNode>
{
    internal static readonly OperationNodes Instance = new();

    private OperationNodes()
    {
    }

    public OperationNode Visit(CreateTable operation) => new(OperationPhase.Tables, operation.Table.Name)
    {
        Tables = operation.Table.ForeignKeys.Select(key => key.ReferencedTable).Concat(operation.Table.Options.PartitionOf is { } part ? [part.Parent] : []).Concat(operation.Table.Options.Inherits),
        Expressions = [.. operation.Table.Columns.SelectMany(Texts), .. operation.Table.Constraints.SelectMany(Texts), .. operation.Table.Indexes.SelectMany(Texts)],
    };

    public OperationNode Visit(DropTable operation) => new(OperationPhase.DropTables, operation.Table);

    public OperationNode Visit(RenameTable operation) => new(OperationPhase.Renames, null);

    public OperationNode Visit(SetTableComment operation) => new(OperationPhase.Columns, operation.Table);

    public OperationNode Visit(SetTableOptions operation) => new(OperationPhase.Columns, operation.Table);

    public OperationNode Visit(AddColumn operation) => new(OperationPhase.Columns, operation.Table) { Expressions = Texts(operation.Column) };

    public OperationNode Visit(DropColumn operation) => new(OperationPhase.Columns, operation.Table);

    public OperationNode Visit(AlterColumn operation) => new(OperationPhase.Columns, operation.Table) { Expressions = operation.New is { } column ? Texts(column) : [] };

    public OperationNode Visit(RenameColumn operation) => new(OperationPhase.Renames, null);

    public OperationNode Visit(AddConstraint operation) => operation.Constraint is ForeignKey key
        ? new(OperationPhase.ForeignKeys, operation.Table) { Tables = [key.ReferencedTable] }
        : new(OperationPhase.Constraints, operation.Table) { Expressions = Texts(operation.Constraint) };

    public OperationNode Visit(DropConstraint operation) =>
        new(operation.Kind is ConstraintKind.ForeignKey ? OperationPhase.DropForeignKeys : OperationPhase.DropConstraints, operation.Table);

    public OperationNode Visit(ValidateConstraint operation) => new(OperationPhase.ForeignKeys, operation.Table);

    public OperationNode Visit(CreateIndex operation) => new(OperationPhase.Indexes, operation.Table) { Expressions = Texts(operation.Index) };

    public OperationNode Visit(DropIndex operation) => new(OperationPhase.DropIndexes, operation.Table);

    public OperationNode Visit(RenameIndex operation) => new(OperationPhase.Indexes, operation.Table);

    public OperationNode Visit(CreateView operation) => new(OperationPhase.Views, operation.Name) { Query = operation.Whole?.Query ?? operation.Query.Any };

    public OperationNode Visit(DropView operation) => new(OperationPhase.DropViews, operation.Name) { Query = operation.Old?.Query };

    public OperationNode Visit(RefreshView operation) => new(OperationPhase.Rows, operation.Name);

    public OperationNode Visit(CreateSequence operation) => new(OperationPhase.Types, operation.Sequence.Name);

    public OperationNode Visit(AlterSequence operation) => operation.Change.OwnedBy is { } owner
        ? new(OperationPhase.SequenceOwners, operation.Change.Name) { Tables = [owner.Table] }
        : new(OperationPhase.Types, operation.Change.Name);

    public OperationNode Visit(DropSequence operation) => new(OperationPhase.DropSequences, operation.Name);

    public OperationNode Visit(CreateEnum operation) => new(OperationPhase.Types, operation.Type.Name);

    public OperationNode Visit(DropEnum operation) => new(OperationPhase.DropTypes, operation.Name);

    public OperationNode Visit(AddEnumValue operation) => new(OperationPhase.Types, operation.Type);

    public OperationNode Visit(RenameEnumValue operation) => new(OperationPhase.Renames, null);

    public OperationNode Visit(CreateTrigger operation) => new(OperationPhase.Triggers, operation.Table) { Query = operation.Definition.Any };

    public OperationNode Visit(DropTrigger operation) => new(OperationPhase.DropTriggers, operation.Table);

    public OperationNode Visit(CreateRoutine operation) => new(OperationPhase.Routines, operation.Name) { Query = operation.Definition.Any };

    public OperationNode Visit(DropRoutine operation) => new(OperationPhase.DropRoutines, operation.Name);

    public OperationNode Visit(CreateSchema operation) => new(OperationPhase.Namespaces, null);

    public OperationNode Visit(DropSchema operation) => new(OperationPhase.DropNamespaces, null);

    public OperationNode Visit(CreateExtension operation) => new(OperationPhase.Namespaces, null);

    public OperationNode Visit(DropExtension operation) => new(OperationPhase.DropNamespaces, null);

    public OperationNode Visit(InsertRows operation) => new(OperationPhase.Rows, operation.Table);

    public OperationNode Visit(UpdateRows operation) => new(OperationPhase.Rows, operation.Table);

    public OperationNode Visit(DeleteRows operation) => new(OperationPhase.Rows, operation.Table);

    public OperationNode Visit(Backfill operation) => new(OperationPhase.Rows, operation.Table);

    public OperationNode Visit(RunSql operation) => operation.Makes switch
    {
        null => new(OperationPhase.Rows, null),
        { Place: NativePlace.BeforeTables } made => new(OperationPhase.Types, made.Name) { Query = made.Definition },
        var made => new(OperationPhase.Rows, null) { Query = made.Definition },
    };

    public OperationNode Visit(RunCode operation) => new(OperationPhase.Rows, null);

    public OperationNode Visit(SetForeignKeyChecks operation) => new(OperationPhase.Rows, null);

    private static IEnumerable<string> Texts(Column column)
    {
        if (column.Type is ColumnType.Native native) yield return native.Sql;
        if (column.Type is ColumnType.NativeEnum type) yield return type.Name.Name;
        if (column.Default is DefaultValue.Expression expression) yield return expression.Sql;
        if (column.Generated is { } generated) yield return generated.Sql;
    }

    private static IEnumerable<string> Texts(Constraint constraint) => constraint switch
    {
        CheckConstraint check => [check.Predicate],
        ExclusionConstraint exclusion => [.. exclusion.Elements.Select(element => element.Expression), exclusion.Predicate ?? ""],
        _ => [],
    };

    private static IEnumerable<string> Texts(TableIndex index) =>
        index.Parts.Where(part => part.Kind is IndexPartKind.Expression).Select(part => part.Expression).Append(index.Predicate ?? "");
}
