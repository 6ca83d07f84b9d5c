using System.Collections.Immutable;
using Godwit.Sql;

namespace Godwit.Execution;

/// <summary>Statements of a migration that take effect together.</summary>
/// <param name="Mode">How they are run.</param>
/// <param name="First">The place of the first one in the migration, counted from 0.</param>
/// <param name="Statements">The statements.</param>
public sealed record Segment(SegmentMode Mode, int First, ImmutableArray<SqlStatement> Statements)
{
    /// <summary>The place of the last statement in the migration.</summary>
    public int Last => First + Statements.Length - 1;
}

/// <summary>How the statements of a segment are run.</summary>
public enum SegmentMode
{
    /// <summary>In one transaction that Godwit begins and commits.</summary>
    Transaction,

    /// <summary>In one transaction that the script itself begins and commits.</summary>
    OwnTransaction,

    /// <summary>A single statement by itself, outside any transaction.</summary>
    Autocommit,

    /// <summary>A single update that goes through ranges of a key, each in a transaction of its own.</summary>
    Ranges,
}
