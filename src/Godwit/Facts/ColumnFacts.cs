namespace Godwit.Facts;

/// <summary>A column as it is written.</summary>
/// <param name="Name">Its name.</param>
/// <param name="Type">Its type, as written, with single blanks; empty where none is written.</param>
internal sealed record ColumnShape(SqlName Name, string Type)
{
    internal bool IsNotNull { get; init; }

    /// <summary>The default's expression, as written; null where there is none.</summary>
    internal string? Default { get; init; }

    /// <summary>Whether it numbers its rows: serial, identity, AUTO_INCREMENT.</summary>
    internal bool IsNumbered { get; init; }

    /// <summary>The expression that it is computed from; null for an ordinary one.</summary>
    internal string? Generated { get; init; }

    /// <summary>Whether what it is computed from is stored.</summary>
    internal bool IsStored { get; init; }

    internal bool IsUnique { get; init; }

    internal bool IsPrimaryKey { get; init; }

    /// <summary>The check's predicate, as written; null where there is none.</summary>
    internal string? Check { get; init; }

    /// <summary>What it refers to, as written after REFERENCES; null where it refers to nothing.</summary>
    internal string? References { get; init; }

    /// <summary>Where it stands: <c>FIRST</c> or <c>AFTER name</c>; null is at the end.</summary>
    internal string? Position { get; init; }

    internal string? Collation { get; init; }

    /// <summary>The character set that is named with it; null where none is.</summary>
    internal string? Charset { get; init; }
}

/// <summary>A column was added.</summary>
internal sealed record ColumnAdded(SqlName To, ColumnShape Column) : Fact
{
    internal override SqlName? Table => To;
}

/// <summary>A column was dropped.</summary>
internal sealed record ColumnDropped(SqlName From, SqlName Column) : Fact
{
    internal override SqlName? Table => From;
}

/// <summary>A column got another name.</summary>
internal sealed record ColumnRenamed(SqlName Of, SqlName From, SqlName To) : Fact
{
    internal override SqlName? Table => Of;
}

/// <summary>A column got another type.</summary>
/// <param name="Of">The table.</param>
/// <param name="Column">The column.</param>
/// <param name="NewType">Its type from now on, as written.</param>
internal sealed record ColumnRetyped(SqlName Of, SqlName Column, string NewType) : Fact
{
    internal override SqlName? Table => Of;

    /// <summary>Its type before; null where nothing tells.</summary>
    internal string? OldType { get; init; }

    /// <summary>The expression that makes the new value; null where there is none.</summary>
    internal string? Using { get; init; }

    internal string? Collation { get; init; }
}

/// <summary>A column was defined anew as a whole (MySQL, MariaDB: MODIFY, CHANGE).</summary>
/// <param name="Of">The table.</param>
/// <param name="Old">Its name before.</param>
/// <param name="Column">What it is from now on.</param>
internal sealed record ColumnRedefined(SqlName Of, SqlName Old, ColumnShape Column) : Fact
{
    internal override SqlName? Table => Of;

    /// <summary>What it was; null where nothing tells.</summary>
    internal ColumnShape? Before { get; init; }
}

/// <summary>A column must not be NULL any more.</summary>
internal sealed record NullForbidden(SqlName Of, SqlName Column) : Fact
{
    internal override SqlName? Table => Of;
}

/// <summary>A column may be NULL from now on.</summary>
internal sealed record NullAllowed(SqlName Of, SqlName Column) : Fact
{
    internal override SqlName? Table => Of;
}

/// <summary>A column got another default, or lost it.</summary>
/// <param name="Of">The table.</param>
/// <param name="Column">The column.</param>
/// <param name="Default">The default, as written; null where it was dropped.</param>
internal sealed record DefaultChanged(SqlName Of, SqlName Column, string? Default) : Fact
{
    internal override SqlName? Table => Of;
}

/// <summary>A column became one that numbers its rows.</summary>
internal sealed record ColumnNumbered(SqlName Of, SqlName Column) : Fact
{
    internal override SqlName? Table => Of;
}
