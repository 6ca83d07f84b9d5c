using System.Collections.Immutable;
using Godwit.Operations;
using Godwit.Schema;
using Godwit.Sql;

namespace Godwit.Execution;

/// <summary>A migration in C# said in SQL, in one direction.</summary>
/// <param name="Statements">The statements.</param>
/// <param name="ForeignKeys">What happens to the checking of foreign keys meanwhile.</param>
internal sealed record Translation(ImmutableArray<SqlStatement> Statements, ForeignKeyEnforcement ForeignKeys)
{
    /// <summary>The schema afterwards, as far as operations tell; null where it was not known before.</summary>
    internal DatabaseSchema? After { get; init; }

    /// <summary>The SQL that undoes it, for the history; null where there is none.</summary>
    internal Translation? Undo { get; init; }

    /// <summary>The operation that nothing undoes, where the down is derived and cannot be; null otherwise.</summary>
    internal Irreversible? Irreversible { get; init; }

    /// <summary>The operations that lose rows or values which undoing does not bring back.</summary>
    internal ImmutableArray<Operation> Losses { get; init; } = [];
}

/// <summary>An operation that nothing undoes by itself.</summary>
/// <param name="Operation">The operation.</param>
/// <param name="Advice">What the author can write.</param>
internal sealed record Irreversible(Operation Operation, string Advice);
