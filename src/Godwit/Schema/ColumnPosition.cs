namespace Godwit.Schema;

/// <summary>Where a column stands among the others (MySQL, MariaDB).</summary>
public abstract record ColumnPosition
{
    private ColumnPosition()
    {
    }

    /// <summary>Before all others.</summary>
    public sealed record First : ColumnPosition;

    /// <summary>Just after another one.</summary>
    public sealed record After(string Column) : ColumnPosition;
}
