using System.Collections.Immutable;
using Godwit.Schema;

namespace Godwit.Operations;

/// <summary>Operations that are said together: the changes of one table that follow one another, or any other operation by itself.</summary>
/// <param name="Operations">The operations, in order; at least one.</param>
/// <param name="Table">The table that all of them change; null for an operation by itself.</param>
internal sealed record OperationGroup(ImmutableArray<Operation> Operations, ObjectName? Table)
{
    /// <summary>Cuts a list into groups, by what the operations are alone: the same list is always cut the same way.</summary>
    internal static ImmutableArray<OperationGroup> Cut(ImmutableArray<Operation> operations)
    {
        var groups = ImmutableArray.CreateBuilder<OperationGroup>();
        for (var first = 0; first < operations.Length;)
        {
            var table = Changed(operations[first]);
            var end = first + 1;
            while (table is not null && end < operations.Length && Changed(operations[end]) == table) end++;
            groups.Add(new OperationGroup(operations[first..end], table));
            first = end;
        }

        return groups.DrainToImmutable();
    }

    /// <summary>The table whose definition an operation speaks of; null for what is no table's.</summary>
    internal static ObjectName? TableOf(Operation operation) => operation switch
    {
        DropTable drop => drop.Table,
        RenameTable rename => rename.From,
        CreateTrigger create => create.Table,
        DropTrigger drop => drop.Table,
        Backfill backfill => backfill.Table,
        _ => Changed(operation),
    };

    private static ObjectName? Changed(Operation operation) => operation switch
    {
        AddColumn change => change.Table,
        DropColumn change => change.Table,
        AlterColumn change => change.Table,
        RenameColumn change => change.Table,
        AddConstraint change => change.Table,
        DropConstraint change => change.Table,
        ValidateConstraint change => change.Table,
        CreateIndex change => change.Table,
        DropIndex change => change.Table,
        RenameIndex change => change.Table,
        SetTableComment change => change.Table,
        SetTableOptions change => change.Table,
        _ => null,
    };
}
