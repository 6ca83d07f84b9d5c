namespace Godwit.Dialects;

/// <summary>A statement of a list failed. Never reaches an application: the engine turns it into a <see cref="GodwitException"/>.</summary>
public sealed class StatementException : Exception
{
    /// <summary>A failure of one statement.</summary>
    public StatementException(int index, DatabaseError error, Exception inner)
        : base(error.Message, inner)
    {
        Index = index;
        Error = error;
    }

    /// <summary>The place of the failed statement in the list; the ones before it are done.</summary>
    public int Index { get; }

    /// <summary>What the database said.</summary>
    public DatabaseError Error { get; }
}
