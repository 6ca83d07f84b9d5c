using System.Globalization;
using Godwit.Dialects;
using Godwit.Sql;

namespace Godwit.Execution;

/// <summary>The limit on waiting for locks where it is a setting of the session: taken back when the run ends.</summary>
internal sealed class SessionLockLimit : IAsyncDisposable
{
    private readonly RunContext context;

    private SessionLockLimit(RunContext context) => this.context = context;

    /// <summary>Sets it; null where there is nothing to set.</summary>
    internal static async Task<SessionLockLimit?> SetAsync(RunContext context, CancellationToken cancellation)
    {
        if (context.Traits.LimitLocksInSession is not { } pattern || context.Waiting.Limit <= TimeSpan.Zero) return null;
        var seconds = (long)Math.Max(1, Math.Ceiling(context.Waiting.Limit.TotalSeconds));
        await context.Session.RunAsync([new SqlStatement(string.Format(CultureInfo.InvariantCulture, pattern, seconds))], SilentObserver.Instance, cancellation);
        return new SessionLockLimit(context);
    }

    public async ValueTask DisposeAsync()
    {
        try
        {
            await context.Session.RunAsync([new SqlStatement(context.Traits.UnlimitLocksInSession!)], SilentObserver.Instance, CancellationToken.None);
        }
        catch (StatementException)
        {
            // the connection is gone, and the setting with it
        }
    }
}
