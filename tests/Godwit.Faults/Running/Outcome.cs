namespace Godwit.Faults.Running;

/// <summary>How a runner ended.</summary>
/// <param name="End">In which way.</param>
/// <param name="Applied">How many migrations it said it applied.</param>
/// <param name="Code">The code of the error it ended with; null when it ended otherwise.</param>
/// <param name="Text">What it said of the error.</param>
internal sealed record Outcome(End End, int Applied, ErrorCode? Code, string Text);

/// <summary>In which way a runner ended.</summary>
internal enum End
{
    /// <summary>It was killed.</summary>
    Killed,

    /// <summary>It ended well.</summary>
    Well,

    /// <summary>It ended with an error of Godwit's.</summary>
    Refused,

    /// <summary>It ended with an exception that is none of Godwit's errors.</summary>
    Broken,

    /// <summary>It did not end within the bound.</summary>
    Hung,
}
