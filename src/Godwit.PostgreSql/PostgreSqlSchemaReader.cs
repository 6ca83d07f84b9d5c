using System.Data.Common;
using Godwit.Dialects;
using Godwit.Schema;
using Npgsql;

namespace Godwit.PostgreSql;

/// <summary>Reads a schema from the catalog, in one round trip.</summary>
internal sealed class PostgreSqlSchemaReader(DatabaseSession session, NpgsqlConnection connection)
{
    internal async Task<DatabaseSchema> ReadAsync(IReadOnlyCollection<string> otherSchemas, CancellationToken cancellation)
    {
        var queries = new CatalogQueries(otherSchemas, connection.PostgreSqlVersion.Major);
        var found = new CatalogFindings();
        (string Sql, Action<DbDataReader> Row)[] steps =
        [
            (CatalogQueries.Begin, _ => { }),
            (queries.Relations, found.AddRelation),
            (queries.Columns, found.AddColumn),
            (queries.Indexes, found.AddIndex),
            (queries.IndexKeys, found.AddIndexKey),
            (queries.Constraints, found.AddConstraint),
            (queries.Triggers, found.AddTrigger),
            (queries.Sequences, found.AddSequence),
            (queries.Enums, found.AddEnumValue),
            (queries.Routines, found.AddRoutine),
            (queries.Others, found.AddOther),
            (CatalogQueries.End, _ => { }),
        ];
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

        return PostgreSqlNormalizer.Normalize(found.Schema());
    }
}
