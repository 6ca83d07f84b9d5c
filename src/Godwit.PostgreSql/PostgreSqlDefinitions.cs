using System.Data.Common;
using Godwit.Schema;

namespace Godwit.PostgreSql;

/// <summary>Reads the statements that make what the model has no words for, in one round trip.</summary>
internal static class PostgreSqlDefinitions
{
    internal static async Task<DatabaseSchema> ReadAsync(CatalogBatch batch, DatabaseSchema schema, int version, CancellationToken cancellation)
    {
        var unread = schema.Unread.ToHashSet(StringComparer.Ordinal);
        var found = new List<(int Rank, NativeObject Native)>();
        var query = new DefinitionsQuery(new CatalogQueries(schema.Schemas, version), version).Sql;
        await batch.ReadAsync([(query, Take)], cancellation);
        unread.ExceptWith(found.Select(one => one.Native.Description));
        return schema with
        {
            Natives = found.OrderBy(one => one.Rank).ThenBy(one => one.Native.Description, StringComparer.Ordinal).Select(one => one.Native).ToValueList(),
            Unread = schema.Unread.Without(name => !unread.Contains(name)),
        };

        void Take(DbDataReader row)
        {
            var (description, place) = (row.GetString(0), row.GetString(1));
            // what others call a sequence behind a column is no difference between schemas, and yet a dump shows it
            if ((!unread.Contains(description) && place is not "silent") || row.IsDBNull(4)) return;
            var native = new NativeObject(description, row.Name(2), row.GetString(4)) { Place = place is "before" ? NativePlace.BeforeTables : NativePlace.AfterTables };
            found.Add((Rank(place, description), native));
        }
    }

    // A comment needs the thing that it is about; an event trigger would act on what follows it.
    private static int Rank(string place, string description) => place switch
    {
        "last" => 4,
        "after" when description.StartsWith("comment on event trigger", StringComparison.Ordinal) => 5,
        "after" when description.StartsWith("comment", StringComparison.Ordinal) => 3,
        "after" => 2,
        _ when description.StartsWith("foreign-data wrapper", StringComparison.Ordinal) => 0,
        _ => 1,
    };
}
