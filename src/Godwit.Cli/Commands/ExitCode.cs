namespace Godwit.Cli.Commands;

/// <summary>What the command's exit code says.</summary>
internal enum ExitCode
{
    /// <summary>What was asked is done.</summary>
    Done = 0,

    /// <summary>Something failed.</summary>
    Failed = 1,

    /// <summary>The command line was not understood.</summary>
    Usage = 2,

    /// <summary>There is something to do, or a difference.</summary>
    Difference = 3,

    /// <summary>A confirmation was needed and nobody could give it, or it was declined.</summary>
    ConfirmationNeeded = 4,

    /// <summary>Another run holds the lock.</summary>
    Locked = 5,

    /// <summary>The run was cancelled.</summary>
    Cancelled = 130,
}

/// <summary>Which exit code an error leads to.</summary>
internal static class ExitCodes
{
    internal static ExitCode Of(ErrorCode code) => code switch
    {
        ErrorCode.Usage => ExitCode.Usage,
        ErrorCode.Pending or ErrorCode.UnansweredRename => ExitCode.Difference,
        ErrorCode.Locked => ExitCode.Locked,
        ErrorCode.Cancelled => ExitCode.Cancelled,
        ErrorCode.ConfirmationNeeded or ErrorCode.Declined or ErrorCode.UnsafeMigration or ErrorCode.RefusedByEnvironment => ExitCode.ConfirmationNeeded,
        _ => ExitCode.Failed,
    };
}
