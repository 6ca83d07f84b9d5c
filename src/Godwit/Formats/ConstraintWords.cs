using Godwit.Schema;

namespace Godwit.Formats;

/// <summary>Says constraints in words.</summary>
internal sealed class ConstraintWords : IConstraintVisitor<SchemaNode>
{
    public SchemaNode Visit(PrimaryKey constraint) => Node("primary key", constraint, Columns(constraint.Columns), When(constraint.Deferral));

    public SchemaNode Visit(UniqueConstraint constraint) => Node("unique", constraint, Columns(constraint.Columns),
        constraint.Include.Count == 0 ? "" : $"include {Columns(constraint.Include)}",
        constraint.NullsNotDistinct ? "nulls not distinct" : "",
        When(constraint.Deferral));

    public SchemaNode Visit(ForeignKey constraint) => Node("foreign key", constraint, $"{Columns(constraint.Columns)} → {constraint.ReferencedTable} {Columns(constraint.ReferencedColumns)}",
        Action("delete", constraint.OnDelete),
        Action("update", constraint.OnUpdate),
        When(constraint.Deferral),
        constraint.NotValid ? "not valid" : "");

    public SchemaNode Visit(CheckConstraint constraint) => Node("check", constraint, $"({constraint.Predicate})", constraint.NotValid ? "not valid" : "");

    public SchemaNode Visit(ExclusionConstraint constraint) => Node("exclusion", constraint,
        $"({string.Join(", ", constraint.Elements.Select(element => $"{element.Expression} with {element.Operator}"))})",
        constraint.Method is null ? "" : $"using {constraint.Method}",
        constraint.Predicate is null ? "" : $"where {constraint.Predicate}",
        When(constraint.Deferral));

    private static SchemaNode Node(string kind, Constraint constraint, params ReadOnlySpan<string?> facts) => new(kind, constraint.Name ?? "", SchemaTree.Facts(facts));

    private static string Columns(ValueList<string> columns) => $"({string.Join(", ", columns)})";

    private static string Action(string change, ReferentialAction action) => action switch
    {
        ReferentialAction.Restrict => $"on {change} restrict",
        ReferentialAction.Cascade => $"on {change} cascade",
        ReferentialAction.SetNull => $"on {change} set null",
        ReferentialAction.SetDefault => $"on {change} set default",
        _ => "",
    };

    private static string When(Deferral deferral) => deferral switch
    {
        Deferral.InitiallyDeferred => "deferred",
        Deferral.InitiallyImmediate => "deferrable",
        _ => "",
    };
}
