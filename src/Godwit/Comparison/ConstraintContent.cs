using Godwit.Schema;

namespace Godwit.Comparison;

/// <summary>What a constraint demands, without its name and how it came about.</summary>
internal sealed class ConstraintContent : IConstraintVisitor<Constraint>
{
    private static readonly ConstraintContent Instance = new();

    private ConstraintContent()
    {
    }

    internal static Constraint Of(Constraint constraint) => constraint.Accept(Instance);

    public Constraint Visit(PrimaryKey constraint) => constraint with { Name = null, UsingIndex = null };

    public Constraint Visit(UniqueConstraint constraint) => constraint with { Name = null, UsingIndex = null };

    public Constraint Visit(ForeignKey constraint) => constraint with { Name = null, NotValid = false };

    public Constraint Visit(CheckConstraint constraint) => constraint with { Name = null, NotValid = false };

    public Constraint Visit(ExclusionConstraint constraint) => constraint with { Name = null };
}
