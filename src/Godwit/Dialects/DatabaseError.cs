namespace Godwit.Dialects;

/// <summary>What a database said when it refused, in words that are the same for all of them.</summary>
/// <param name="Kind">What it amounts to.</param>
/// <param name="Code">The database's own code: an SQLSTATE, an error number.</param>
/// <param name="Message">The database's own message.</param>
public sealed record DatabaseError(DatabaseErrorKind Kind, string Code, string Message)
{
    /// <summary>The offset in the statement's text at which the database stumbled; null when it does not say.</summary>
    public int? Offset { get; init; }

    /// <summary>What the database adds: a detail, a hint.</summary>
    public string? Detail { get; init; }
}

/// <summary>What a refusal amounts to.</summary>
public enum DatabaseErrorKind
{
    /// <summary>The statement itself was refused: syntax, missing or existing objects, constraints, rights on objects.</summary>
    Refused,

    /// <summary>A table that the statement names does not exist.</summary>
    UndefinedTable,

    /// <summary>A column that the statement names does not exist.</summary>
    UndefinedColumn,

    /// <summary>The object that the statement creates exists.</summary>
    AlreadyExists,

    /// <summary>The fence found another run's token: this run may no longer write.</summary>
    FenceBroken,

    /// <summary>A lock was not granted in time, or the file is busy: trying again may help.</summary>
    Busy,

    /// <summary>The server does not answer, or the connection is gone.</summary>
    ConnectionLost,

    /// <summary>No space is left.</summary>
    DiskFull,

    /// <summary>The database or the file cannot be written.</summary>
    ReadOnly,

    /// <summary>The file is not a database, or is damaged.</summary>
    NotADatabase,

    /// <summary>The statement was cancelled.</summary>
    Cancelled,
}
