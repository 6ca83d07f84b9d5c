using Godwit.Operations;
using Godwit.Schema;

namespace Godwit.Writing;

/// <summary>What a person should think of before an operation runs on a table with rows.</summary>
internal static class DataLoss
{
    /// <summary>The sentence that stands above the operation; null when there is nothing to think of.</summary>
    internal static string? Warning(Operation operation) => operation switch
    {
        DropTable drop => $"The rows of {drop.Table} are lost.",
        DropColumn { Old: { } old } drop when old.Column(drop.Column)?.Generated is not null => null,
        DropColumn drop => $"The values of {drop.Column} are lost.",
        DropSequence drop => $"How far {drop.Name} has counted is lost.",
        AddColumn { Column: { IsNullable: false, Default: null, Identity: null, Generated: null } column } add =>
            $"This fails while {add.Table} has rows: give {column.Name} a default, or fill it before it may not be NULL.",
        AlterColumn alter => Warning(alter),
        _ => null,
    };

    private static string? Warning(AlterColumn alter)
    {
        var type = alter.Change.Type is { } after && !Widens(alter.Old?.Type, after)
            ? $"Not every value of {alter.Change.Column} may fit its new type{(alter.Old is { } old ? $"; it was {Words(old.Type)}" : "")}."
            : null;
        var required = alter.Change.IsNullable is false ? $"This fails while {alter.Change.Column} is NULL in a row of {alter.Table}." : null;
        return type is not null && required is not null ? $"{type} {required}" : type ?? required;
    }

    private static bool Widens(ColumnType? before, ColumnType after) => (before, after) switch
    {
        (ColumnType.Integer small, ColumnType.Integer large) => small.Unsigned == large.Unsigned && small.Size <= large.Size,
        (ColumnType.String small, ColumnType.String large) => small.Length <= large.Length,
        (ColumnType.String or ColumnType.Char, ColumnType.Text { Size: not TextSize.Tiny }) => true,
        (ColumnType.Decimal small, ColumnType.Decimal large) => small.Places <= large.Places && small.Total - small.Places <= large.Total - large.Places,
        _ => false,
    };

    private static string Words(ColumnType type) => type is ColumnType.Native native ? native.Sql : type.ToString();
}
