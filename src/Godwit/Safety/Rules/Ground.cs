using Godwit.Facts;
using Godwit.Operations;

namespace Godwit.Safety.Rules;

/// <summary>What a rule can know beside the fact that it judges.</summary>
/// <param name="Product">The database by name.</param>
/// <param name="Migration">The migration.</param>
/// <param name="Place">The place of the fact in the migration.</param>
/// <param name="Known">The tables as they are just before the fact, as far as migrations tell.</param>
/// <param name="NewTables">The tables that the same run has created so far.</param>
internal sealed record Ground(string Product, MigrationFacts Migration, int Place, KnownTables Known, IReadOnlySet<SqlName> NewTables)
{
    /// <summary>What the migration did before.</summary>
    internal IEnumerable<Fact> Before => Migration.Facts.Take(Place);

    /// <summary>What the migration does afterwards.</summary>
    internal IEnumerable<Fact> After => Migration.Facts.Skip(Place + 1);

    /// <summary>The statements of a migration in SQL, but not those that begin or end a transaction.</summary>
    internal IEnumerable<string> Statements
    {
        get
        {
            string? last = null;
            foreach (var fact in Migration.Facts)
            {
                // the parts of one statement have its text in common
                if (fact.Sql is { } sql && !ReferenceEquals(sql, last) && fact is not TransactionControlled) yield return sql;
                last = fact.Sql;
            }
        }
    }

    /// <summary>Whether the same run has created a table: it is empty, and nobody uses it yet.</summary>
    internal bool IsNew(SqlName table) => NewTables.Contains(table);

    /// <summary>Whether the same migration has added a column: no released program uses it.</summary>
    internal bool IsNewColumn(SqlName table, SqlName column) => Before.Any(fact => fact is ColumnAdded added && added.To == table && added.Column.Name == column);

    /// <summary>Whether the same migration has added a constraint.</summary>
    internal bool IsNewConstraint(SqlName table, SqlName? name) =>
        name is not null && Before.Any(fact => fact is ConstraintAdded added && added.To == table && added.Constraint.Name == name);

    /// <summary>Whether a check that is valid says that a column is not NULL, so that nothing has to be looked at again.</summary>
    internal bool IsCheckedNotNull(SqlName table, SqlName column)
    {
        foreach (var fact in Before.OfType<ConstraintAdded>().Where(added => added.To == table && IsNotNullCheck(added.Constraint, column)))
        {
            if (!fact.Constraint.IsNotValid || Before.Any(later => later is ConstraintValidated valid && valid.Of == table && valid.Name == fact.Constraint.Name)) return true;
        }

        return Known.Find(table)?.Constraints.Any(constraint => !constraint.IsNotValid && IsNotNullCheck(constraint, column)) == true;
    }

    /// <summary>Whether a setting has one of some values by what the migration did before.</summary>
    internal bool IsSet(string setting, params string[] values) =>
        Before.OfType<SettingChanged>().LastOrDefault(changed => changed.Name == setting) is { } last
        && values.Contains(last.Value.Trim('\'', '"'), StringComparer.OrdinalIgnoreCase);

    private static bool IsNotNullCheck(ConstraintShape constraint, SqlName column) =>
        constraint.Kind is ConstraintKind.Check
        && constraint.Body.Contains("IS NOT NULL", StringComparison.OrdinalIgnoreCase)
        && constraint.Body.Contains(column.Bare, StringComparison.OrdinalIgnoreCase);
}
