namespace Godwit.Configuration;

/// <summary>How a new migration's version is made.</summary>
public enum MigrationNaming
{
    /// <summary>Date and time in UTC, to the second: <c>2025_01_06_143022_name</c>.</summary>
    Timestamp,

    /// <summary>The date in UTC, and a number from the second of a day on: <c>20250106_name</c>, <c>20250106_02_name</c>.</summary>
    Date,

    /// <summary>The next number: <c>007_name</c>.</summary>
    Sequence,
}
