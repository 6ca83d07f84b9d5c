using Godwit.Dialects;

namespace Godwit.Execution;

/// <summary>Work outside any migration: waits while the database is busy, and puts failures into words.</summary>
/// <param name="database">The database.</param>
/// <param name="patience">Waits.</param>
/// <param name="subject">What the statements are about.</param>
internal sealed class Reading(Database database, Patience patience, string subject = "Godwit's own tables")
{
    internal async Task<T> TryAsync<T>(Func<Task<T>> work, CancellationToken cancellation)
    {
        while (true)
        {
            try
            {
                return await work();
            }
            catch (StatementException failure) when (failure.Error.Kind is DatabaseErrorKind.Busy)
            {
                await patience.WaitAsync(null, $"{database.Description} is still locked by another program", cancellation);
            }
            catch (StatementException failure)
            {
                throw Explain(failure);
            }
        }
    }

    private GodwitException Explain(StatementException failure)
    {
        var error = failure.Error;
        var where = database.Description;
        return error.Kind switch
        {
            DatabaseErrorKind.NotADatabase => Made(ErrorCode.NotADatabase, $"{where} is not a database, or is damaged: {error.Message}",
                "Name another file (--url sqlite:PATH), or restore this one."),
            DatabaseErrorKind.ReadOnly => Made(ErrorCode.ReadOnly, $"{where} cannot be written: {error.Message}",
                "Check the rights on the file and its directory, or whether the server is a replica."),
            DatabaseErrorKind.DiskFull => Made(ErrorCode.DiskFull, $"No space is left where {where} lives: {error.Message}", "Make room, then try again."),
            DatabaseErrorKind.ConnectionLost => Made(ErrorCode.ConnectionLost, $"The connection to {where} was lost: {error.Message}", "Try again when it is back."),
            DatabaseErrorKind.Cancelled => Made(ErrorCode.Cancelled, "The run was cancelled before it began.", "Run it again."),
            _ => Made(ErrorCode.StatementFailed, $"{where} refused a statement about {subject}: {error.Message} ({error.Code})",
                "Check the user's rights on the schema."),
        };

        GodwitException Made(ErrorCode code, string text, string remedy) => new(code, text, remedy, state: "Nothing was changed.", inner: failure);
    }
}
