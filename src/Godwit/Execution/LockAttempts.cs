using System.Globalization;
using Godwit.Dialects;
using Godwit.Facts;
using Godwit.Sql;

namespace Godwit.Execution;

/// <summary>
/// Tries what did not get a lock again: a whole transaction, or a single statement outside of any. Before each pause it is said who uses
/// the table.
/// </summary>
internal sealed class LockAttempts(RunContext context, StepScript script)
{
    private readonly Random random = new();
    private int attempt = 1;

    /// <summary>The statements at the beginning of a transaction that limit what comes after them.</summary>
    internal IEnumerable<SqlStatement> Limits()
    {
        if (context.Traits.LimitLocksInTransaction is { } locks && context.Waiting.LimitOf(attempt) is { } limit) yield return Filled(locks, limit.TotalMilliseconds);
        if (context.Traits.LimitStatementsInTransaction is { } statements && context.Waiting.StatementLimit is { } longest) yield return Filled(statements, longest.TotalMilliseconds);
    }

    /// <summary>
    /// Whether a statement failed because it did not get a lock, in something that can be tried again as a whole. Code cannot: what it
    /// has done elsewhere is not rolled back.
    /// </summary>
    internal static bool IsBlocked(StatementException failure, StepObserver message) =>
        failure.Error.Kind is DatabaseErrorKind.Busy
        && message.RoleAt(failure.Index) is not StatementRole.Begin
        && message.Statements.TrueForAll(statement => statement.Code is null);

    /// <summary>Waits for the next attempt, and says for whom.</summary>
    /// <returns>Whether there is one.</returns>
    internal async Task<bool> AgainAsync(StatementException failure, StepObserver message, CancellationToken cancellation)
    {
        if (attempt >= context.Waiting.Attempts) return false;
        var statement = message.Statements[failure.Index].Untagged;
        var pause = LockWaiting.PauseAfter(attempt, random);
        context.Emit(new ExecutionEvent.Blocked(script.Step, statement, attempt, context.Waiting.Attempts, pause, await HoldersAsync(statement, cancellation)));
        await Task.Delay(pause, cancellation);
        attempt++;
        return true;
    }

    private async Task<IReadOnlyList<LockHolder>> HoldersAsync(SqlStatement statement, CancellationToken cancellation)
    {
        try
        {
            return await context.Session.FindHoldersAsync([.. TablesOf(statement)], cancellation);
        }
        catch (StatementException)
        {
            // It may not be told to this user (PROCESS on MySQL): then nobody is named, and the attempt is made all the same.
            await Rollback.QuietlyAsync(context.Session);
            return [];
        }
    }

    private IEnumerable<string> TablesOf(SqlStatement statement) =>
        StatementFacts.Of(context.Session.Splitter.Lexer, statement).SelectMany(StatementFacts.TablesOf).Select(table => table.Written).Distinct(StringComparer.Ordinal);

    private static SqlStatement Filled(string pattern, double number) =>
        new(string.Format(CultureInfo.InvariantCulture, pattern, (long)Math.Max(1, Math.Ceiling(number))));
}
