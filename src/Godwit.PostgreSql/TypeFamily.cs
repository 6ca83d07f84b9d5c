namespace Godwit.PostgreSql;

/// <summary>Types whose constants are written alike, and that are cast into one another without being told to.</summary>
internal enum TypeFamily
{
    /// <summary>Any other type.</summary>
    Other,

    /// <summary>Texts.</summary>
    Text,

    /// <summary>Whole, exact and floating-point numbers.</summary>
    Number,

    /// <summary>True and false.</summary>
    Boolean,

    /// <summary>Days.</summary>
    Date,

    /// <summary>Days with a time of day.</summary>
    Timestamp,

    /// <summary>Moments.</summary>
    TimestampWithZone,

    /// <summary>Times of day.</summary>
    Time,

    /// <summary>Universally unique identifiers.</summary>
    Uuid,

    /// <summary>Bytes.</summary>
    Bytes,

    /// <summary>Values that an enum lists.</summary>
    Enumerated,
}

/// <summary>Tells the family of a type.</summary>
internal static class TypeFamilies
{
    /// <summary>The family of a type in its canonical spelling.</summary>
    internal static TypeFamily Of(string canonical) => NativeTypeName.WithoutModifier(canonical) switch
    {
        "text" or "character varying" or "bpchar" or "citext" => TypeFamily.Text,
        "smallint" or "integer" or "bigint" or "numeric" or "real" or "double precision" => TypeFamily.Number,
        "boolean" => TypeFamily.Boolean,
        "date" => TypeFamily.Date,
        "timestamp without time zone" => TypeFamily.Timestamp,
        "timestamp with time zone" => TypeFamily.TimestampWithZone,
        "time without time zone" => TypeFamily.Time,
        "uuid" => TypeFamily.Uuid,
        "bytea" => TypeFamily.Bytes,
        _ => TypeFamily.Other,
    };
}
