using System.Globalization;
using Godwit.Schema;

namespace Godwit.PostgreSql;

/// <summary>How PostgreSQL spells what a column holds (manual, chapter 8).</summary>
internal static class PostgreSqlTypes
{
    private const int FinestPrecision = 6;

    private static readonly string[] Shapes =
    [
        "Geometry", "Point", "LineString", "Polygon", "MultiPoint", "MultiLineString", "MultiPolygon", "GeometryCollection",
        "CircularString", "CompoundCurve", "CurvePolygon", "MultiCurve", "MultiSurface", "PolyhedralSurface", "Triangle", "Tin",
    ];

    /// <summary>A type as a person would write it.</summary>
    /// <exception cref="GodwitException">PostgreSQL has nothing like it.</exception>
    internal static string Sql(ColumnType type) => type switch
    {
        ColumnType.Integer integer => Integer(integer.Size),
        ColumnType.Char text => $"char({Length(text.Length)})",
        ColumnType.String text => $"varchar({Length(text.Length)})",
        ColumnType.Text { Size: TextSize.Tiny } => "varchar(255)",
        ColumnType.Text => "text",
        ColumnType.Float { Precision: <= 24 } => "real",
        ColumnType.Float or ColumnType.Double => "double precision",
        ColumnType.Decimal number => Decimal(number),
        ColumnType.Boolean => "boolean",
        ColumnType.Enum => "varchar(255)",
        ColumnType.Set => throw Unsupported.Error("has no SET type.", "Use an array (Native(\"text[]\")) with a check, a JSON document, or a table of its own."),
        ColumnType.NativeEnum named => PostgreSqlNames.Quote(named.Name),
        ColumnType.Json => "json",
        ColumnType.JsonBinary => "jsonb",
        ColumnType.Date => "date",
        ColumnType.DateTime moment => Moment("timestamp", moment.Precision, moment.WithZone),
        ColumnType.Timestamp moment => Moment("timestamp", moment.Precision, moment.WithZone),
        ColumnType.Time time => Moment("time", time.Precision, time.WithZone),
        ColumnType.Year => "integer",
        ColumnType.Binary => "bytea",
        ColumnType.Uuid => "uuid",
        ColumnType.Ulid ulid => $"char({Length(ulid.Length)})",
        ColumnType.IpAddress => "inet",
        ColumnType.MacAddress => "macaddr",
        ColumnType.Geometry shape => Shape("geometry", shape.Subtype, shape.Srid, unstatedSrid: 0),
        ColumnType.Geography shape => Shape("geography", shape.Subtype, shape.Srid, unstatedSrid: 4326),
        ColumnType.Vector { Dimensions: { } dimensions } => $"vector({Length(dimensions)})",
        ColumnType.Vector => "vector",
        ColumnType.TextSearch => "tsvector",
        ColumnType.Native { Sql: "" } => throw Unsupported.Error("has no columns without a type.", "Give it one."),
        ColumnType.Native native => NativeTypeName.Short(native.Sql),
        _ => throw new InvalidOperationException($"No spelling for {type}."),
    };

    /// <summary>A type as the catalog gives it back: <see cref="ColumnType.Native"/> in the words of <c>format_type</c>.</summary>
    internal static ColumnType Canonical(ColumnType type) =>
        type is ColumnType.NativeEnum ? type : new ColumnType.Native(NativeTypeName.Canonical(Sql(type)));

    private static string Integer(IntegerSize size) => size switch
    {
        IntegerSize.Tiny or IntegerSize.Small => "smallint",
        IntegerSize.Big => "bigint",
        _ => "integer",
    };

    private static string Decimal(ColumnType.Decimal number) => number is { Total: >= 1 and <= 1000, Places: >= 0 } && number.Places <= number.Total
        ? string.Create(CultureInfo.InvariantCulture, $"numeric({number.Total},{number.Places})")
        : throw new GodwitException(ErrorCode.InvalidDefinition, $"A number of {number.Total} digits, {number.Places} of them after the point, makes no sense.",
            "Give 1 to 1000 digits, and no more places than digits.");

    private static string Length(int length) => length >= 1
        ? length.ToString(CultureInfo.InvariantCulture)
        : throw new GodwitException(ErrorCode.InvalidDefinition, $"A type cannot have the length {length}.", "Give at least 1.");

    private static string Moment(string word, int precision, bool withZone)
    {
        if (precision is < 0 or > FinestPrecision)
        {
            throw new GodwitException(ErrorCode.InvalidDefinition, $"A {word} cannot have {precision} digits after the seconds' point.",
                $"Give 0 to {FinestPrecision}.");
        }

        return $"{word}({precision.ToString(CultureInfo.InvariantCulture)}){(withZone ? " with time zone" : "")}";
    }

    // PostGIS gives the shape back in its own spelling, and leaves out a reference system that is the usual one
    // (PostGIS manual, 4.3.1 and 4.4.1).
    private static string Shape(string word, string? subtype, int srid, int unstatedSrid)
    {
        if (subtype is null && srid == unstatedSrid) return word;
        var shape = Shapes.FirstOrDefault(known => known.Equals(subtype ?? "Geometry", StringComparison.OrdinalIgnoreCase)) ?? subtype;
        return srid == 0 ? $"{word}({shape})" : string.Create(CultureInfo.InvariantCulture, $"{word}({shape},{srid})");
    }
}
