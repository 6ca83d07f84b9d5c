namespace Godwit.Operations;

/// <summary>How MySQL and MariaDB are to make a change, which they refuse when they cannot.</summary>
/// <param name="Algorithm">The algorithm; null leaves it to the server.</param>
/// <param name="Lock">What others may do meanwhile; null leaves it to the server.</param>
public sealed record OnlineChange(AlterAlgorithm? Algorithm, AlterLock? Lock)
{
    /// <summary>As the server likes.</summary>
    public static OnlineChange Unstated { get; } = new(null, null);
}

/// <summary>How a table is altered (MySQL manual, 15.1.9 ALTER TABLE).</summary>
public enum AlterAlgorithm
{
    /// <summary>In the data dictionary only.</summary>
    Instant,

    /// <summary>Without rebuilding the table (MariaDB).</summary>
    NoCopy,

    /// <summary>Without a copy beside the table.</summary>
    Inplace,

    /// <summary>By a copy that takes the table's place.</summary>
    Copy,
}

/// <summary>What others may do while a table is altered.</summary>
public enum AlterLock
{
    /// <summary>Read and write.</summary>
    None,

    /// <summary>Read.</summary>
    Shared,

    /// <summary>Nothing.</summary>
    Exclusive,
}
