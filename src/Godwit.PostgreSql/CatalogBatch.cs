using System.Data.Common;
using Godwit.Dialects;
using Npgsql;

namespace Godwit.PostgreSql;

/// <summary>Questions to the catalog that travel in one message, asked with settings that do not show in the answers.</summary>
internal sealed class CatalogBatch(DatabaseSession session, NpgsqlConnection connection)
{
    internal async Task ReadAsync(IReadOnlyList<(string Sql, Action<DbDataReader> Row)> questions, CancellationToken cancellation)
    {
        (string Sql, Action<DbDataReader> Row)[] steps = [(CatalogQueries.Begin, _ => { }), .. questions, (CatalogQueries.End, _ => { })];
        var step = 0;
        await using var batch = new NpgsqlBatch(connection) { Timeout = 0 };
        foreach (var (sql, _) in steps) batch.BatchCommands.Add(new NpgsqlBatchCommand(sql));
        try
        {
            await using var reader = await batch.ExecuteReaderAsync(cancellation);
            for (; step < steps.Length; step++, await reader.NextResultAsync(cancellation))
            {
                while (await reader.ReadAsync(cancellation)) steps[step].Row(reader);
            }
        }
        catch (Exception exception) when (exception is DbException or IOException or OperationCanceledException or InvalidOperationException or TimeoutException)
        {
            step = Math.Min(step, steps.Length - 1);
            throw new StatementException(step, session.Explain(exception, steps[step].Sql), exception);
        }
    }
}
