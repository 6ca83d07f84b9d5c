namespace Godwit;

/// <summary>What becomes of a column that an author describes.</summary>
internal enum ColumnIntent
{
    /// <summary>It is part of a new table.</summary>
    Create,

    /// <summary>It is added to a table that is there.</summary>
    Add,

    /// <summary>It is there and is changed.</summary>
    Change,
}
