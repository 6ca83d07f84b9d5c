using Godwit.Operations;
using Godwit.Schema;

namespace Godwit.PostgreSql;

/// <summary>What other databases have and PostgreSQL has not: an error with the alternative, never a dropped attribute.</summary>
internal static class Unsupported
{
    /// <summary>An error that begins with PostgreSQL's name.</summary>
    internal static GodwitException Error(string what, string alternative) => new(ErrorCode.NotSupported, $"PostgreSQL {what}", alternative);

    internal static void Refuse(OnlineChange online)
    {
        if (online != OnlineChange.Unstated)
        {
            throw Error("cannot be told an algorithm or a lock for a change.",
                "Leave it to MySQL and MariaDB, and use what PostgreSQL has: Concurrently for indexes, NotValid for constraints.");
        }
    }

    internal static void Refuse(Column column)
    {
        if (column.Charset is not null) throw Charset(column.Name);
        if (column.OnUpdate is not null) throw OnUpdate(column.Name);
        if (column.IsInvisible) throw Invisible(column.Name);
    }

    internal static void Refuse(ColumnChange change)
    {
        if (change.Charset?.Value is not null) throw Charset(change.Column);
        if (change.OnUpdate?.Value is not null) throw OnUpdate(change.Column);
        if (change.IsInvisible is true) throw Invisible(change.Column);
    }

    internal static void Refuse(TableOptions options)
    {
        if (options.Engine is not null) throw Error($"has no storage engine {options.Engine}.", "Leave the engine to MySQL and MariaDB.");
        if (options.Charset is not null)
            throw Error("has one character set for a whole database.", "Choose it when the database is created: CREATE DATABASE … ENCODING.");
        if (options.Collation is not null) throw Error("has no collation for a whole table.", "Give the columns a collation.");
        if (options.IsStrict) throw Error("has no STRICT tables: it enforces every type.", "Leave STRICT to SQLite.");
        if (options.IsWithoutRowId) throw Error("has no WITHOUT ROWID tables.", "Leave WITHOUT ROWID to SQLite.");
    }

    internal static void Refuse(TableIndex index)
    {
        if (index.Parts.FirstOrDefault(part => part.Length is not null) is { } part)
        {
            throw Error($"cannot index the first {part.Length} characters of {part.Expression} as such.",
                $"Index the expression left({part.Expression}, {part.Length}).");
        }
    }

    private static GodwitException Charset(string column) =>
        Error($"has no character set for a column: {column}.", "Leave it to MySQL and MariaDB, or give the column a collation.");

    private static GodwitException OnUpdate(string column) =>
        Error($"has no ON UPDATE for a column: {column}.", "Make a BEFORE UPDATE trigger that sets it.");

    private static GodwitException Invisible(string column) =>
        Error($"has no invisible columns: {column}.", "Name the columns in your queries, or read through a view without it.");
}
