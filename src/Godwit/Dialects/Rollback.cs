using System.Data.Common;

namespace Godwit.Dialects;

/// <summary>Leaves the transaction that a failure left open.</summary>
internal static class Rollback
{
    /// <summary>
    /// Rolls back if the connection still stands. If it does not, the server rolls back by itself, and the failure that is being
    /// reported is the one to hear about, not this one.
    /// </summary>
    internal static async Task QuietlyAsync(DatabaseSession session)
    {
        try
        {
            await session.RollbackAsync();
        }
        catch (Exception exception) when (exception is DbException or StatementException or IOException or InvalidOperationException)
        {
            // see above: the connection is gone
        }
    }
}
