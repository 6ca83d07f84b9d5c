using Godwit.Sql;

namespace Godwit.MySql;

/// <summary>How the statements of MySQL and MariaDB stand to a transaction (manual, "Statements That Cause an Implicit Commit").</summary>
internal static class MySqlTransactions
{
    internal static TransactionBehavior BehaviorOf(TokenReader reader)
    {
        var word = reader.Current.Kind == TokenKind.Word ? reader.Text.ToString().ToUpperInvariant() : "";
        reader.Advance();
        return word switch
        {
            "CREATE" => CommitsUnless(IsTemporaryTable(reader)),
            "DROP" => CommitsUnless(reader.Is("TEMPORARY") || reader.Is("PREPARE")),
            "ANALYZE" => CommitsUnless(!IsAnalyzeTable(reader)),
            "LOAD" => CommitsUnless(!reader.Is("INDEX")),
            "RESET" => CommitsUnless(reader.Is("PERSIST")),
            "START" => reader.Is("TRANSACTION") ? TransactionBehavior.ControlsTransaction : TransactionBehavior.CommitsImplicitly,
            "BEGIN" => reader.Is("NOT") ? OfCompound(reader) : TransactionBehavior.ControlsTransaction,
            "COMMIT" => TransactionBehavior.ControlsTransaction,
            "ROLLBACK" => OfRollback(reader),
            "XA" => reader.Is("RECOVER") ? TransactionBehavior.Transactional : TransactionBehavior.ControlsTransaction,
            "SET" => OfSet(reader),
            "IF" or "CASE" or "LOOP" or "WHILE" or "REPEAT" or "FOR" => OfCompound(reader),
            _ => Commits(word) ? TransactionBehavior.CommitsImplicitly : TransactionBehavior.Transactional,
        };
    }

    internal static bool SetsSession(TokenReader reader) => reader.Is("USE") || AcceptSet(reader);

    /// <summary>What a statement sets in its session; a variable of the script is none of it.</summary>
    internal static string[] Settings(TokenReader reader)
    {
        if (reader.Is("USE")) return ["database"];
        if (!AcceptSet(reader)) return [];
        return [.. Assignment.ReadAll(reader).Where(assignment => assignment.Scope is VariableScope.Session).Select(assignment => assignment.Name)];
    }

    // MariaDB: SET STATEMENT sets something for one statement, which it runs.
    private static bool AcceptSet(TokenReader reader) => reader.Accept("SET") && !reader.Is("PASSWORD") && !reader.Is("STATEMENT");

    // What CALL and EXECUTE run is not known, and changing the schema is what they are used for in scripts.
    private static bool Commits(ReadOnlySpan<char> word) => word is
        "ALTER" or "RENAME" or "TRUNCATE" or "INSTALL" or "UNINSTALL" or "IMPORT" or "GRANT" or "REVOKE" or "LOCK" or "UNLOCK"
        or "CACHE" or "CHECK" or "FLUSH" or "OPTIMIZE" or "REPAIR" or "STOP" or "CHANGE" or "BACKUP" or "CLONE" or "CALL" or "EXECUTE";

    private static TransactionBehavior CommitsUnless(bool transactional) =>
        transactional ? TransactionBehavior.Transactional : TransactionBehavior.CommitsImplicitly;

    private static bool IsTemporaryTable(TokenReader reader)
    {
        if (reader.Accept("OR")) reader.Accept("REPLACE");
        return reader.Accept("TEMPORARY") && reader.Is("TABLE");
    }

    private static bool IsAnalyzeTable(TokenReader reader)
    {
        if (!reader.Accept("NO_WRITE_TO_BINLOG")) reader.Accept("LOCAL");
        return reader.Is("TABLE") || reader.Is("TABLES");
    }

    private static TransactionBehavior OfRollback(TokenReader reader)
    {
        reader.Accept("WORK");
        return reader.Is("TO") ? TransactionBehavior.Transactional : TransactionBehavior.ControlsTransaction;
    }

    // A compound statement is as its statements are; one that ends transactions leaves nothing to roll back either.
    private static TransactionBehavior OfCompound(TokenReader reader)
    {
        for (; !reader.AtEnd; reader.Advance())
        {
            if (reader.Current.Kind != TokenKind.Word) continue;
            var word = reader.Text.ToString().ToUpperInvariant();
            if (!Commits(word) && word is not ("CREATE" or "DROP" or "START" or "COMMIT" or "ROLLBACK")) continue;
            return TransactionBehavior.CommitsImplicitly;
        }

        return TransactionBehavior.Transactional;
    }

    private static TransactionBehavior OfSet(TokenReader reader)
    {
        if (reader.Is("PASSWORD") || reader.Is("DEFAULT")) return TransactionBehavior.CommitsImplicitly;
        // without a scope it concerns the next transaction and is refused in this one (1568)
        if (reader.Is("TRANSACTION")) return TransactionBehavior.OutsideOnly;
        // MariaDB: SET STATEMENT variable = value FOR statement
        if (reader.Accept("STATEMENT"))
        {
            return reader.Find("FOR") && reader.Accept("FOR") ? BehaviorOf(reader) : TransactionBehavior.Transactional;
        }

        foreach (var assignment in Assignment.ReadAll(reader))
        {
            if (assignment.Scope != VariableScope.Session) continue;
            if (assignment.Name == "autocommit") return TransactionBehavior.ControlsTransaction;
            if (assignment.Name is "sql_log_bin" or "binlog_format") return TransactionBehavior.OutsideOnly;
        }

        return TransactionBehavior.Transactional;
    }
}
