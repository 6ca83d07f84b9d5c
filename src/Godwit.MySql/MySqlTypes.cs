using Godwit.Schema;

namespace Godwit.MySql;

/// <summary>The types of columns in the words of a server.</summary>
internal sealed class MySqlTypes(MySqlTraits traits, MySqlLiterals literals)
{
    /// <summary>The spelling of a type.</summary>
    /// <exception cref="GodwitException">The server has no such type.</exception>
    internal string Spell(ColumnType type) => type switch
    {
        ColumnType.Integer integer => Integer(integer.Size) + Sign(integer.Unsigned),
        ColumnType.Decimal number => $"decimal({number.Total},{number.Places}){Sign(number.Unsigned)}",
        // FLOAT(p) is deprecated (MySQL 8.0.17); it means FLOAT up to 24 bits and DOUBLE beyond
        ColumnType.Float number => number.Precision <= 24 ? "float" : "double",
        ColumnType.Double => "double",
        ColumnType.Boolean => "tinyint(1)",
        ColumnType.Char text => $"char({text.Length})",
        ColumnType.String text => $"varchar({text.Length})",
        ColumnType.Text text => Text(text.Size),
        ColumnType.Enum values => $"enum({Values(values.Values)})",
        ColumnType.Set values => $"set({Values(values.Values)})",
        ColumnType.Json or ColumnType.JsonBinary => "json",
        ColumnType.Date => "date",
        ColumnType.Year => "year",
        ColumnType.DateTime moment => "datetime" + Precision(moment.Precision),
        ColumnType.Timestamp moment => "timestamp" + Precision(moment.Precision),
        ColumnType.Time time => "time" + Precision(time.Precision),
        ColumnType.Binary bytes => Binary(bytes),
        ColumnType.Uuid => traits.UuidType,
        ColumnType.Ulid id => $"char({id.Length})",
        // not inet6: it gives an address of version 4 back in the form of version 6
        ColumnType.IpAddress => "varchar(45)",
        ColumnType.MacAddress => "varchar(17)",
        ColumnType.Geometry shape => Shape(shape.Subtype, shape.Srid),
        ColumnType.Geography shape => Shape(shape.Subtype, shape.Srid),
        ColumnType.Vector vector => Vector(vector),
        ColumnType.NativeEnum native => throw Missing($"enumerated types of their own ({native.Name})", "Use Enum with the values in the column."),
        ColumnType.TextSearch => throw Missing("a type for prepared search texts", "Put a FULLTEXT index on the text columns."),
        ColumnType.Native { Sql: "" } => throw Missing("columns without a type", "Give it one."),
        ColumnType.Native native => native.Sql,
        _ => throw new InvalidOperationException($"A kind of type without a spelling: {type}"),
    };

    private static string Integer(IntegerSize size) => size switch
    {
        IntegerSize.Tiny => "tinyint",
        IntegerSize.Small => "smallint",
        IntegerSize.Medium => "mediumint",
        IntegerSize.Big => "bigint",
        _ => "int",
    };

    private static string Text(TextSize size) => size switch
    {
        TextSize.Tiny => "tinytext",
        TextSize.Medium => "mediumtext",
        TextSize.Long => "longtext",
        _ => "text",
    };

    private static string Sign(bool unsigned) => unsigned ? " unsigned" : "";

    private static string Precision(int digits) => digits == 0 ? "" : $"({digits})";

    private static string Binary(ColumnType.Binary bytes) => bytes switch
    {
        { Length: null, IsFixed: true } => throw new GodwitException(ErrorCode.InvalidDefinition, "Bytes of a fixed number need that number.", "Give the length."),
        { Length: null } => "blob",
        { IsFixed: true } => $"binary({bytes.Length})",
        _ => $"varbinary({bytes.Length})",
    };

    private string Values(ValueList<string> values) => string.Join(",", values.Select(literals.Text));

    private string Shape(string? subtype, int srid) => (subtype ?? "geometry").ToLowerInvariant() + (srid == 0 ? "" : $"{traits.SpatialReference}{srid}");

    private string Vector(ColumnType.Vector vector)
    {
        if (traits.Vectors is VectorSupport.None)
            throw Missing("vectors", "MySQL 9.0 and MariaDB 11.7 have them; before that keep the numbers in a JSON or binary column.");
        if (vector.Dimensions is null && traits.Product == "mariadb")
            throw new GodwitException(ErrorCode.InvalidDefinition, "A vector on MariaDB needs its number of dimensions.", "Give the dimensions.");
        return vector.Dimensions is { } dimensions ? $"vector({dimensions})" : "vector";
    }

    private GodwitException Missing(string what, string alternative) => new(ErrorCode.NotSupported, $"{traits.Title} does not have {what}.", alternative);
}
