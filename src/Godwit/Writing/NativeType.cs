using System.Globalization;
using Godwit.Schema;

namespace Godwit.Writing;

/// <summary>The word of migrations for a type in a database's own words, where the one becomes the other again.</summary>
internal sealed record NativeType(string Name, string[] Arguments, string Rest)
{
    /// <summary>The type as a person would write it; the type itself where only the database's own words say it.</summary>
    internal static ColumnType Worded(ColumnType type, string product)
    {
        if (type is not ColumnType.Native native) return type;
        var parsed = Parse(native.Sql.ToLowerInvariant());
        return (product switch
        {
            "postgresql" => parsed.PostgreSql(),
            "mysql" or "mariadb" => parsed.MySql(native.Sql),
            "sqlite" => parsed.Sqlite(),
            _ => null,
        }) ?? type;
    }

    private static NativeType Parse(string sql)
    {
        var open = sql.IndexOf('(', StringComparison.Ordinal);
        var close = sql.LastIndexOf(')');
        return open < 0 || close < open
            ? new NativeType(sql.Trim(), [], "")
            : new NativeType(sql[..open].Trim(), sql[(open + 1)..close].Split(',', StringSplitOptions.TrimEntries), sql[(close + 1)..].Trim());
    }

    private ColumnType? PostgreSql() => (Name, Arguments, Rest) switch
    {
        ("smallint", [], "") => new ColumnType.Integer(IntegerSize.Small),
        ("integer" or "int", [], "") => new ColumnType.Integer(),
        ("bigint", [], "") => new ColumnType.Integer(IntegerSize.Big),
        ("character varying" or "varchar", [var length], "") => new ColumnType.String(Number(length)),
        ("character" or "char", [var length], "") => new ColumnType.Char(Number(length)),
        ("numeric" or "decimal", [var total, var places], "") => new ColumnType.Decimal(Number(total), Number(places)),
        ("text", [], "") => new ColumnType.Text(),
        ("boolean", [], "") => new ColumnType.Boolean(),
        ("real", [], "") => new ColumnType.Float(24),
        ("double precision", [], "") => new ColumnType.Double(),
        ("date", [], "") => new ColumnType.Date(),
        ("uuid", [], "") => new ColumnType.Uuid(),
        ("json", [], "") => new ColumnType.Json(),
        ("jsonb", [], "") => new ColumnType.JsonBinary(),
        ("bytea", [], "") => new ColumnType.Binary(),
        ("inet", [], "") => new ColumnType.IpAddress(),
        ("macaddr", [], "") => new ColumnType.MacAddress(),
        ("tsvector", [], "") => new ColumnType.TextSearch(),
        ("vector", [var dimensions], "") => new ColumnType.Vector(Number(dimensions)),
        ("timestamp", [var digits], "" or "without time zone") => new ColumnType.Timestamp(Number(digits)),
        ("timestamp", [var digits], "with time zone") => new ColumnType.Timestamp(Number(digits), WithZone: true),
        ("timestamptz", [var digits], "") => new ColumnType.Timestamp(Number(digits), WithZone: true),
        ("time", [var digits], "" or "without time zone") => new ColumnType.Time(Number(digits)),
        ("time", [var digits], "with time zone") => new ColumnType.Time(Number(digits), WithZone: true),
        ("timetz", [var digits], "") => new ColumnType.Time(Number(digits), WithZone: true),
        _ => null,
    };

    private ColumnType? MySql(string sql) => (Name, Arguments, Rest) switch
    {
        ("tinyint", ["1"], "") => new ColumnType.Boolean(),
        ("varchar", [var length], "") => new ColumnType.String(Number(length)),
        ("char", [var length], "") => new ColumnType.Char(Number(length)),
        ("decimal", [var total, var places], "" or "unsigned") => new ColumnType.Decimal(Number(total), Number(places), Rest.Length > 0),
        ("tinytext", [], "") => new ColumnType.Text(TextSize.Tiny),
        ("text", [], "") => new ColumnType.Text(),
        ("mediumtext", [], "") => new ColumnType.Text(TextSize.Medium),
        ("longtext", [], "") => new ColumnType.Text(TextSize.Long),
        ("float", [], "") => new ColumnType.Float(24),
        ("double", [], "") => new ColumnType.Double(),
        ("date", [], "") => new ColumnType.Date(),
        ("year", [], "") => new ColumnType.Year(),
        ("json", [], "") => new ColumnType.Json(),
        ("uuid", [], "") => new ColumnType.Uuid(),
        ("blob", [], "") => new ColumnType.Binary(),
        ("varbinary", [var length], "") => new ColumnType.Binary(Number(length)),
        ("binary", [var length], "") => new ColumnType.Binary(Number(length), IsFixed: true),
        ("datetime", _, "") => new ColumnType.DateTime(Digits()),
        ("timestamp", _, "") => new ColumnType.Timestamp(Digits()),
        ("time", _, "") => new ColumnType.Time(Digits()),
        ("enum", _, "") => new ColumnType.Enum(Values(sql)),
        ("set", _, "") => new ColumnType.Set(Values(sql)),
        _ => MySqlInteger(),
    };

    private ColumnType.Integer? MySqlInteger() => Arguments.Length > 0 ? null : Name switch
    {
        "tinyint" => new(IntegerSize.Tiny),
        "tinyint unsigned" => new(IntegerSize.Tiny, Unsigned: true),
        "smallint" => new(IntegerSize.Small),
        "smallint unsigned" => new(IntegerSize.Small, Unsigned: true),
        "mediumint" => new(IntegerSize.Medium),
        "mediumint unsigned" => new(IntegerSize.Medium, Unsigned: true),
        "int" => new(),
        "int unsigned" => new(Unsigned: true),
        "bigint" => new(IntegerSize.Big),
        "bigint unsigned" => new(IntegerSize.Big, Unsigned: true),
        _ => null,
    };

    private ColumnType? Sqlite() => (Name, Arguments) switch
    {
        ("integer", []) => new ColumnType.Integer(),
        ("varchar", []) => new ColumnType.String(),
        ("text", []) => new ColumnType.Text(),
        ("numeric", []) => new ColumnType.Decimal(),
        ("float", []) => new ColumnType.Float(),
        ("double", []) => new ColumnType.Double(),
        ("tinyint", ["1"]) => new ColumnType.Boolean(),
        ("date", []) => new ColumnType.Date(),
        ("datetime", []) => new ColumnType.Timestamp(),
        ("time", []) => new ColumnType.Time(),
        ("blob", []) => new ColumnType.Binary(),
        _ => null,
    };

    private static int Number(string text) => int.Parse(text, NumberStyles.None, CultureInfo.InvariantCulture);

    private int Digits() => Arguments is [var digits] ? Number(digits) : 0;

    // 'a','it''s': as the catalog writes them.
    private static ValueList<string> Values(string sql)
    {
        var values = new List<string>();
        for (var start = sql.IndexOf('\'', StringComparison.Ordinal); start >= 0;)
        {
            var end = start + 1;
            while (sql[end] != '\'' || (end + 1 < sql.Length && sql[end + 1] == '\'')) end += sql[end] == '\'' ? 2 : 1;
            values.Add(sql[(start + 1)..end].Replace("''", "'", StringComparison.Ordinal));
            start = sql.IndexOf('\'', end + 1);
        }

        return values.ToValueList();
    }
}
