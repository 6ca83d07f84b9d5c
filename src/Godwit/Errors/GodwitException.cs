namespace Godwit;

/// <summary>
/// A failure that Godwit understands. It answers what failed (<see cref="Exception.Message"/>), where (<see cref="Location"/>),
/// what has and has not happened (<see cref="State"/>) and what to do next (<see cref="Remedy"/>).
/// </summary>
public class GodwitException : Exception
{
    /// <summary>A failure with its code and, where one is known, the way out.</summary>
    /// <param name="code">What kind of failure this is; stable over versions.</param>
    /// <param name="message">What failed, in one sentence, without a secret.</param>
    /// <param name="remedy">What the reader can do, as a sentence or a command line.</param>
    /// <param name="location">The file, line and column, when the failure has one.</param>
    /// <param name="state">What has and what has not happened to the database.</param>
    /// <param name="inner">The failure underneath, when there is one.</param>
    public GodwitException(
        ErrorCode code, string message, string? remedy = null, SourceLocation? location = null, string? state = null, Exception? inner = null)
        : base(message, inner)
    {
        Code = code;
        Remedy = remedy;
        Location = location;
        State = state;
    }

    /// <summary>What kind of failure this is; stable over versions.</summary>
    public ErrorCode Code { get; }

    /// <summary>The file, line and column, when the failure has one.</summary>
    public SourceLocation? Location { get; }

    /// <summary>What has and what has not happened to the database; null when nothing was touched.</summary>
    public string? State { get; }

    /// <summary>What the reader can do about it.</summary>
    public string? Remedy { get; }
}
