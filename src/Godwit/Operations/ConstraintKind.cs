using Godwit.Schema;

namespace Godwit.Operations;

/// <summary>What kind of constraint is meant.</summary>
public enum ConstraintKind
{
    /// <summary>A primary key.</summary>
    PrimaryKey,

    /// <summary>A unique constraint.</summary>
    Unique,

    /// <summary>A foreign key.</summary>
    ForeignKey,

    /// <summary>A check.</summary>
    Check,

    /// <summary>An exclusion constraint.</summary>
    Exclusion,
}

/// <summary>What can be said of a constraint by its kind.</summary>
internal static class ConstraintKinds
{
    internal static ConstraintKind Of(Constraint constraint) => constraint.Accept(KindVisitor.Instance);

    internal static ValueList<string> Columns(Constraint constraint) => constraint.Accept(ColumnsVisitor.Instance);

    internal static string Noun(Constraint constraint) => Noun(Of(constraint));

    internal static string Noun(ConstraintKind kind) => kind switch
    {
        ConstraintKind.PrimaryKey => "primary key",
        ConstraintKind.Unique => "unique constraint",
        ConstraintKind.ForeignKey => "foreign key",
        ConstraintKind.Check => "check",
        _ => "exclusion constraint",
    };

    private sealed class KindVisitor : IConstraintVisitor<ConstraintKind>
    {
        internal static readonly KindVisitor Instance = new();

        public ConstraintKind Visit(PrimaryKey constraint) => ConstraintKind.PrimaryKey;

        public ConstraintKind Visit(UniqueConstraint constraint) => ConstraintKind.Unique;

        public ConstraintKind Visit(ForeignKey constraint) => ConstraintKind.ForeignKey;

        public ConstraintKind Visit(CheckConstraint constraint) => ConstraintKind.Check;

        public ConstraintKind Visit(ExclusionConstraint constraint) => ConstraintKind.Exclusion;
    }

    private sealed class ColumnsVisitor : IConstraintVisitor<ValueList<string>>
    {
        internal static readonly ColumnsVisitor Instance = new();

        public ValueList<string> Visit(PrimaryKey constraint) => constraint.Columns;

        public ValueList<string> Visit(UniqueConstraint constraint) => constraint.Columns;

        public ValueList<string> Visit(ForeignKey constraint) => constraint.Columns;

        public ValueList<string> Visit(CheckConstraint constraint) => [];

        public ValueList<string> Visit(ExclusionConstraint constraint) => [];
    }
}
