using System.Collections.Immutable;

namespace Godwit.Dialects;

/// <summary>What a database can and cannot do, read by the engine, tests and documentation.</summary>
public sealed record DialectTraits
{
    /// <summary>The character round a quoted identifier: <c>"</c> or <c>`</c>.</summary>
    public required string IdentifierQuote { get; init; }

    /// <summary>The statement that begins a transaction which may write.</summary>
    public required string Begin { get; init; }

    /// <summary>Whether DDL takes part in transactions. Where it does not, every DDL statement is a step with a checkpoint.</summary>
    public required DdlTransactions DdlTransactions { get; init; }

    /// <summary>Who decides that a missing database is created.</summary>
    public DatabaseCreation DatabaseCreation { get; init; } = DatabaseCreation.WhenAsked;

    /// <summary>Whether several transactions may travel in one message, a failure in one keeping the following from starting.</summary>
    public Pipelining Pipelining { get; init; } = Pipelining.OneStatementAMessage;

    /// <summary>
    /// A statement, run before a step outside any transaction, that makes the server end the step when its client is gone; null where
    /// there is none.
    /// </summary>
    public string? WatchClient { get; init; }

    /// <summary>
    /// A statement, run at the beginning of a transaction, that limits for how many milliseconds (<c>{0}</c>) a statement of it waits for a
    /// lock; null where the database has no limit that ends with the transaction.
    /// </summary>
    public string? LimitLocksInTransaction { get; init; }

    /// <summary>The same for the time that a statement may take.</summary>
    public string? LimitStatementsInTransaction { get; init; }

    /// <summary>A statement that limits for how many seconds (<c>{0}</c>) statements of the session wait for a lock; null where there is none.</summary>
    public string? LimitLocksInSession { get; init; }

    /// <summary>The statement that takes <see cref="LimitLocksInSession"/> back.</summary>
    public string? UnlimitLocksInSession { get; init; }

    /// <summary>
    /// An expression for the milliseconds since the transaction began, for a database that gets a transaction in one message;
    /// null where the client measures.
    /// </summary>
    public string? MillisecondsInTransaction { get; init; }

    /// <summary>The moment of the statement in UTC, to the millisecond, as a value for <see cref="TimestampType"/>.</summary>
    public required string UtcNow { get; init; }

    /// <summary>The type and constraint of a generated 64-bit primary key.</summary>
    public required string GeneratedKey { get; init; }

    /// <summary>The type of a moment in UTC.</summary>
    public required string TimestampType { get; init; }

    /// <summary>The type of a text of any length.</summary>
    public required string TextType { get; init; }

    /// <summary>The query for the key that the last row was numbered with; null where INSERT itself yields it (RETURNING).</summary>
    public string? LastGeneratedKey { get; init; }

    /// <summary>What follows the closing parenthesis of a table that Godwit creates for itself.</summary>
    public string TableOptions { get; init; } = "";

    /// <summary>What a script that makes a whole schema sets first, so that its order does not matter more than it must.</summary>
    public ImmutableArray<string> ScriptSettings { get; init; } = [];

    /// <summary>What such a script sets last.</summary>
    public ImmutableArray<string> ScriptSettingsBack { get; init; } = [];

    /// <summary>
    /// A pattern that turns a timestamp column into text <c>YYYY-MM-DD HH:MM:SS.mmm</c>; <c>{0}</c> is the column.
    /// </summary>
    public required string TimestampAsText { get; init; }
}

/// <summary>How DDL stands to transactions.</summary>
public enum DdlTransactions
{
    /// <summary>DDL is rolled back with the transaction it is in.</summary>
    Full,

    /// <summary>Each DDL statement is atomic by itself and commits what was open.</summary>
    ImplicitCommit,
}

/// <summary>How statements travel to the server.</summary>
public enum Pipelining
{
    /// <summary>One statement, one answer.</summary>
    OneStatementAMessage,

    /// <summary>Any number of statements and whole transactions in one message; the first failure skips the rest.</summary>
    SkipsAfterFailure,
}

/// <summary>Who decides that a missing database is created.</summary>
public enum DatabaseCreation
{
    /// <summary>A person does: it is a thing of its own on a server.</summary>
    WhenAsked,

    /// <summary>The first write does: it is an embedded file.</summary>
    OnFirstWrite,
}
