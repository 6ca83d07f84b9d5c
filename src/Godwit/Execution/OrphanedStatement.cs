using Godwit.Dialects;
using Godwit.History;

namespace Godwit.Execution;

/// <summary>A statement that a run which is gone began. The server may still be at it: it learns late, or never, that its client is gone.</summary>
internal sealed class OrphanedStatement(DatabaseSession session, HistorySql sql, TimeSpan limit, Action<ExecutionEvent> emit)
{
    /// <summary>Waits until the server is through with it.</summary>
    /// <exception cref="GodwitException">The limit is reached.</exception>
    internal async Task AwaitAsync(JournalEntry entry, CancellationToken cancellation)
    {
        var patience = new Patience(limit, emit);
        while (await session.FindRunningAsync(sql.Tag(entry), cancellation) is { } runner)
            await patience.WaitAsync(runner, $"The server was still at statement {entry.Index + 1} of {entry.Migration}, which a run that is gone began,", cancellation);
    }
}
