using System.Collections.Immutable;

namespace Godwit.Facts;

/// <summary>A table was made.</summary>
/// <param name="Name">Its name.</param>
/// <param name="Columns">Its columns, as far as they are written out.</param>
internal sealed record TableCreated(SqlName Name, ImmutableArray<ColumnShape> Columns) : Fact
{
    /// <summary>Its constraints, as far as they are written out for the table.</summary>
    internal ImmutableArray<ConstraintShape> Constraints { get; init; } = [];

    /// <summary>The table that it is a partition of; null where it is none.</summary>
    internal SqlName? Parent { get; init; }

    internal bool IsTemporary { get; init; }
}

/// <summary>Tables were dropped.</summary>
internal sealed record TablesDropped(ImmutableArray<SqlName> Names, bool IfExists) : Fact
{
    internal override SqlName? Table => Names.Length == 1 ? Names[0] : null;
}

/// <summary>Tables were emptied.</summary>
internal sealed record TablesTruncated(ImmutableArray<SqlName> Names, bool Cascade) : Fact
{
    internal override SqlName? Table => Names.Length == 1 ? Names[0] : null;
}

/// <summary>A table got another name.</summary>
internal sealed record TableRenamed(SqlName From, SqlName To) : Fact
{
    internal override SqlName? Table => From;
}

/// <summary>A table became a partition.</summary>
internal sealed record PartitionAttached(SqlName Parent, SqlName Partition) : Fact
{
    internal override SqlName? Table => Parent;
}

/// <summary>A partition became a table of its own.</summary>
internal sealed record PartitionDetached(SqlName Parent, SqlName Partition, bool Concurrently) : Fact
{
    internal override SqlName? Table => Parent;
}

/// <summary>A table was written anew as a whole.</summary>
/// <param name="Name">The table; null where it is all of them.</param>
/// <param name="Command">The command.</param>
internal sealed record TableRewritten(SqlName? Name, string Command) : Fact
{
    internal override SqlName? Table => Name;
}

/// <summary>A materialised view was filled anew.</summary>
internal sealed record ViewRefreshed(SqlName Name, bool Concurrently) : Fact;

/// <summary>How a table is stored was changed.</summary>
/// <param name="Stored">The table.</param>
/// <param name="Change">What was changed, as written.</param>
internal sealed record StorageChanged(SqlName Stored, string Change) : Fact
{
    internal override SqlName? Table => Stored;
}

/// <summary>A trigger, a rule, a policy or row security was put on a table.</summary>
/// <param name="On">The table.</param>
/// <param name="What"><c>trigger</c>, <c>rule</c>, <c>policy</c>, <c>row security</c>.</param>
internal sealed record TableGuarded(SqlName On, string What) : Fact
{
    internal override SqlName? Table => On;
}

/// <summary>MySQL or MariaDB was told how to make a change.</summary>
/// <param name="Altered">The table.</param>
/// <param name="Algorithm">The algorithm, in upper case; null where it was left to the server.</param>
/// <param name="Lock">What others may do, in upper case; null where it was left to the server.</param>
internal sealed record AlterHinted(SqlName Altered, string? Algorithm, string? Lock) : Fact
{
    internal override SqlName? Table => Altered;
}

/// <summary>A statement changed a table: one for each ALTER TABLE, before its parts.</summary>
/// <param name="Altered">The table.</param>
/// <param name="Parts">How many changes the statement makes.</param>
internal sealed record TableAltered(SqlName Altered, int Parts) : Fact
{
    internal override SqlName? Table => Altered;
}
