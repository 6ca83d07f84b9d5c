using Godwit.Schema;

namespace Godwit.MySql;

/// <summary>Makes columns out of what the catalog says of them.</summary>
internal sealed class ColumnReading(MySqlTraits traits)
{
    /// <summary>The column of a row of <see cref="CatalogQueries.Columns"/>.</summary>
    internal Column Read(CatalogRow row)
    {
        var extra = row.Name(6);
        var type = row.Name(2) + (row.Number(9) is { } srid and > 0 ? $"{traits.SpatialReference}{srid}" : "");
        return new Column(row.Name(1), new ColumnType.Native(type))
        {
            IsNullable = row.Is(3, "YES"),
            Default = row.Text(4) is { } value ? Default(value, type, extra) : null,
            Identity = Has(extra, "auto_increment") ? new Identity() : null,
            Generated = Has(extra, "VIRTUAL GENERATED") ? new GeneratedExpression(Sql(row.Name(8)), GeneratedStorage.Virtual)
                : Has(extra, "STORED GENERATED") ? new GeneratedExpression(Sql(row.Name(8)), GeneratedStorage.Stored) : null,
            Collation = row.Text(5),
            Comment = row.Text(7),
            IsInvisible = Has(extra, "INVISIBLE"),
            OnUpdate = OnUpdate(extra),
        };
    }

    /// <summary>An expression as the catalog gives it, as SQL. MySQL escapes the quotes in it.</summary>
    internal string Sql(string text) => traits.HasDefaultsAsSql ? text : text.Replace(@"\'", "'", StringComparison.Ordinal);

    private static bool Has(string extra, string word) => extra.Contains(word, StringComparison.OrdinalIgnoreCase);

    // MySQL gives a bare value, or an expression where it says DEFAULT_GENERATED, and for bytes the hexadecimal form; MariaDB gives SQL.
    private DefaultValue Default(string text, string type, string extra)
    {
        if (traits.HasDefaultsAsSql || Has(extra, "DEFAULT_GENERATED") || text.StartsWith("b'", StringComparison.Ordinal)) return new DefaultValue.Expression(Sql(text));
        return CanonicalType.Word(type) is "binary" or "varbinary" && text.StartsWith("0x", StringComparison.Ordinal)
            ? new DefaultValue.Literal(Convert.FromHexString(text.AsSpan(2)))
            : new DefaultValue.Literal(text);
    }

    private static string? OnUpdate(string extra)
    {
        const string Words = "on update ";
        var start = extra.IndexOf(Words, StringComparison.OrdinalIgnoreCase);
        if (start < 0) return null;
        var rest = extra[(start + Words.Length)..];
        return rest.Split(' ', ',')[0];
    }
}
