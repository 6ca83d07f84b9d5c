using Godwit.Dialects;
using Godwit.Migrations;

namespace Godwit.Execution;

/// <summary>The words for statements that failed during a run: what, where, what has and has not happened, and what to do.</summary>
internal sealed class Failures(RunContext context)
{
    /// <summary>Whether a failure says that another run has taken over.</summary>
    internal bool BrokeFence(StatementException failure, StepObserver message) =>
        context.Held.Lost.IsCancellationRequested
        || (message.RoleAt(failure.Index) is StatementRole.Fence
            && IsVerdict(failure.Error));

    /// <summary>Whether a fence that failed so has failed for what it is there for, and not for what may happen to any statement.</summary>
    internal static bool IsVerdict(DatabaseError error) =>
        error.Kind is not (DatabaseErrorKind.ConnectionLost or DatabaseErrorKind.Cancelled or DatabaseErrorKind.Busy
            or DatabaseErrorKind.ReadOnly or DatabaseErrorKind.DiskFull);

    /// <summary>A migration that is one transaction failed.</summary>
    internal Exception OfTransaction(StatementException failure, StepObserver message, TimeSpan? limit)
    {
        if (BrokeFence(failure, message)) return new FenceBrokenException(failure);
        if (failure.Error.Kind is DatabaseErrorKind.Busy && message.RoleAt(failure.Index) is StatementRole.Begin) return new BusyException(failure);
        var script = message.ScriptAt(failure.Index);
        var unknown = failure.Error.Kind is DatabaseErrorKind.ConnectionLost && message.RoleAt(failure.Index) is StatementRole.LastCommit;
        var state = unknown
            ? $"Whether {script.Step.Id} {Done(script)} is not known: the connection broke while it was being committed. godwit status shows it."
            : $"Nothing of {script.Step.Id} {Done(script)}. {Before(script)}";
        return Of(failure, message, script, state, limit);
    }

    /// <summary>A part of a migration that is not one transaction failed.</summary>
    internal GodwitException OfPart(StatementException failure, StepObserver message, StepScript script, Segment? segment, TimeSpan? limit)
    {
        var first = segment?.First ?? 0;
        var total = script.Section.Statements.Length;
        var failed = message.PlaceAt(failure.Index) ?? first;
        var open = failure.Error.Kind is DatabaseErrorKind.ConnectionLost;
        var done = first switch
        {
            0 => "No statement before it was run",
            1 => $"Statement 1 of {total} is done and stays",
            _ => $"Statements 1 to {first} of {total} are done and stay",
        };
        var rest = failed + 1 < total ? $"; {Range(failed + 2, total)} not run" : "";
        var state = open
            ? $"{done}{rest}. The next run asks the database whether statement {failed + 1} took effect. {Before(script)}"
            : $"{done}{rest}. The next run continues with statement {first + 1}. {Before(script)}";
        return Of(failure, message, script, state, limit);
    }

    /// <summary>Finding out how far an earlier run came failed.</summary>
    internal Exception OfReview(StatementException failure, StepScript script)
    {
        if (context.Held.Lost.IsCancellationRequested) return new FenceBrokenException(failure);
        if (failure.Error.Kind is DatabaseErrorKind.Busy) return new BusyException(failure);
        var what = $"Finding out how far an earlier run got in {script.Step.Id} failed";
        var state = $"Nothing of it was run. {Before(script)}";
        return failure.Error.Kind switch
        {
            DatabaseErrorKind.ConnectionLost => new GodwitException(ErrorCode.ConnectionLost, $"{what}: the connection to {context.Database} was lost: {failure.Error.Message}",
                "When the database is back, run it again.", script.Step.Migration.Location, state, failure),
            DatabaseErrorKind.Cancelled => new GodwitException(ErrorCode.Cancelled, $"{what}: it was cancelled.", "Run it again to continue.", script.Step.Migration.Location, state, failure),
            DatabaseErrorKind.DiskFull => new GodwitException(ErrorCode.DiskFull, $"{what}: no space is left where {context.Database} lives: {failure.Error.Message}",
                "Free some space, then run it again.", script.Step.Migration.Location, state, failure),
            _ => new GodwitException(ErrorCode.StatementFailed, $"{what}: {failure.Error.Message} ({failure.Error.Code})",
                "Check the user's rights on the schema and on Godwit's own tables, then run it again.", script.Step.Migration.Location, state, failure),
        };
    }

    private GodwitException Of(StatementException failure, StepObserver message, StepScript script, string state, TimeSpan? limit)
    {
        var place = message.PlaceAt(failure.Index);
        var what = place is { } index
            ? $"{script.Step.Id}: statement {index + 1} of {script.Section.Statements.Length}"
            : $"{script.Step.Id}: its entry in the history";
        var statement = message.Statements[failure.Index];
        var error = failure.Error;
        var location = (statement.Code is null ? null : ThrownAt.Find(failure.InnerException!, script.Step.Migration.Source!.Path))
            ?? statement.Locate(error.Offset ?? 0) ?? script.Step.Migration.Location;
        return error.Kind switch
        {
            DatabaseErrorKind.Cancelled when limit is not null => Made(ErrorCode.StatementTimeout,
                $"{what} took longer than the {limit.Value.TotalSeconds:0.###} s that its timeout line allows.",
                "Raise the limit in the file's -- timeout: line, or make the statement faster."),
            DatabaseErrorKind.Cancelled when context.Waiting.StatementLimit is { } longest && !context.Cancellation.IsCancellationRequested => Made(ErrorCode.StatementTimeout,
                $"{what} took longer than the {longest.TotalSeconds:0.###} s that statementTimeout allows.",
                "Give the migration a limit of its own with a -- timeout: line, or make the statement faster."),
            DatabaseErrorKind.Cancelled when context.Cancellation.IsCancellationRequested => Made(ErrorCode.Cancelled, $"The run was cancelled in {what}.", "Run it again to continue."),
            DatabaseErrorKind.ConnectionLost => Made(ErrorCode.ConnectionLost, $"The connection to {context.Database} was lost in {what}: {error.Message}",
                "When the database is back, run it again."),
            DatabaseErrorKind.DiskFull => Made(ErrorCode.DiskFull, $"No space is left where {context.Database} lives: {what} failed: {error.Message}",
                "Free some space, then run it again."),
            DatabaseErrorKind.ReadOnly => Made(ErrorCode.ReadOnly, $"{context.Database} cannot be written: {what} failed: {error.Message}",
                "Check the rights on the file and its directory, or whether the server is a replica, then run it again."),
            DatabaseErrorKind.Busy => Made(ErrorCode.Locked, $"{what} did not get a lock in the database: {error.Message} ({error.Code})",
                "Others are using the table. Run it again when they are done; statementLockTimeout and lockAttempts in godwit.json set how long Godwit tries."),
            _ => Made(ErrorCode.StatementFailed, $"{what} failed: {error.Message} ({error.Code})" + (error.Detail is null ? "" : "\n" + error.Detail),
                script.Step.Direction is Direction.Up
                    ? "Correct the statement, then run godwit migrate again."
                    : "Correct the down, then run godwit rollback again."),
        };

        GodwitException Made(ErrorCode code, string text, string remedy) => new(code, text, remedy, location, state, failure);
    }

    private static string Done(StepScript script) => script.Step.Direction is Direction.Up ? "is applied" : "is undone";

    private static string Range(int from, int to) => (to - from) switch
    {
        0 => $"statement {from} was",
        1 => $"statements {from} and {to} were",
        _ => $"statements {from} to {to} were",
    };

    private string Before(StepScript script)
    {
        var count = context.IndexOf(script.Step);
        var verb = script.Step.Direction is Direction.Up ? "applied" : "undone";
        if (count == 0) return $"No other migration was {verb} in this run.";
        return count == 1
            ? $"Before it, {context.Plan.Steps[0].Id} was {verb} and stays that way."
            : $"Before it, {count} migrations were {verb} and stay that way.";
    }
}
