namespace Godwit.Schema;

/// <summary>
/// What a column holds, in words that are the same for every database; each dialect has its own spelling for it. A type that
/// none of these words fits is <see cref="Native"/>.
/// </summary>
public abstract record ColumnType
{
    private ColumnType()
    {
    }

    /// <summary>A whole number.</summary>
    /// <param name="Size">How large it may become.</param>
    /// <param name="Unsigned">Whether it is never negative; kept by MySQL and MariaDB only.</param>
    public sealed record Integer(IntegerSize Size = IntegerSize.Regular, bool Unsigned = false) : ColumnType;

    /// <summary>A text of exactly so many characters.</summary>
    public sealed record Char(int Length) : ColumnType;

    /// <summary>A text of at most so many characters.</summary>
    public sealed record String(int Length = 255) : ColumnType;

    /// <summary>A text of any length.</summary>
    public sealed record Text(TextSize Size = TextSize.Regular) : ColumnType;

    /// <summary>A binary floating-point number.</summary>
    /// <param name="Precision">Its bits: up to 24 four bytes, up to 53 eight.</param>
    public sealed record Float(int Precision = 53) : ColumnType;

    /// <summary>A binary floating-point number of eight bytes.</summary>
    public sealed record Double : ColumnType;

    /// <summary>An exact number.</summary>
    /// <param name="Total">Its digits.</param>
    /// <param name="Places">How many of them stand after the point.</param>
    /// <param name="Unsigned">Whether it is never negative; kept by MySQL and MariaDB only.</param>
    public sealed record Decimal(int Total = 8, int Places = 2, bool Unsigned = false) : ColumnType;

    /// <summary>True or false.</summary>
    public sealed record Boolean : ColumnType;

    /// <summary>One of some texts: a type of its own on MySQL and MariaDB, a text with a check elsewhere.</summary>
    public sealed record Enum(ValueList<string> Values) : ColumnType;

    /// <summary>Any of some texts together: MySQL and MariaDB only.</summary>
    public sealed record Set(ValueList<string> Values) : ColumnType;

    /// <summary>An enumerated type of its own, made by <c>CreateEnum</c>: PostgreSQL only.</summary>
    public sealed record NativeEnum(ObjectName Name) : ColumnType;

    /// <summary>A JSON document, kept as it was written.</summary>
    public sealed record Json : ColumnType;

    /// <summary>A JSON document, kept in a form that can be searched.</summary>
    public sealed record JsonBinary : ColumnType;

    /// <summary>A day.</summary>
    public sealed record Date : ColumnType;

    /// <summary>A day and a time of day.</summary>
    /// <param name="Precision">Digits after the seconds' point, 0 to 6.</param>
    /// <param name="WithZone">Whether it is a moment in universal time.</param>
    public sealed record DateTime(int Precision = 0, bool WithZone = false) : ColumnType;

    /// <summary>A day and a time of day; on MySQL and MariaDB the type that is kept in universal time.</summary>
    /// <param name="Precision">Digits after the seconds' point, 0 to 6.</param>
    /// <param name="WithZone">Whether it is a moment in universal time.</param>
    public sealed record Timestamp(int Precision = 0, bool WithZone = false) : ColumnType;

    /// <summary>A time of day.</summary>
    /// <param name="Precision">Digits after the seconds' point, 0 to 6.</param>
    /// <param name="WithZone">Whether it says its distance from universal time.</param>
    public sealed record Time(int Precision = 0, bool WithZone = false) : ColumnType;

    /// <summary>A year.</summary>
    public sealed record Year : ColumnType;

    /// <summary>Bytes.</summary>
    /// <param name="Length">How many at most; null is any number.</param>
    /// <param name="IsFixed">Whether it is exactly that many.</param>
    public sealed record Binary(int? Length = null, bool IsFixed = false) : ColumnType;

    /// <summary>A universally unique identifier (RFC 9562).</summary>
    public sealed record Uuid : ColumnType;

    /// <summary>A sortable unique identifier in Crockford's base 32.</summary>
    public sealed record Ulid(int Length = 26) : ColumnType;

    /// <summary>An address of the internet protocol, version 4 or 6.</summary>
    public sealed record IpAddress : ColumnType;

    /// <summary>The hardware address of a network card.</summary>
    public sealed record MacAddress : ColumnType;

    /// <summary>A shape on a plane.</summary>
    /// <param name="Subtype"><c>point</c>, <c>polygon</c> …; null is any.</param>
    /// <param name="Srid">The spatial reference system; 0 is none.</param>
    public sealed record Geometry(string? Subtype = null, int Srid = 0) : ColumnType;

    /// <summary>A shape on the globe.</summary>
    /// <param name="Subtype"><c>point</c>, <c>polygon</c> …; null is any.</param>
    /// <param name="Srid">The spatial reference system.</param>
    public sealed record Geography(string? Subtype = null, int Srid = 4326) : ColumnType;

    /// <summary>A vector of numbers, for searching by likeness.</summary>
    public sealed record Vector(int? Dimensions = null) : ColumnType;

    /// <summary>A text prepared for searching: PostgreSQL only.</summary>
    public sealed record TextSearch : ColumnType;

    /// <summary>A type in the database's own words: what a catalog says, or an author wrote.</summary>
    public sealed record Native(string Sql) : ColumnType;
}

/// <summary>How large a whole number may become.</summary>
public enum IntegerSize
{
    /// <summary>One byte.</summary>
    Tiny,

    /// <summary>Two bytes.</summary>
    Small,

    /// <summary>Three bytes.</summary>
    Medium,

    /// <summary>Four bytes.</summary>
    Regular,

    /// <summary>Eight bytes.</summary>
    Big,
}

/// <summary>How large a text may become where the database distinguishes.</summary>
public enum TextSize
{
    /// <summary>255 bytes.</summary>
    Tiny,

    /// <summary>64 KiB.</summary>
    Regular,

    /// <summary>16 MiB.</summary>
    Medium,

    /// <summary>4 GiB.</summary>
    Long,
}
