using System.Collections.Immutable;
using Godwit.Operations;
using Godwit.Planning;

namespace Godwit.Execution;

/// <summary>The words for what undoing a migration in C# will not do, said when it is applied.</summary>
internal static class UndoNotices
{
    internal static ImmutableArray<Finding> Of(MigrationStanding migration, Translation translation)
    {
        if (translation.Irreversible is { } obstacle)
        {
            return
            [
                new Finding(Severity.Warning, ErrorCode.MissingDown, $"{migration.Id} cannot be undone: nothing undoes {obstacle.Operation.Summary} by itself.",
                    obstacle.Advice, obstacle.Operation.Location ?? migration.Location),
            ];
        }

        return
        [
            .. translation.Losses.Select(operation => new Finding(Severity.Warning, ErrorCode.MissingDown,
                $"{migration.Id}: undoing {operation.Summary} will bring back the structure, not what was in it"
                + (IsRequired(operation) ? ", and only while the table is empty, because the column is required." : "."),
                "Keep a copy first if it may be wanted again, or write a Down.", operation.Location ?? migration.Location)),
        ];
    }

    private static bool IsRequired(Operation operation) =>
        operation is DropColumn { Old: { } table } dropped
        && table.Column(dropped.Column) is { IsNullable: false, Default: null, Identity: null, Generated: null };
}
