namespace Godwit.Dialects;

/// <summary>What the catalog says of a statement whose run was cut off.</summary>
public enum StatementEffect
{
    /// <summary>Its effect is there, whole.</summary>
    Present,

    /// <summary>Nothing of it is there: it can be run again.</summary>
    Absent,

    /// <summary>The catalog cannot tell.</summary>
    Unclear,
}
