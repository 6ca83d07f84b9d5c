namespace Godwit.Sql;

/// <summary>How a statement stands to a transaction, on its database.</summary>
public enum TransactionBehavior
{
    /// <summary>It takes part: what it did is gone when the transaction is rolled back.</summary>
    Transactional,

    /// <summary>The database refuses it inside a transaction, or ignores it there.</summary>
    OutsideOnly,

    /// <summary>It commits the open transaction and itself, as DDL does on MySQL and MariaDB.</summary>
    CommitsImplicitly,

    /// <summary>
    /// It takes part in a transaction that is open; where none is, it may begin and end some of its own: CALL and DO of PostgreSQL.
    /// </summary>
    MayControl,

    /// <summary>It begins, ends or marks a transaction itself: BEGIN, COMMIT, ROLLBACK.</summary>
    ControlsTransaction,
}
