using Godwit.Sql;

namespace Godwit.Sqlite;

/// <summary>How SQLite's statements stand to a transaction.</summary>
internal static class SqliteTransactions
{
    internal static TransactionBehavior BehaviorOf(TokenReader reader)
    {
        if (reader.Accept("PRAGMA")) return OfPragma(reader);
        if (reader.Is("VACUUM") || reader.Is("ATTACH") || reader.Is("DETACH")) return TransactionBehavior.OutsideOnly;
        if (reader.Is("BEGIN") || reader.Is("COMMIT") || reader.Is("END")) return TransactionBehavior.ControlsTransaction;
        if (!reader.Accept("ROLLBACK")) return TransactionBehavior.Transactional;
        reader.Accept("TRANSACTION");
        return reader.Is("TO") ? TransactionBehavior.Transactional : TransactionBehavior.ControlsTransaction;
    }

    internal static bool SetsSession(TokenReader reader) => reader.Is("PRAGMA") || reader.Is("ATTACH") || reader.Is("DETACH");

    // Inside a transaction SQLite refuses synchronous, temp_store and wal_checkpoint, and silently does nothing at
    // foreign_keys and journal_mode (sqlite.org/pragma.html). Asking for a value is harmless.
    private static TransactionBehavior OfPragma(TokenReader reader)
    {
        var name = Name(reader);
        if (reader.Accept('.')) name = Name(reader);
        var sets = reader.Is('=') || reader.Current.Kind == TokenKind.OpenParenthesis;
        return name switch
        {
            "wal_checkpoint" => TransactionBehavior.OutsideOnly,
            "journal_mode" or "synchronous" or "foreign_keys" or "temp_store" when sets => TransactionBehavior.OutsideOnly,
            _ => TransactionBehavior.Transactional,
        };
    }

    private static string Name(TokenReader reader)
    {
        var name = reader.Text.Trim("\"`[]'").ToString().ToLowerInvariant();
        reader.Advance();
        return name;
    }
}
