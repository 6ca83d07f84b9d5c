namespace Godwit.Dialects;

/// <summary>The database refused rows. Never reaches an application: the engine turns it into a <see cref="GodwitException"/>.</summary>
public sealed class RowException : Exception
{
    /// <summary>A refusal.</summary>
    /// <param name="index">The place of the refused row among those that were given; null where the database does not tell.</param>
    /// <param name="error">What the database said.</param>
    /// <param name="inner">What the driver threw.</param>
    public RowException(int? index, DatabaseError error, Exception inner)
        : base(error.Message, inner)
    {
        Index = index;
        Error = error;
    }

    /// <summary>The place of the refused row among those that were given; null where the database does not tell.</summary>
    public int? Index { get; }

    /// <summary>What the database said.</summary>
    public DatabaseError Error { get; }
}
