namespace Godwit;

/// <summary>The kinds of failure. The command shows each as words joined by hyphens: <c>unknown-key</c>.</summary>
public enum ErrorCode
{
    /// <summary>The command line names something that does not exist or lacks a value.</summary>
    Usage,

    /// <summary>A settings file is not valid JSON.</summary>
    InvalidSettings,

    /// <summary>A settings file has a key that Godwit does not know.</summary>
    UnknownKey,

    /// <summary>A settings file gives a key a value of the wrong kind.</summary>
    InvalidValue,

    /// <summary>A connection name, URL or driver is not known or not complete.</summary>
    InvalidConnection,

    /// <summary>A setting refers to an environment variable or a file that is not there.</summary>
    MissingSecret,

    /// <summary>A file could not be read or written.</summary>
    FileAccess,

    /// <summary>A file is not UTF-8 text.</summary>
    NotUtf8,

    /// <summary>A migrations directory does not exist.</summary>
    DirectoryMissing,

    /// <summary>A file in a migrations directory is not named like a migration.</summary>
    MalformedName,

    /// <summary>Two migrations have the same version.</summary>
    DuplicateVersion,

    /// <summary>A migration depends on one that does not exist.</summary>
    MissingDependency,

    /// <summary>Migrations depend on one another in a circle.</summary>
    DependencyCycle,

    /// <summary>Undoing a migration loses rows or values.</summary>
    DataLoss,

    /// <summary>Two migrations build on the same one, and nothing joins them again.</summary>
    SeveralHeads,

    /// <summary>A migration to go back to stands on one of several branches that were applied.</summary>
    BehindMerge,

    /// <summary>A setting in a comment line has a value that Godwit does not understand.</summary>
    InvalidDirective,

    /// <summary>A script's sections are in disorder: two ups, a down without an up, an end without a begin.</summary>
    InvalidSection,

    /// <summary>A placeholder has no value.</summary>
    UnknownPlaceholder,

    /// <summary>A string, quoted name, comment or dollar quote is not closed.</summary>
    Unterminated,

    /// <summary>A command of psql or of the mysql client, which no server understands.</summary>
    ClientCommand,

    /// <summary>COPY … FROM STDIN with its data in the script.</summary>
    CopyFromStdin,

    /// <summary>A script begins or ends a transaction inside the one that Godwit manages.</summary>
    TransactionControl,

    /// <summary>A revision names no migration.</summary>
    UnknownRevision,

    /// <summary>A revision names several migrations.</summary>
    AmbiguousRevision,

    /// <summary>A migration cannot be undone because it has no down.</summary>
    MissingDown,

    /// <summary>A migration was edited after it was applied.</summary>
    EditedAfterApplied,

    /// <summary>A migration is applied but its file is gone.</summary>
    AppliedButMissing,

    /// <summary>A pending migration sorts before one that is applied.</summary>
    OutOfOrder,

    /// <summary>Migrations are pending where something can only be done, or an application started, when they are applied.</summary>
    Pending,

    /// <summary>Something may have been renamed, and nobody has said whether it was.</summary>
    UnansweredRename,

    /// <summary>The history table does not exist and the verb only reads.</summary>
    NotInstalled,

    /// <summary>A table of the history's name belongs to another tool.</summary>
    ForeignHistory,

    /// <summary>The history was written by a newer version of Godwit.</summary>
    NewerHistory,

    /// <summary>An earlier run stopped inside a migration and its remaining steps cannot be decided.</summary>
    InDoubt,

    /// <summary>Another run holds the lock.</summary>
    Locked,

    /// <summary>This run lost its lock to another one and stopped.</summary>
    LockLost,

    /// <summary>The server does not answer.</summary>
    ServerUnreachable,

    /// <summary>The server refused the user or the password.</summary>
    AccessDenied,

    /// <summary>The database does not exist.</summary>
    DatabaseMissing,

    /// <summary>The file is not a database, or is damaged.</summary>
    NotADatabase,

    /// <summary>The database or its file cannot be written.</summary>
    ReadOnly,

    /// <summary>No space is left where the database lives.</summary>
    DiskFull,

    /// <summary>The connection was lost.</summary>
    ConnectionLost,

    /// <summary>A migration refers to a table, column, constraint or index that does not exist.</summary>
    UnknownObject,

    /// <summary>A migration makes a table, column, constraint or index that already exists.</summary>
    ObjectExists,

    /// <summary>A migration in code asks for something that makes no sense: two primary keys, a default of another type.</summary>
    InvalidDefinition,

    /// <summary>A name is longer than the database allows, or holds a character that no name may hold.</summary>
    InvalidIdentifier,

    /// <summary>A migration in code does not compile, or is not one class with the attribute.</summary>
    InvalidCode,

    /// <summary>No seeder has the name that was asked for.</summary>
    UnknownSeeder,

    /// <summary>Two seeders have the same name.</summary>
    AmbiguousSeeder,

    /// <summary>A seeder threw.</summary>
    SeederFailed,

    /// <summary>A file of rows does not fit its table, or is malformed.</summary>
    InvalidSeedFile,

    /// <summary>The database refused a statement.</summary>
    StatementFailed,

    /// <summary>A statement took longer than its migration allows.</summary>
    StatementTimeout,

    /// <summary>The run was cancelled.</summary>
    Cancelled,

    /// <summary>A confirmation was needed and nobody could give it.</summary>
    ConfirmationNeeded,

    /// <summary>A confirmation was asked for and not given.</summary>
    Declined,

    /// <summary>The environment does not allow what was asked.</summary>
    RefusedByEnvironment,

    /// <summary>A safety rule finds an error in what is to be applied, and nobody has allowed it.</summary>
    UnsafeMigration,

    /// <summary>What was asked is not supported on this database or by this version of Godwit.</summary>
    NotSupported,

    /// <summary>Something went wrong that Godwit did not foresee: a bug.</summary>
    Unexpected,
}
