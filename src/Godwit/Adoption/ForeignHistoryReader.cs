using System.Collections.Immutable;
using System.Data.Common;
using System.Globalization;
using Godwit.Dialects;
using Godwit.History;
using Godwit.Schema;

namespace Godwit.Adoption;

/// <summary>Reads what another tool's history says.</summary>
internal sealed class ForeignHistoryReader(DatabaseSession session, Dialect dialect)
{
    internal async Task<ForeignHistory> ReadAsync(DatabaseSchema schema, ForeignTool tool, Table table, CancellationToken cancellation)
    {
        var rows = new List<ForeignRow>();
        await session.QueryAsync(
            $"SELECT * FROM {dialect.Quote(table.Name)}{OrderBy(tool, table)}", reader => rows.Add(Row(reader)), cancellation);
        var companions = ForeignTableSearch.Companions(schema, tool);
        return new ForeignHistory(tool.Name, table.Name.ToString(), Settled(rows.Select(tool.Read).OfType<ForeignEntry>()))
        {
            Tables = [table.Name.ToString(), .. companions.Select(companion => companion.Name.ToString())],
            IsNewestOnly = tool.Record is ForeignRecord.Newest,
        };
    }

    // The columns as this table spells them, as far as it has them: between versions of a tool they differ.
    private string OrderBy(ForeignTool tool, Table table)
    {
        var columns = tool.Order
            .Select(wanted => table.Columns.FirstOrDefault(column => ForeignTool.Plain(column.Name) == ForeignTool.Plain(wanted)))
            .OfType<Column>().Select(column => dialect.Quote(column.Name)).ToArray();
        return columns.Length == 0 ? "" : $" ORDER BY {string.Join(", ", columns)}";
    }

    private static ForeignRow Row(DbDataReader reader)
    {
        var values = new Dictionary<string, string?>(reader.FieldCount);
        for (var i = 0; i < reader.FieldCount; i++)
            values[ForeignTool.Plain(reader.GetName(i))] = reader.IsDBNull(i) ? null : Convert.ToString(reader.GetValue(i), CultureInfo.InvariantCulture);
        return new ForeignRow(values);
    }

    /// <summary>What is left when each row has taken back what it takes back.</summary>
    internal static ImmutableArray<ForeignEntry> Settled(IEnumerable<ForeignEntry> entries)
    {
        var left = new List<ForeignEntry>();
        foreach (var entry in entries)
        {
            left.RemoveAll(earlier => earlier.Version is null ? earlier.Name == entry.Name : earlier.Version == entry.Version);
            if (entry.State is not ForeignState.Undone) left.Add(entry);
        }

        return [.. left];
    }
}
