using System.Collections.Immutable;
using Godwit.Operations;
using Godwit.Schema;
using Godwit.Sql;

namespace Godwit.Generation;

/// <summary>Says operations in the SQL of one database. Pure: it touches nothing.</summary>
public abstract class SqlGenerator
{
    /// <summary>
    /// Whether the SQL of an operation can only be made when the definition of its table is known: for a rebuild, or for a
    /// statement that has to repeat what does not change.
    /// </summary>
    public abstract bool NeedsSchema(Operation operation);

    /// <summary>The statements that carry out operations, in order. Neighbours may be said together.</summary>
    /// <param name="operations">The operations, complete where a schema was needed for that.</param>
    /// <param name="before">The schema before the first of them; where none <see cref="NeedsSchema"/>, it may be empty.</param>
    /// <exception cref="GodwitException">
    /// The database cannot do one of them, or not like that; the message names the database and the alternative.
    /// </exception>
    public abstract GeneratedSql Generate(IReadOnlyList<Operation> operations, DatabaseSchema before);
}

/// <summary>What a generator made.</summary>
/// <param name="Statements">The statements, in order, each with the place in the migration that it came from.</param>
public sealed record GeneratedSql(ImmutableArray<SqlStatement> Statements)
{
    /// <summary>What happens to the checking of foreign keys meanwhile.</summary>
    public ForeignKeyEnforcement ForeignKeys { get; init; }
}
