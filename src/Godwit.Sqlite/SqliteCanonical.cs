using Godwit.Schema;

namespace Godwit.Sqlite;

/// <summary>Tables and their parts in a form in which two that mean the same are equal.</summary>
internal sealed class SqliteCanonical(Table table) : IConstraintVisitor<Constraint>
{
    private readonly HashSet<string> columns = new(table.Columns.Select(column => column.Name), StringComparer.OrdinalIgnoreCase);

    /// <summary>The columns and constraints of a table as it was read, with their expressions in canonical form.</summary>
    internal Table Table() => table with
    {
        Columns = table.Columns.Select(Column),
        PrimaryKey = table.PrimaryKey,
        ForeignKeys = Sorted(table.ForeignKeys),
        Uniques = Sorted(table.Uniques),
        Checks = Sorted(table.Checks),
        Indexes = table.Indexes.Select(Index).OrderBy(index => index.Name, StringComparer.Ordinal).ToValueList(),
        Definition = null,
    };

    /// <summary>
    /// The table with the expressions of columns and checks in canonical form, and all else as it was read: quotes round a name that needs none are no
    /// difference, whoever wrote them.
    /// </summary>
    internal Table WithExpressions() => table with
    {
        Columns = table.Columns.Select(column => column.Generated is { } generated ? column with { Generated = Generated(generated) } : column),
        Checks = table.Checks.Select(check => (CheckConstraint)Visit(check)),
    };

    internal Column Column(Column column) => column with
    {
        Comment = null,
        Generated = column.Generated is { } generated ? Generated(generated) : null,
    };

    internal Constraint Constraint(Constraint constraint) => constraint.Accept(this);

    internal TableIndex Index(TableIndex index) => index with
    {
        Parts = index.Parts.Select(part => part.Kind is IndexPartKind.Column ? part : part with { Expression = Expression(part.Expression) }),
        Predicate = index.Predicate is null ? null : Expression(index.Predicate),
        Definition = null,
        Comment = null,
    };

    public Constraint Visit(PrimaryKey constraint) => constraint;

    public Constraint Visit(UniqueConstraint constraint) => constraint;

    public Constraint Visit(ForeignKey constraint) => constraint;

    public Constraint Visit(CheckConstraint constraint) => constraint with { Predicate = Expression(constraint.Predicate) };

    public Constraint Visit(ExclusionConstraint constraint) => constraint;

    // The order of constraints means nothing.
    private ValueList<T> Sorted<T>(ValueList<T> constraints)
        where T : Constraint =>
        constraints.Select(constraint => (T)Constraint(constraint)).OrderBy(SqliteConstraintSql.Define, StringComparer.Ordinal).ToValueList();

    private GeneratedExpression Generated(GeneratedExpression generated) => generated with { Sql = Expression(generated.Sql) };

    private string Expression(string expression) => SqliteExpression.Canonical(SqliteExpression.Bare(expression), columns);
}
