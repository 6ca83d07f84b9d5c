namespace Godwit.Schema;

/// <summary>That something goes on under another name: with its rows, which dropping it and adding another one would lose.</summary>
public abstract record Rename
{
    private protected Rename()
    {
    }
}

/// <summary>That a table goes on under another name.</summary>
/// <param name="From">Its name before.</param>
/// <param name="To">Its name after.</param>
public sealed record TableRename(ObjectName From, ObjectName To) : Rename
{
    /// <summary>The renaming that a model tells: a former name without a schema is one in the schema that the table has now.</summary>
    /// <param name="from">Its name before, as people write it.</param>
    /// <param name="to">Its name after.</param>
    public static TableRename Told(string from, ObjectName to)
    {
        ArgumentNullException.ThrowIfNull(from);
        ArgumentNullException.ThrowIfNull(to);
        return new(from.Contains('.', StringComparison.Ordinal) ? from : to.Sibling(from), to);
    }

    /// <inheritdoc/>
    public override string ToString() => $"{From}:{To}";
}

/// <summary>That a column goes on under another name.</summary>
/// <param name="Table">Its table, by the name that it has afterwards.</param>
/// <param name="From">Its name before.</param>
/// <param name="To">Its name after.</param>
public sealed record ColumnRename(ObjectName Table, string From, string To) : Rename
{
    /// <inheritdoc/>
    public override string ToString() => $"{Table}.{From}:{To}";
}

/// <summary>That a value of an enumerated type goes on under another name (PostgreSQL).</summary>
/// <param name="Type">The type.</param>
/// <param name="From">The value before.</param>
/// <param name="To">The value after.</param>
public sealed record EnumValueRename(ObjectName Type, string From, string To) : Rename
{
    /// <inheritdoc/>
    public override string ToString() => $"{Type}.{From}:{To}";
}
