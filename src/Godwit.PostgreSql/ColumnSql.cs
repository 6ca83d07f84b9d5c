using System.Globalization;
using System.Text;
using Godwit.Schema;

namespace Godwit.PostgreSql;

/// <summary>A column as it stands in CREATE TABLE and ADD COLUMN.</summary>
internal static class ColumnSql
{
    private const int VirtualColumns = 18;

    internal static string Definition(Column column, int version)
    {
        Unsupported.Refuse(column);
        Contradiction(column);
        var sql = new StringBuilder();
        sql.Append(PostgreSqlNames.Quote(column.Name)).Append(' ').Append(PostgreSqlTypes.Sql(column.Type));
        if (column.Collation is { } collation) sql.Append(" COLLATE ").Append(PostgreSqlNames.QuoteCollation(collation));
        if (column.Identity is { } identity) sql.Append(' ').Append(Identity(identity));
        else if (!column.IsNullable) sql.Append(" NOT NULL");
        if (column.Generated is { } generated) sql.Append(' ').Append(Generated(column.Name, generated, version));
        if (ColumnDefault.Sql(column) is { } value) sql.Append(" DEFAULT ").Append(value);
        return sql.ToString();
    }

    internal static string Identity(Identity identity)
    {
        var options = SequenceOptions(identity);
        return $"GENERATED {Generation(identity.Kind)} AS IDENTITY{(options.Count == 0 ? "" : $" ({string.Join(' ', options)})")}";
    }

    // AutoIncrement lets a row bring its own number, as it does on the other databases.
    internal static string Generation(IdentityKind kind) => kind is IdentityKind.Always ? "ALWAYS" : "BY DEFAULT";

    private static List<string> SequenceOptions(Identity identity)
    {
        var options = new List<string>();
        if (identity.Start is { } start) options.Add("START WITH " + start.ToString(CultureInfo.InvariantCulture));
        if (identity.Increment is { } increment) options.Add("INCREMENT BY " + increment.ToString(CultureInfo.InvariantCulture));
        return options;
    }

    private static string Generated(string column, GeneratedExpression generated, int version)
    {
        if (generated.Storage is GeneratedStorage.Virtual && version < VirtualColumns)
        {
            throw Unsupported.Error($"computes a column when it is read from version {VirtualColumns} on, and this is {version}: {column}.",
                "Store it (StoredAs), or make a view that computes it.");
        }

        return $"GENERATED ALWAYS AS ({generated.Sql}) {(generated.Storage is GeneratedStorage.Virtual ? "VIRTUAL" : "STORED")}";
    }

    private static void Contradiction(Column column)
    {
        var sources = new List<string>();
        if (column.Identity is not null) sources.Add("numbers its rows by itself");
        if (column.Generated is not null) sources.Add("is computed");
        if (column.Default is not null) sources.Add("has a default");
        if (sources.Count > 1)
        {
            throw new GodwitException(ErrorCode.InvalidDefinition, $"The column {column.Name} {string.Join(" and ", sources)}.",
                "A column's value comes from one place: choose.");
        }
    }
}
