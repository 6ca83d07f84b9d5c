using System.Collections.Frozen;

namespace Godwit.Cli.Rendering;

/// <summary>Every code of a failure, explained. A test shows that none lacks its words.</summary>
internal static class ErrorExplanations
{
    private static readonly FrozenDictionary<ErrorCode, Explanation> All = new Dictionary<ErrorCode, Explanation>
    {
        [ErrorCode.Usage] = new(
            "The command line is not understood.",
            "A verb, an option or a value is misspelt, missing, or given twice.",
            "godwit --help lists the verbs; godwit VERB --help shows a verb's options and examples."),
        [ErrorCode.InvalidSettings] = new(
            "A settings file is not valid JSON.",
            "A bracket, a quotation mark or a comma is missing in godwit.json. Comments and trailing commas are allowed.",
            "Correct the file at the line and column in the message."),
        [ErrorCode.UnknownKey] = new(
            "A settings file has a key that Godwit does not know.",
            "The key is misspelt, or is in the wrong object.",
            "Use the name that the message suggests; docs/configuration.md lists all keys."),
        [ErrorCode.InvalidValue] = new(
            "A setting has a value of the wrong kind.",
            "There is text where a list belongs, or a word that is not one of those allowed.",
            "The message says what is expected there."),
        [ErrorCode.InvalidConnection] = new(
            "A connection is not known or not complete.",
            "The name is not in godwit.json, the URL is malformed, the driver has no such name, or host or database is missing.",
            "godwit about shows which connection was chosen, and by what; a URL is written postgresql://user:password@host:5432/database."),
        [ErrorCode.MissingSecret] = new(
            "A setting refers to an environment variable or a file that is not there.",
            "${NAME} in godwit.json or .env has no value in this environment, or the file of a NAME_FILE setting does not exist.",
            "Set the variable, or mount the file, where godwit runs."),
        [ErrorCode.FileAccess] = new(
            "A file could not be read or written.",
            "It is missing, belongs to somebody else, or its directory cannot be written.",
            "Check the path in the message and its permissions."),
        [ErrorCode.NotUtf8] = new(
            "A file is not UTF-8 text.",
            "It was saved in another encoding, such as Windows-1252 or UTF-16, or is not text at all.",
            "Save it as UTF-8; a byte order mark is allowed."),
        [ErrorCode.DirectoryMissing] = new(
            "A directory for migrations does not exist.",
            "The path in godwit.json or of --dir is wrong, or the project was never set up.",
            "godwit init creates the usual directories."),
        [ErrorCode.MalformedName] = new(
            "A file in a migrations directory is not named like a migration.",
            "Its name does not begin with a version, or it is something else that happens to end in .sql or .cs.",
            "Rename it, for example 001_create_posts.sql, or move it elsewhere. docs/sql-migrations.md lists the namings."),
        [ErrorCode.DuplicateVersion] = new(
            "Two migrations have the same version.",
            "Two branches each added the next number, and were merged.",
            "Give one of them a new number; godwit rebase does it for one that is not applied."),
        [ErrorCode.MissingDependency] = new(
            "A migration depends on one that does not exist.",
            "The name after depends: is misspelt, or that file is on a branch that is not merged.",
            "Correct the name, or add the file."),
        [ErrorCode.DataLoss] = new(
            "Undoing a migration loses rows or values.",
            "Its down drops a table or a column, or its up had dropped one, which comes back empty.",
            "Make a copy first if you may need them again."),
        [ErrorCode.SeveralHeads] = new(
            "Two migrations build on the same one, and nothing joins them again.",
            "Two branches each added a migration with the same parent, and were merged.",
            "godwit merge writes an empty migration that builds on both; godwit rebase puts the one that is not applied after the other."),
        [ErrorCode.BehindMerge] = new(
            "A migration to go back to stands on one of several branches that were applied.",
            "The other branch is independent of it, so naming it does not decide what happens to that branch.",
            "Go back to the migration below both, or undo step by step: godwit downgrade -1."),
        [ErrorCode.DependencyCycle] = new(
            "Migrations depend on one another in a circle.",
            "Each names another one of the circle as its dependency or parent.",
            "Remove one of the lines that the message lists."),
        [ErrorCode.InvalidDirective] = new(
            "A setting in a comment line has a value that Godwit does not understand.",
            "A line such as -- transaction: or -- timeout: at the head of the file has a value that is not allowed there.",
            "docs/sql-migrations.md lists the settings and their values."),
        [ErrorCode.InvalidSection] = new(
            "The sections of a script are out of order.",
            "There are two -- UP lines, a -- DOWN without an up before it, or a begin without its end.",
            "A file has one -- UP and at most one -- DOWN."),
        [ErrorCode.UnknownPlaceholder] = new(
            "A placeholder has no value.",
            "A script contains ${name}, and placeholders in godwit.json has no such name.",
            "Add it there, or remove placeholders from godwit.json: then nothing is replaced."),
        [ErrorCode.Unterminated] = new(
            "A string, a quoted name, a comment or a dollar quote is not closed.",
            "A quotation mark is missing, or a $tag$ is spelt differently at its end.",
            "Close it; the message has the place where it was opened."),
        [ErrorCode.ClientCommand] = new(
            "A script has a command for psql or the mysql client.",
            "Lines such as \\connect or source are carried out by those programs and not by the server.",
            "Remove the line, or write what it does in SQL."),
        [ErrorCode.CopyFromStdin] = new(
            "A script has COPY FROM STDIN with its data.",
            "It comes from a dump. Such data is not sent as SQL.",
            "Write the rows as INSERT (pg_dump --inserts), or keep the data in a seed file."),
        [ErrorCode.TransactionControl] = new(
            "A script begins or ends a transaction inside the one that Godwit manages.",
            "BEGIN, COMMIT or ROLLBACK is in a migration that is one transaction together with its row in the history.",
            "Remove the statement, or put -- transaction: off at the head of the file."),
        [ErrorCode.UnknownRevision] = new(
            "A revision names no migration.",
            "It is misspelt, or its file is not in the directories of this project.",
            "godwit status lists the ids; a unique part of one is enough."),
        [ErrorCode.AmbiguousRevision] = new(
            "A revision names several migrations.",
            "The part that was given occurs in more than one id.",
            "Give a longer part, or the whole id."),
        [ErrorCode.MissingDown] = new(
            "A migration cannot be undone because it has no down.",
            "The file has no -- DOWN section, or an operation in C# has no reverse.",
            "Write the down; the message names what it has to undo."),
        [ErrorCode.EditedAfterApplied] = new(
            "A migration was edited after it was applied.",
            "The file's checksum is not the one in the history. The database holds what the file said before.",
            "Put the file back and write a new migration. If the edit changes nothing in the database, godwit repair accepts the new checksum."),
        [ErrorCode.AppliedButMissing] = new(
            "A migration is applied but its file is gone.",
            "The file was deleted or renamed, or belongs to a branch that is not checked out.",
            "Bring the file back; or undo the migration with the down in the history: godwit rollback; or remove its row: godwit repair REV."),
        [ErrorCode.UnansweredRename] = new(
            "A column, table or value is gone and a similar one is new: it may have been renamed, and there was nobody to ask.",
            "Dropping one and adding the other would lose its contents, so Godwit does not guess.",
            "Use --rename posts.title:headline for a column and --rename posts:articles for a table, or write [RenamedFrom] in the model. "
            + "If it was not renamed, run it in a terminal and answer no."),
        [ErrorCode.OutOfOrder] = new(
            "A pending migration sorts before one that is applied.",
            "Two branches were merged, and the one with the older number came later.",
            "Rename it so that it sorts last, or set outOfOrder to allow in godwit.json."),
        [ErrorCode.Pending] = new(
            "Migrations are pending, and something needs them applied: an application that applies none itself was started, or a "
            + "migration is to be written from the difference between models and database.",
            "The application was deployed before its migrations were applied; or their changes would be seen as missing, and written a second time.",
            "godwit migrate applies them; godwit revision --autogenerate --from migrations does not need them applied; or let the application apply them when it starts: AtStart.Migrate."),
        [ErrorCode.NotInstalled] = new(
            "The history table does not exist, and the verb only reads.",
            "No migration was ever applied to this database.",
            "godwit migrate creates the table; godwit install creates only the table."),
        [ErrorCode.ForeignHistory] = new(
            "A table of the history's name belongs to another tool.",
            "The database was managed by another migration tool before.",
            "godwit adopt takes over its rows; or give Godwit's table another name: set table in godwit.json."),
        [ErrorCode.NewerHistory] = new(
            "The history was written by a newer version of Godwit.",
            "Somebody has applied migrations with a later version than this one.",
            "Update godwit here."),
        [ErrorCode.InDoubt] = new(
            "An earlier run stopped inside a migration, and Godwit cannot tell whether its last statement took effect.",
            "The process or the server was killed during a statement whose effect cannot be read from the catalog, or the file was edited since.",
            "Look at the database. If the statement took effect: godwit repair REV --done. If not: godwit repair REV --retry."),
        [ErrorCode.Locked] = new(
            "Another run holds the lock.",
            "Somebody else is migrating this database.",
            "Wait, or give a longer --lock-timeout. godwit unlock shows who it is, and can end that run."),
        [ErrorCode.LockLost] = new(
            "This run lost its lock to another one, and stopped.",
            "The connection that holds the lock broke, or the process was stopped for longer than others wait.",
            "Run it again: what is done is in the history, and nothing is half done."),
        [ErrorCode.ServerUnreachable] = new(
            "The server does not answer.",
            "It is not running, the host or port is wrong, or a firewall is in the way.",
            "Check host and port in godwit about, and whether the server runs."),
        [ErrorCode.AccessDenied] = new(
            "The server refused the user or the password, or a right is missing.",
            "The credentials are wrong, or the user may not do what the migration does.",
            "Correct the credentials, or grant the right. godwit doctor lists the rights that are missing."),
        [ErrorCode.DatabaseMissing] = new(
            "The database does not exist.",
            "It was never created, or its name is misspelt.",
            "godwit migrate --create-database creates it, if the user has the right."),
        [ErrorCode.NotADatabase] = new(
            "The file is not a database, or is damaged.",
            "The path leads to a file of another kind, or the file was cut off while it was copied.",
            "Check the path; restore the file from a backup."),
        [ErrorCode.ReadOnly] = new(
            "The database or its file cannot be written.",
            "The file's rights or its file system do not allow it, or the server is a replica.",
            "Connect to the primary; for a file, make it and its directory writable."),
        [ErrorCode.DiskFull] = new(
            "No space is left where the database lives.",
            "The disk or the quota is used up.",
            "Free some space, then run the same command again: it continues where it stopped."),
        [ErrorCode.ConnectionLost] = new(
            "The connection was lost.",
            "The server was restarted, the network broke, or the session was ended by somebody.",
            "Run the same command again: it finds out what took effect, and continues."),
        [ErrorCode.UnknownObject] = new(
            "A migration refers to a table, column, constraint or index that does not exist.",
            "Its name is misspelt, or an earlier migration has dropped or renamed it.",
            "Correct the name; the message suggests the nearest one."),
        [ErrorCode.ObjectExists] = new(
            "A migration creates something that already exists.",
            "An earlier migration created it, or somebody did by hand.",
            "Choose another name, or drop the existing one first. For a database that is older than its migrations: godwit adopt."),
        [ErrorCode.InvalidDefinition] = new(
            "A migration in code asks for something that makes no sense.",
            "There are two primary keys, a default of another type, an index without columns, or the like; or the model of an EF Core context cannot be built.",
            "Correct the line in the message, or what the context's OnModelCreating says."),
        [ErrorCode.InvalidIdentifier] = new(
            "A name is longer than the database allows, or holds a character that no name may hold.",
            "PostgreSQL takes 63 bytes, MySQL and MariaDB take 64 characters; longer names would be cut silently.",
            "Choose a shorter name; for a constraint or an index, set it with Name."),
        [ErrorCode.InvalidCode] = new(
            "C# code does not compile, or is not one class with [Migration]; or an EF Core context cannot be created.",
            "The message is the compiler's, with file, line and column; for a context, it is what its constructor or factory threw.",
            "Correct the file. Verbs that do not need it still work."),
        [ErrorCode.UnknownSeeder] = new(
            "No seeder has the name that was asked for.",
            "The name is misspelt, or its class or file is not in database/seeders.",
            "The message names the nearest seeder, or those there are. make:seeder writes a new one."),
        [ErrorCode.AmbiguousSeeder] = new(
            "Two seeders have the same name.",
            "Two classes in different namespaces, or a class of the assembly and a loose file, have the same name.",
            "Rename one of them."),
        [ErrorCode.SeederFailed] = new(
            "A seeder threw an exception.",
            "The message has the exception and the place in the seeder. Nothing that the seeder wrote was kept.",
            "Correct the seeder and run godwit db:seed again. The rows of the seeders before it stay."),
        [ErrorCode.InvalidSeedFile] = new(
            "A CSV or JSON file of rows does not fit its table, or is malformed.",
            "A column is misspelt, a line has too many or too few fields, or a value is not of its column's type.",
            "Correct the file at the line in the message. Nothing of it was kept."),
        [ErrorCode.StatementFailed] = new(
            "The database refused a statement.",
            "The message has the database's own words and the place in the file.",
            "Correct the statement and run the same command again. The lines below the message say what is applied and what is not."),
        [ErrorCode.StatementTimeout] = new(
            "A statement took longer than its migration allows.",
            "The limit of -- timeout:, or of the setting, is exceeded: the table is large, or others hold locks on it.",
            "Allow more time, or change the table in smaller parts."),
        [ErrorCode.Cancelled] = new(
            "The run was cancelled.",
            "Ctrl-C was pressed, or the process was asked to end.",
            "Run the same command again: it continues where it stopped."),
        [ErrorCode.ConfirmationNeeded] = new(
            "A confirmation was needed, and nobody could give it.",
            "There is no terminal, or --no-interaction was given.",
            "--force answers where the environment allows it."),
        [ErrorCode.Declined] = new(
            "A confirmation was asked for and not given.",
            "The answer was no, or not what was asked for.",
            "Nothing was changed. Run it again to be asked again."),
        [ErrorCode.RefusedByEnvironment] = new(
            "The environment does not allow what was asked.",
            "In production some verbs need explicit options before they do anything.",
            "The message says which options; docs/environments-and-rules.md has the table."),
        [ErrorCode.UnsafeMigration] = new(
            "A safety rule finds an error in a migration for production.",
            "The migration loses data, breaks released programs or locks a table for long, and nobody has allowed it.",
            "godwit lint shows the corrected code. If it is safe, say why in the migration (-- allow: RULE reason), or pass --allow RULE."),
        [ErrorCode.NotSupported] = new(
            "This database does not support what was asked.",
            "The database has no such thing, or not in this version; or an EF Core context is for another database.",
            "The message names the alternative."),
        [ErrorCode.Unexpected] = new(
            "Something went wrong that Godwit did not foresee.",
            "This is a bug.",
            "godwit status shows what is applied. Please report it with the output of --verbose."),
    }.ToFrozenDictionary();

    /// <summary>What a code means.</summary>
    internal static Explanation Of(ErrorCode code) => All[code];
}
