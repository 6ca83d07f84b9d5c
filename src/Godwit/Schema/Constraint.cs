namespace Godwit.Schema;

/// <summary>What the rows of a table must fulfil.</summary>
/// <param name="Name">Its name; null leaves it to the database, or stands for one that has none (SQLite).</param>
public abstract record Constraint(string? Name)
{
    /// <summary>
    /// What follows its name in the database's own words, when it was read from a catalog and the other properties cannot say all of it;
    /// null otherwise.
    /// </summary>
    public string? Definition { get; init; }

    /// <summary>Calls the one method that fits: a new kind of constraint does not compile until everybody handles it.</summary>
    public abstract TResult Accept<TResult>(IConstraintVisitor<TResult> visitor);
}

/// <summary>Does something for each kind of constraint.</summary>
/// <typeparam name="TResult">What it yields.</typeparam>
public interface IConstraintVisitor<out TResult>
{
    /// <summary>For a primary key.</summary>
    TResult Visit(PrimaryKey constraint);

    /// <summary>For a unique constraint.</summary>
    TResult Visit(UniqueConstraint constraint);

    /// <summary>For a foreign key.</summary>
    TResult Visit(ForeignKey constraint);

    /// <summary>For a check.</summary>
    TResult Visit(CheckConstraint constraint);

    /// <summary>For an exclusion constraint.</summary>
    TResult Visit(ExclusionConstraint constraint);
}

/// <summary>The columns that tell a row from all others and are never NULL.</summary>
/// <param name="Name">Its name; null leaves it to the database.</param>
/// <param name="Columns">The columns, in order.</param>
public sealed record PrimaryKey(string? Name, ValueList<string> Columns) : Constraint(Name)
{
    /// <summary>When it is checked (PostgreSQL).</summary>
    public Deferral Deferral { get; init; }

    /// <summary>The existing unique index it takes over (PostgreSQL: USING INDEX).</summary>
    public string? UsingIndex { get; init; }

    /// <inheritdoc/>
    public override TResult Accept<TResult>(IConstraintVisitor<TResult> visitor) => visitor.Visit(this);

    /// <summary>Whether it is over these columns, in whatever order.</summary>
    internal bool IsOver(IEnumerable<string> columns) => Columns.ToHashSet().SetEquals(columns);
}

/// <summary>Columns whose values no two rows share.</summary>
/// <param name="Name">Its name; null leaves it to the database.</param>
/// <param name="Columns">The columns, in order.</param>
public sealed record UniqueConstraint(string? Name, ValueList<string> Columns) : Constraint(Name)
{
    /// <summary>When it is checked (PostgreSQL).</summary>
    public Deferral Deferral { get; init; }

    /// <summary>Whether two NULLs count as the same (PostgreSQL 15: NULLS NOT DISTINCT).</summary>
    public bool NullsNotDistinct { get; init; }

    /// <summary>Columns that its index carries without their counting (PostgreSQL: INCLUDE).</summary>
    public ValueList<string> Include { get; init; } = [];

    /// <summary>The existing unique index it takes over (PostgreSQL: USING INDEX).</summary>
    public string? UsingIndex { get; init; }

    /// <inheritdoc/>
    public override TResult Accept<TResult>(IConstraintVisitor<TResult> visitor) => visitor.Visit(this);
}

/// <summary>Columns whose values must be those of a row in another table.</summary>
/// <param name="Name">Its name; null leaves it to the database.</param>
/// <param name="Columns">The columns, in order.</param>
/// <param name="ReferencedTable">The other table.</param>
/// <param name="ReferencedColumns">Its columns, in the same order.</param>
public sealed record ForeignKey(string? Name, ValueList<string> Columns, ObjectName ReferencedTable, ValueList<string> ReferencedColumns) : Constraint(Name)
{
    /// <summary>What happens here when the other row is deleted.</summary>
    public ReferentialAction OnDelete { get; init; }

    /// <summary>What happens here when the other row's key changes.</summary>
    public ReferentialAction OnUpdate { get; init; }

    /// <summary>When it is checked (PostgreSQL, SQLite).</summary>
    public Deferral Deferral { get; init; }

    /// <summary>Whether rows that were there before it are not checked yet (PostgreSQL: NOT VALID).</summary>
    public bool NotValid { get; init; }

    /// <inheritdoc/>
    public override TResult Accept<TResult>(IConstraintVisitor<TResult> visitor) => visitor.Visit(this);

    /// <summary>Whether another leads from the same columns to the same ones, in whatever order they are paired.</summary>
    internal bool LeadsLike(ForeignKey other) =>
        ReferencedTable == other.ReferencedTable && Columns.Zip(ReferencedColumns).ToHashSet().SetEquals(other.Columns.Zip(other.ReferencedColumns));
}

/// <summary>A predicate that every row must not make false.</summary>
/// <param name="Name">Its name; null leaves it to the database.</param>
/// <param name="Predicate">The SQL of the predicate, without the parentheses round it.</param>
public sealed record CheckConstraint(string? Name, string Predicate) : Constraint(Name)
{
    /// <summary>Whether rows that were there before it are not checked yet (PostgreSQL: NOT VALID).</summary>
    public bool NotValid { get; init; }

    /// <inheritdoc/>
    public override TResult Accept<TResult>(IConstraintVisitor<TResult> visitor) => visitor.Visit(this);
}

/// <summary>That no two rows compare true by all of some operators: PostgreSQL's EXCLUDE.</summary>
/// <param name="Name">Its name; null leaves it to the database.</param>
/// <param name="Elements">The expressions with their operators, as <c>room</c> and <c>=</c>, <c>during</c> and <c>&amp;&amp;</c>.</param>
public sealed record ExclusionConstraint(string? Name, ValueList<ExclusionElement> Elements) : Constraint(Name)
{
    /// <summary>The index method; null is GiST.</summary>
    public string? Method { get; init; }

    /// <summary>Which rows it is about; null is all.</summary>
    public string? Predicate { get; init; }

    /// <summary>When it is checked.</summary>
    public Deferral Deferral { get; init; }

    /// <inheritdoc/>
    public override TResult Accept<TResult>(IConstraintVisitor<TResult> visitor) => visitor.Visit(this);
}

/// <summary>One comparison of an exclusion constraint.</summary>
/// <param name="Expression">A column's name, or an expression in parentheses.</param>
/// <param name="Operator">The operator by which two rows are compared.</param>
public sealed record ExclusionElement(string Expression, string Operator);

/// <summary>When a constraint is checked.</summary>
public enum Deferral
{
    /// <summary>At the end of each statement.</summary>
    NotDeferrable,

    /// <summary>At the end of each statement, unless a transaction puts it off (DEFERRABLE INITIALLY IMMEDIATE).</summary>
    InitiallyImmediate,

    /// <summary>At the end of the transaction (DEFERRABLE INITIALLY DEFERRED).</summary>
    InitiallyDeferred,
}

/// <summary>What becomes of a referencing row.</summary>
public enum ReferentialAction
{
    /// <summary>The change is refused (NO ACTION), at the end of the statement or transaction.</summary>
    NoAction,

    /// <summary>The change is refused at once.</summary>
    Restrict,

    /// <summary>It follows: it is deleted too, or its key changes too.</summary>
    Cascade,

    /// <summary>Its columns become NULL.</summary>
    SetNull,

    /// <summary>Its columns become their defaults.</summary>
    SetDefault,
}
