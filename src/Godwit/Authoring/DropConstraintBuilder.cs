using Godwit.Operations;
using Godwit.Schema;

namespace Godwit;

/// <summary>A constraint that is dropped.</summary>
public sealed class DropConstraintBuilder : IDraft
{
    private readonly TableCall call;
    private DropConstraint operation;

    private DropConstraintBuilder(TableCall call, ConstraintKind kind, string? name, ValueList<string> columns)
    {
        this.call = call;
        operation = new DropConstraint(call.Table, kind, name, columns) { Location = call.Location };
    }

    /// <summary>It may be missing: <c>DROP CONSTRAINT IF EXISTS</c>.</summary>
    public DropConstraintBuilder IfExists()
    {
        call.RequireOpen();
        operation = operation with { IfExists = true };
        return this;
    }

    internal static DropConstraintBuilder PrimaryKey(TableCall call) => new(call, ConstraintKind.PrimaryKey, null, []);

    internal static DropConstraintBuilder Named(TableCall call, ConstraintKind kind, string name) =>
        new(call, kind, call.Require(name, $"The name of the {ConstraintKinds.Noun(kind)} to be dropped"), []);

    // Both are given: a constraint that has another name than the conventional one, or none as on SQLite, is found by its columns.
    internal static DropConstraintBuilder Over(TableCall call, ConstraintKind kind, IEnumerable<string> columns)
    {
        var list = call.RequireColumns(columns, $"The {ConstraintKinds.Noun(kind)} to be dropped");
        return new DropConstraintBuilder(
            call, kind, ConventionalName.Of(call.Table, list, kind is ConstraintKind.Unique ? ConventionalName.Unique : ConventionalName.Foreign), list);
    }

    IEnumerable<Operation> IDraft.Freeze() => [operation];
}
