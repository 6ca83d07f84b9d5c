using Godwit.Schema;
using Microsoft.EntityFrameworkCore.Migrations.Operations;

namespace Godwit.EntityFrameworkCore.Providers;

/// <summary>The Pomelo Foundation's provider for MySQL and MariaDB.</summary>
internal sealed class PomeloProvider : Provider
{
    private static readonly string[] Integers = ["tinyint", "smallint", "mediumint", "int", "bigint"];

    internal override string Name => "Pomelo.EntityFrameworkCore.MySql";

    internal override string[] Products => ["mysql", "mariadb"];

    // Theirs is always PRIMARY.
    internal override bool NamesPrimaryKeys => false;

    internal override DatabaseSchema Database(DatabaseSchema schema, AlterDatabaseOperation operation, Annotations said)
    {
        // The database is there already, with its character set: the columns say theirs.
        said.Take("MySql:CharSet");
        return schema;
    }

    internal override Table Table(Table table, Annotations said) => table with
    {
        Options = table.Options with { Charset = said.Text("MySql:CharSet"), Collation = said.Text("Relational:Collation") },
    };

    internal override Column Column(Column column, AddColumnOperation operation, CreateTableOperation table, Annotations said)
    {
        var strategy = said.Text("MySql:ValueGenerationStrategy");
        var read = column with { Charset = said.Text("MySql:CharSet") };
        var (type, digits) = Parts(operation.ColumnType!);
        if (strategy is "IdentityColumn" && column.Default is null && Integers.Contains(type.Split(' ')[0])) return read with { Identity = new Identity() };
        if (type is not ("datetime" or "timestamp")) return read;
        // What it writes beside the type: the current time, and of every update.
        var moment = $"CURRENT_TIMESTAMP{digits}";
        var changes = operation.IsRowVersion || strategy is "ComputedColumn";
        if (strategy is not "IdentityColumn" && !changes) return read;
        return read with { Default = column.Default ?? new DefaultValue.Expression(moment), OnUpdate = changes ? moment : null };
    }

    internal override TableIndex Index(TableIndex index, Table table, Annotations said)
    {
        var lengths = said.List("MySql:IndexPrefixLength");
        return index with
        {
            Kind = said.Take("MySql:FullTextIndex") is true ? IndexKind.FullText : said.Take("MySql:SpatialIndex") is true ? IndexKind.Spatial : IndexKind.Ordinary,
            Parts = index.Parts.Select((part, place) => lengths.ElementAtOrDefault(place) is { } length and not "0"
                ? part with { Length = int.Parse(length, System.Globalization.CultureInfo.InvariantCulture) }
                : part).ToValueList(),
        };
    }

    // datetime(6) is datetime and (6).
    private static (string Name, string Modifier) Parts(string type)
    {
        var open = type.IndexOf('(', StringComparison.Ordinal);
        return open < 0 ? (type.ToLowerInvariant(), "") : (type[..open].ToLowerInvariant(), type[open..(type.IndexOf(')', open) + 1)]);
    }
}
