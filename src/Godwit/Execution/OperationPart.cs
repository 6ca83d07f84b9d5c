using System.Collections.Immutable;
using Godwit.Operations;

namespace Godwit.Execution;

/// <summary>Operations of a group with which an earlier run came equally far: they are said together.</summary>
/// <param name="Group">The group.</param>
/// <param name="From">How far the group is done before them.</param>
/// <param name="To">How far it is done after them.</param>
/// <param name="InDoubt">How far it is done if the statement that an earlier run was cut off in took effect; null when none of theirs was.</param>
internal sealed record OperationPart(OperationGroup Group, OperationPlace From, OperationPlace To, OperationPlace? InDoubt)
{
    /// <summary>The operations, also one that is done in part.</summary>
    internal ImmutableArray<Operation> Operations => Group.Operations[From.Operations..To.Operations];

    /// <summary>Whether the schema may hold some of what they make.</summary>
    internal bool IsBegun => InDoubt is not null || From.Statements > 0;

    /// <summary>
    /// Whether they were one statement which took effect as a whole or not at all, so that the schema tells which. A concurrent build of an index
    /// may have left an invalid one, and of anything but changes of a table the schema need not tell: there the statement itself is asked for.
    /// </summary>
    internal bool IsOneStatement => InDoubt == To && From.Statements == 0 && Group.Table is not null && !Operations.Any(IsConcurrent);

    /// <summary>The parts of a group that are left to do.</summary>
    /// <param name="group">The group.</param>
    /// <param name="number">Its number.</param>
    /// <param name="resumption">How far an earlier run came; null when none did.</param>
    internal static ImmutableArray<OperationPart> Of(OperationGroup group, int number, Resumption? resumption)
    {
        var end = new OperationPlace(number, group.Operations.Length, 0);
        var rest = new OperationPart(group, resumption?.DoneIn(number) ?? new OperationPlace(number, 0, 0), end, resumption?.InDoubtIn(number));
        if (rest.InDoubt is not { Statements: 0 } cut) return [rest];
        var cutOff = rest with { To = cut };
        return cutOff.IsOneStatement ? [cutOff, new OperationPart(group, cut, end, InDoubt: null)] : [rest];
    }

    /// <summary>Whether an operation says how something is to be, so that it can be done whether it was done before or not.</summary>
    internal static bool CanBeRepeated(Operation operation) =>
        operation is AlterColumn or SetTableComment or SetTableOptions or ValidateConstraint
            or AddColumn { IfNotExists: true } or DropColumn { IfExists: true } or CreateIndex { IfNotExists: true } or DropIndex { IfExists: true };

    private static bool IsConcurrent(Operation operation) => operation is CreateIndex { Concurrently: true } or DropIndex { Concurrently: true } or AddConstraint { Concurrently: true };
}
