using System.Collections.Immutable;
using Godwit.Operations;

namespace Godwit.Facts;

/// <summary>A constraint as it is written.</summary>
/// <param name="Kind">What kind.</param>
/// <param name="Name">Its name; null where it has none.</param>
/// <param name="Columns">Its columns; none for a check.</param>
internal sealed record ConstraintShape(ConstraintKind Kind, SqlName? Name, ImmutableArray<SqlName> Columns)
{
    /// <summary>Whether existing rows are not checked yet.</summary>
    internal bool IsNotValid { get; init; }

    /// <summary>The index that it takes over; null where it makes one.</summary>
    internal SqlName? UsingIndex { get; init; }

    /// <summary>Whether its index is built without blocking writers first (an operation in C#).</summary>
    internal bool IsConcurrent { get; init; }

    /// <summary>All that follows its name, as written.</summary>
    internal string Body { get; init; } = "";

    /// <summary>The table that a foreign key refers to.</summary>
    internal SqlName? ReferencedTable { get; init; }
}

/// <summary>A constraint was added to a table.</summary>
internal sealed record ConstraintAdded(SqlName To, ConstraintShape Constraint) : Fact
{
    internal override SqlName? Table => To;
}

/// <summary>A constraint was dropped.</summary>
/// <param name="From">The table.</param>
/// <param name="Name">Its name; null for a primary key without one.</param>
/// <param name="Kind">What kind; null where the statement does not tell.</param>
internal sealed record ConstraintDropped(SqlName From, SqlName? Name, ConstraintKind? Kind) : Fact
{
    internal override SqlName? Table => From;
}

/// <summary>Existing rows were checked by a constraint.</summary>
internal sealed record ConstraintValidated(SqlName Of, SqlName Name) : Fact
{
    internal override SqlName? Table => Of;
}

/// <summary>An index was made.</summary>
/// <param name="On">The table.</param>
/// <param name="Name">Its name; null where it is left to the database.</param>
/// <param name="Columns">What it is over, as written.</param>
internal sealed record IndexCreated(SqlName On, SqlName? Name, ImmutableArray<string> Columns) : Fact
{
    internal override SqlName? Table => On;

    internal bool IsUnique { get; init; }

    internal bool Concurrently { get; init; }

    internal bool IfNotExists { get; init; }

    /// <summary>Whether only the partitioned table itself is meant (ON ONLY), which has no rows.</summary>
    internal bool IsOnly { get; init; }

    /// <summary>The method; null is the database's usual one.</summary>
    internal string? Method { get; init; }

    /// <summary>What kind of index: <c>FULLTEXT</c>, <c>SPATIAL</c>; null for an ordinary one.</summary>
    internal string? Kind { get; init; }
}

/// <summary>Indexes were dropped.</summary>
/// <param name="Names">Their names.</param>
/// <param name="Of">The table; null where the statement does not tell.</param>
/// <param name="Concurrently">Whether without blocking anybody.</param>
internal sealed record IndexesDropped(ImmutableArray<SqlName> Names, SqlName? Of, bool Concurrently) : Fact
{
    internal override SqlName? Table => Of;
}

/// <summary>Indexes were built anew.</summary>
/// <param name="Kind"><c>INDEX</c>, <c>TABLE</c>, <c>SCHEMA</c> …</param>
/// <param name="Name">What was named; null where nothing was.</param>
/// <param name="Concurrently">Whether without blocking writers.</param>
internal sealed record Reindexed(string Kind, SqlName? Name, bool Concurrently) : Fact
{
    internal override SqlName? Table => Kind == "TABLE" ? Name : null;
}
