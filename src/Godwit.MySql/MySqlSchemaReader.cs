using Godwit.Schema;

namespace Godwit.MySql;

/// <summary>Reads a schema from the catalog.</summary>
internal sealed class MySqlSchemaReader(MySqlSession session)
{
    internal async Task<DatabaseSchema> ReadAsync(IReadOnlyCollection<string> otherSchemas, CancellationToken cancellation)
    {
        var current = await session.ScalarAsync("SELECT DATABASE()", cancellation) ?? "";
        var schema = await new DatabaseReading(session, current, null, current).ReadAsync(new DatabaseSchema(session.Product), cancellation);
        foreach (var other in otherSchemas.Where(name => name != current))
            schema = await new DatabaseReading(session, other, other, current).ReadAsync(schema with { Schemas = schema.Schemas.Add(other) }, cancellation);
        return MySqlNormalizer.Normalize(schema);
    }
}
