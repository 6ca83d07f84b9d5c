namespace Godwit;

/// <summary>What is meant where the author of a migration does not say.</summary>
internal sealed class AuthoringDefaults
{
    /// <summary>The length of a <c>String</c> or <c>Char</c>.</summary>
    internal int StringLength { get; set; } = 255;

    /// <summary>The digits after the seconds' point.</summary>
    internal int TimePrecision { get; set; }

    /// <summary>The kind of key that <c>Morphs</c> refers to.</summary>
    internal MorphKey MorphKey { get; set; } = MorphKey.Integer;
}

/// <summary>The kind of key that a polymorphic reference holds: what <c>table.Morphs</c> makes.</summary>
public enum MorphKey
{
    /// <summary>An eight-byte whole number.</summary>
    Integer,

    /// <summary>A UUID.</summary>
    Uuid,

    /// <summary>A ULID.</summary>
    Ulid,
}
