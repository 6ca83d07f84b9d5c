using Godwit.Sql;

namespace Godwit.PostgreSql;

/// <summary>
/// How PostgreSQL's statements stand to a transaction. Those it refuses in a transaction block (25001) call
/// PreventInTransactionBlock in the server, and the manual says so on the page of each.
/// </summary>
internal static class PostgreSqlTransactions
{
    internal static TransactionBehavior BehaviorOf(TokenReader reader) => reader switch
    {
        _ when reader.Is("BEGIN") || reader.Is("END") || reader.Is("ABORT") => TransactionBehavior.ControlsTransaction,
        _ when reader.Accept("START") || reader.Accept("PREPARE") => ControlsIf(reader.Is("TRANSACTION")),
        _ when reader.Accept("COMMIT") => reader.Is("PREPARED") ? TransactionBehavior.OutsideOnly : TransactionBehavior.ControlsTransaction,
        _ when reader.Accept("ROLLBACK") => OfRollback(reader),
        _ when reader.Accept("CREATE") => OutsideIf(IsCreateOutside(reader)),
        _ when reader.Accept("DROP") => OutsideIf(IsDropOutside(reader)),
        _ when reader.Accept("ALTER") => OutsideIf(IsAlterOutside(reader)),
        _ when reader.Accept("REINDEX") => OutsideIf(IsReindexOutside(reader)),
        _ when reader.Accept("CLUSTER") => OutsideIf(IsClusterOutside(reader)),
        // a procedure or block may commit where no transaction is open (manual, 43.8 Transaction Management)
        _ when reader.Is("CALL") || reader.Is("DO") => TransactionBehavior.MayControl,
        _ when reader.Accept("DISCARD") => OutsideIf(reader.Is("ALL")),
        _ => OutsideIf(reader.Is("VACUUM")),
    };

    // what is set for the transaction is gone with it
    internal static bool SetsSession(TokenReader reader) =>
        reader.Is("RESET") || (reader.Accept("SET") && !reader.Is("LOCAL") && !reader.Is("TRANSACTION") && !reader.Is("CONSTRAINTS"));

    private static TransactionBehavior ControlsIf(bool controls) =>
        controls ? TransactionBehavior.ControlsTransaction : TransactionBehavior.Transactional;

    private static TransactionBehavior OutsideIf(bool outside) =>
        outside ? TransactionBehavior.OutsideOnly : TransactionBehavior.Transactional;

    private static TransactionBehavior OfRollback(TokenReader reader)
    {
        if (reader.Is("PREPARED")) return TransactionBehavior.OutsideOnly;
        if (!reader.Accept("WORK")) reader.Accept("TRANSACTION");
        return ControlsIf(!reader.Is("TO"));
    }

    private static bool IsCreateOutside(TokenReader reader)
    {
        if (reader.Is("DATABASE") || reader.Is("TABLESPACE")) return true;
        if (reader.Accept("SUBSCRIPTION")) return !IsOff(reader, "create_slot", "connect");
        reader.Accept("UNIQUE");
        return reader.Accept("INDEX") && reader.Is("CONCURRENTLY");
    }

    private static bool IsDropOutside(TokenReader reader) =>
        reader.Is("DATABASE") || reader.Is("TABLESPACE") || reader.Is("SUBSCRIPTION")
        || (reader.Accept("INDEX") && reader.Is("CONCURRENTLY"));

    private static bool IsAlterOutside(TokenReader reader)
    {
        if (reader.Is("SYSTEM")) return true;
        if (reader.Accept("DATABASE")) return reader.Find("SET") && reader.Accept("SET") && reader.Is("TABLESPACE");
        if (reader.Accept("SUBSCRIPTION")) return IsAlterSubscriptionOutside(reader);
        return reader.Accept("TABLE") && reader.Find("DETACH") && reader.Accept("DETACH") && reader.Accept("PARTITION")
            && reader.Find("CONCURRENTLY");
    }

    // It asks the publisher for its tables unless told not to.
    private static bool IsAlterSubscriptionOutside(TokenReader reader)
    {
        reader.Advance();
        if (reader.Is("REFRESH")) return true;
        if (!reader.Accept("SET") && !reader.Accept("ADD") && !reader.Accept("DROP")) return false;
        return reader.Is("PUBLICATION") && !IsOff(reader, "refresh");
    }

    private static bool IsReindexOutside(TokenReader reader)
    {
        if (reader.Current.Kind == TokenKind.OpenParenthesis)
        {
            for (; !reader.AtEnd && reader.Current.Kind != TokenKind.CloseParenthesis; reader.Advance())
            {
                if (reader.Is("CONCURRENTLY") && IsOn(reader)) return true;
            }

            reader.Advance();
        }

        if (reader.Is("SCHEMA") || reader.Is("DATABASE") || reader.Is("SYSTEM")) return true;
        reader.Advance();
        return reader.Is("CONCURRENTLY");
    }

    // Without a table it works through all of them, one transaction each.
    private static bool IsClusterOutside(TokenReader reader)
    {
        if (reader.Current.Kind == TokenKind.OpenParenthesis)
        {
            while (!reader.AtEnd && reader.Current.Kind != TokenKind.CloseParenthesis) reader.Advance();
            reader.Advance();
        }

        reader.Accept("VERBOSE");
        return reader.AtEnd;
    }

    private static bool IsOff(TokenReader reader, params ReadOnlySpan<string> options)
    {
        for (; !reader.AtEnd; reader.Advance())
        {
            foreach (var option in options)
            {
                if (reader.Is(option) && !IsOn(reader)) return true;
            }
        }

        return false;
    }

    // An option that stands alone is on (manual, REINDEX: "The boolean value can also be omitted").
    private static bool IsOn(TokenReader reader)
    {
        reader.Advance();
        reader.Accept('=');
        return !reader.Is("FALSE") && !reader.Is("OFF") && reader.Text.Trim('\'') is not ("0" or "false" or "off");
    }
}
