namespace Godwit;

/// <summary>Whether a migration runs in a transaction.</summary>
public enum TransactionMode
{
    /// <summary>In one, together with its history row, as far as the database can.</summary>
    On,

    /// <summary>Outside of one: each statement takes effect by itself.</summary>
    Off,
}
