using System.Globalization;

namespace Godwit.Schema;

/// <summary>What kind of value a column holds.</summary>
internal enum ValueFamily
{
    /// <summary>Any type that has no better word here.</summary>
    Other,

    /// <summary>A text.</summary>
    Text,

    /// <summary>A whole number.</summary>
    Integer,

    /// <summary>An exact number.</summary>
    Decimal,

    /// <summary>A floating-point number.</summary>
    Floating,

    /// <summary>True or false.</summary>
    Boolean,

    /// <summary>A day.</summary>
    Date,

    /// <summary>A day and a time of day.</summary>
    DateTime,

    /// <summary>A time of day.</summary>
    Time,

    /// <summary>A year.</summary>
    Year,

    /// <summary>A universally unique identifier.</summary>
    Uuid,

    /// <summary>A JSON document.</summary>
    Json,

    /// <summary>Bytes.</summary>
    Bytes,

    /// <summary>One of some texts.</summary>
    Enum,

    /// <summary>An internet address.</summary>
    IpAddress,
}

/// <summary>A column's type as far as values go: the same whether it is said in our words or in a database's own.</summary>
/// <param name="Family">What kind of value it holds.</param>
internal sealed record ValueKind(ValueFamily Family)
{
    /// <summary>The most characters of a text, or bytes; null is any number.</summary>
    internal int? Length { get; init; }

    /// <summary>The bytes of a whole number.</summary>
    internal int Size { get; init; } = 8;

    /// <summary>The digits of an exact number.</summary>
    internal int Digits { get; init; } = 18;

    /// <summary>How many digits of an exact number stand after the point, or those of a time after the seconds' point.</summary>
    internal int Places { get; init; }

    /// <summary>The texts that it is one of.</summary>
    internal ValueList<string> Values { get; init; } = [];

    /// <summary>Whether it is a moment in universal time.</summary>
    internal bool WithZone { get; init; }

    /// <summary>The kind of a type.</summary>
    /// <param name="type">The type.</param>
    /// <param name="enums">The enumerated types of the database.</param>
    internal static ValueKind Of(ColumnType type, ValueList<EnumType> enums) => type switch
    {
        ColumnType.Integer integer => new(ValueFamily.Integer) { Size = integer.Size switch { IntegerSize.Tiny => 1, IntegerSize.Small => 2, IntegerSize.Medium => 3, IntegerSize.Regular => 4, _ => 8 } },
        ColumnType.Char text => new(ValueFamily.Text) { Length = text.Length },
        ColumnType.String text => new(ValueFamily.Text) { Length = text.Length },
        ColumnType.Ulid text => new(ValueFamily.Text) { Length = text.Length },
        ColumnType.Text { Size: TextSize.Tiny } => new(ValueFamily.Text) { Length = 255 },
        ColumnType.Text => new(ValueFamily.Text),
        ColumnType.Float or ColumnType.Double => new(ValueFamily.Floating),
        ColumnType.Decimal number => new(ValueFamily.Decimal) { Digits = number.Total, Places = number.Places },
        ColumnType.Boolean => new(ValueFamily.Boolean),
        ColumnType.Enum values => new(ValueFamily.Enum) { Values = values.Values },
        ColumnType.Set values => new(ValueFamily.Enum) { Values = values.Values },
        ColumnType.NativeEnum named => new(ValueFamily.Enum) { Values = enums.FirstOrDefault(known => known.Name == named.Name)?.Values ?? [] },
        ColumnType.Json or ColumnType.JsonBinary => new(ValueFamily.Json),
        ColumnType.Date => new(ValueFamily.Date),
        ColumnType.DateTime moment => new(ValueFamily.DateTime) { Places = moment.Precision, WithZone = moment.WithZone },
        ColumnType.Timestamp moment => new(ValueFamily.DateTime) { Places = moment.Precision, WithZone = moment.WithZone },
        ColumnType.Time time => new(ValueFamily.Time) { Places = time.Precision },
        ColumnType.Year => new(ValueFamily.Year),
        ColumnType.Binary bytes => new(ValueFamily.Bytes) { Length = bytes.Length },
        ColumnType.Uuid => new(ValueFamily.Uuid),
        ColumnType.IpAddress => new(ValueFamily.IpAddress),
        ColumnType.Native native => Native(native.Sql.Trim()),
        _ => new(ValueFamily.Other),
    };

    private static ValueKind Native(string written)
    {
        if (written.EndsWith(']')) return new(ValueFamily.Other);
        var open = written.IndexOf('(', StringComparison.Ordinal);
        var close = open < 0 ? -1 : written.LastIndexOf(')');
        var name = (close < 0 ? written : written[..open] + written[(close + 1)..]).ToLowerInvariant();
        var inside = close < 0 ? "" : written[(open + 1)..close];
        if (name.StartsWith("enum", StringComparison.Ordinal) || name.StartsWith("set", StringComparison.Ordinal)) return new(ValueFamily.Enum) { Values = Quoted(inside).ToValueList() };
        var numbers = inside.Split(',').Select(part => int.TryParse(part, NumberStyles.Integer, CultureInfo.InvariantCulture, out var number) ? number : (int?)null).ToArray();
        return Native(name.Split(' ', 2)[0], name, numbers[0], numbers.Length > 1 ? numbers[1] ?? 0 : 0);
    }

    private static ValueKind Native(string word, string name, int? first, int second) => word switch
    {
        "tinyint" when first == 1 => new(ValueFamily.Boolean),
        "bool" or "boolean" => new(ValueFamily.Boolean),
        "tinyint" => new(ValueFamily.Integer) { Size = 1 },
        "smallint" or "int2" or "smallserial" => new(ValueFamily.Integer) { Size = 2 },
        "mediumint" => new(ValueFamily.Integer) { Size = 3 },
        "int" or "integer" or "int4" or "serial" => new(ValueFamily.Integer) { Size = 4 },
        "bigint" or "int8" or "bigserial" => new(ValueFamily.Integer),
        "year" => new(ValueFamily.Year),
        "numeric" or "decimal" or "dec" => new(ValueFamily.Decimal) { Digits = first ?? 18, Places = first is null ? 2 : second },
        "real" or "float" or "double" or "float4" or "float8" => new(ValueFamily.Floating),
        "date" => new(ValueFamily.Date),
        "datetime" or "timestamp" or "timestamptz" => new(ValueFamily.DateTime) { Places = first ?? 6, WithZone = word == "timestamptz" || name.Contains("with time zone", StringComparison.Ordinal) },
        "time" or "timetz" => new(ValueFamily.Time) { Places = first ?? 6 },
        "json" or "jsonb" => new(ValueFamily.Json),
        "uuid" => new(ValueFamily.Uuid),
        "inet" or "cidr" or "inet4" or "inet6" => new(ValueFamily.IpAddress),
        "bytea" or "blob" or "binary" or "varbinary" or "tinyblob" or "mediumblob" or "longblob" => new(ValueFamily.Bytes) { Length = first ?? (word == "tinyblob" ? 255 : null) },
        "tinytext" => new(ValueFamily.Text) { Length = 255 },
        "varchar" or "character" or "char" or "nvarchar" or "nchar" or "bpchar" or "text" or "mediumtext" or "longtext" or "clob" or "citext" => new(ValueFamily.Text) { Length = first ?? (name is "char" or "character" ? 1 : null) },
        _ => new(ValueFamily.Other),
    };

    /// <summary>The texts between single quotes.</summary>
    internal static IEnumerable<string> Quoted(string sql)
    {
        for (var at = sql.IndexOf('\'', StringComparison.Ordinal); at >= 0;)
        {
            var end = at + 1;
            while (end < sql.Length && (sql[end] != '\'' || (end + 1 < sql.Length && sql[end + 1] == '\''))) end += sql[end] == '\'' ? 2 : 1;
            yield return sql[(at + 1)..Math.Min(end, sql.Length)].Replace("''", "'", StringComparison.Ordinal);
            at = end + 1 < sql.Length ? sql.IndexOf('\'', end + 1) : -1;
        }
    }
}
