namespace Godwit.Sql;

/// <summary>What happens to the checking of foreign keys while statements run.</summary>
public enum ForeignKeyEnforcement
{
    /// <summary>It stays as the session has it.</summary>
    AsItIs,

    /// <summary>
    /// It is off from before the transaction until after it: a rebuild of an SQLite table would otherwise delete the rows that
    /// refer to it (SQLite, "ALTER TABLE", section 7).
    /// </summary>
    Suspended,
}
