using Microsoft.Extensions.Logging;

namespace Godwit.Hosting;

/// <summary>What Godwit writes to an application's log; docs/hosting.md lists the events. No entry holds a statement's text or a password.</summary>
internal static partial class RunLog
{
    [LoggerMessage(1, LogLevel.Warning, "{Database} does not answer yet (attempt {Attempt}), trying again in {Pause}: {Problem}")]
    internal static partial void Unreachable(this ILogger log, string database, int attempt, TimeSpan pause, string problem);

    [LoggerMessage(2, LogLevel.Information, "Another run is migrating {Database}; waiting for it. {Holder}")]
    internal static partial void WaitingForRun(this ILogger log, string database, string? holder);

    [LoggerMessage(3, LogLevel.Warning, "{Finding} {Remedy}")]
    internal static partial void Noticed(this ILogger log, string finding, string remedy);

    [LoggerMessage(4, LogLevel.Information, "Migrating {Database}: {Count} to apply")]
    internal static partial void RunStarted(this ILogger log, string database, int count);

    [LoggerMessage(5, LogLevel.Debug, "{Migration} begins: {Statements} statements")]
    internal static partial void StepStarted(this ILogger log, string migration, int statements);

    [LoggerMessage(EventId = 6, Message = "{Place} is done in {Milliseconds:0.0} ms, {Rows} rows")]
    internal static partial void StatementCompleted(this ILogger log, LogLevel level, string place, double milliseconds, int rows);

    [LoggerMessage(7, LogLevel.Information, "{Migration} is applied in {Milliseconds:0} ms")]
    internal static partial void StepCompleted(this ILogger log, string migration, double milliseconds);

    [LoggerMessage(8, LogLevel.Information, "{Database} is up to date: {Count} applied by this run")]
    internal static partial void RunCompleted(this ILogger log, string database, int count);

    [LoggerMessage(9, LogLevel.Information, "{Database} is up to date")]
    internal static partial void UpToDate(this ILogger log, string database);

    [LoggerMessage(10, LogLevel.Warning, "{Database} is ahead of this application by {Count} migrations, the newest being {Migration}: a newer version has been here")]
    internal static partial void Ahead(this ILogger log, string database, int count, string migration);

    [LoggerMessage(11, LogLevel.Critical, "{Code}: {Message} {Location} {State} {Remedy}")]
    internal static partial void Failed(this ILogger log, ErrorCode code, string message, string? location, string? state, string? remedy);

    internal static void Failed(this ILogger log, GodwitException failure) =>
        log.Failed(failure.Code, failure.Message, failure.Location?.ToString(), failure.State, failure.Remedy);

    [LoggerMessage(12, LogLevel.Information, "An earlier run was cut off in {Migration}; the step at {Place} is {Effect}")]
    internal static partial void StepProbed(this ILogger log, string migration, string place, string effect);

    [LoggerMessage(13, LogLevel.Debug, "Another run has changed the history of {Database}; planning again")]
    internal static partial void Replanned(this ILogger log, string database);
}
