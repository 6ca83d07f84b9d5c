namespace Godwit.Dialects;

/// <summary>The database refused rows. Never reaches an application: the engine turns it into a <see cref="GodwitException"/>.</summary>
public sealed class RowException : Exception
{
    /// <summary>A refusal of some row: the database does not tell which.</summary>
    /// <param name="error">What the database said.</param>
    /// <param name="inner">What the driver threw.</param>
    public RowException(DatabaseError error, Exception inner)
        : base(error.Message, inner) => Error = error;

    /// <summary>A refusal of one row.</summary>
    /// <param name="index">The place of the row among all that were given.</param>
    /// <param name="row">The row.</param>
    /// <param name="error">What the database said.</param>
    /// <param name="inner">What the driver threw.</param>
    public RowException(int index, object?[] row, DatabaseError error, Exception inner)
        : this(error, inner)
    {
        Index = index;
        Row = row;
    }

    /// <summary>The place of the refused row among all that were given; null where the database does not tell.</summary>
    public int? Index { get; }

    /// <summary>The refused row; null where the database does not tell.</summary>
    public IReadOnlyList<object?>? Row { get; }

    /// <summary>What the database said.</summary>
    public DatabaseError Error { get; }
}
