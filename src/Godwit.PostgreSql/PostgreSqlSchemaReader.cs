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
        await new CatalogBatch(session, connection).ReadAsync(
            [
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
            ],
            cancellation);
        return PostgreSqlNormalizer.Normalize(found.Schema());
    }
}
