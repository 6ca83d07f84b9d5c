using System.Globalization;
using Godwit.Schema;

namespace Godwit.PostgreSql;

/// <summary>Gives the constraints of a table the names that PostgreSQL would choose for those without one.</summary>
internal sealed class ConstraintNaming : IConstraintVisitor<string>
{
    private readonly Table table;
    private readonly HashSet<string> taken;

    private ConstraintNaming(Table table)
    {
        this.table = table;
        taken = [.. table.Constraints.Select(constraint => constraint.Name ?? "")];
    }

    internal static Table Named(Table table)
    {
        if (table.Constraints.All(constraint => constraint.Name is not null)) return table;
        var naming = new ConstraintNaming(table);
        // The order in which the server makes them: checks, keys, then references.
        var checks = table.Checks.Select(check => check with { Name = naming.NameOf(check) });
        return table with
        {
            Checks = checks,
            PrimaryKey = table.PrimaryKey is { } key ? key with { Name = naming.NameOf(key) } : null,
            Uniques = table.Uniques.Select(unique => unique with { Name = naming.NameOf(unique) }),
            Exclusions = table.Exclusions.Select(exclusion => exclusion with { Name = naming.NameOf(exclusion) }),
            ForeignKeys = table.ForeignKeys.Select(key => key with { Name = naming.NameOf(key) }),
        };
    }

    public string Visit(PrimaryKey constraint) => constraint.UsingIndex ?? Free(null, "pkey");

    public string Visit(UniqueConstraint constraint) => constraint.UsingIndex ?? Free(string.Join('_', constraint.Columns), "key");

    public string Visit(ForeignKey constraint) => Free(string.Join('_', constraint.Columns), "fkey");

    public string Visit(CheckConstraint constraint)
    {
        var columns = table.Columns.Where(column => ExpressionText.Mentions(constraint.Predicate, column.Name)).Take(2).ToArray();
        return Free(columns is [var only] ? only.Name : null, "check");
    }

    public string Visit(ExclusionConstraint constraint) =>
        Free(string.Join('_', constraint.Elements.Select(element => element.Expression.StartsWith('(') ? "expr" : element.Expression)), "excl");

    private string NameOf(Constraint constraint)
    {
        if (constraint.Name is { } name) return name;
        var chosen = constraint.Accept(this);
        taken.Add(chosen);
        return chosen;
    }

    private string Free(string? columns, string label)
    {
        var name = ChosenName.Of(table.Name.Name, columns, label);
        for (var number = 1; taken.Contains(name); number++)
            name = ChosenName.Of(table.Name.Name, columns, label + number.ToString(CultureInfo.InvariantCulture));
        return name;
    }
}
