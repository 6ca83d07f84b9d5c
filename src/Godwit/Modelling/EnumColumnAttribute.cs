namespace Godwit;

/// <summary>How the values of an enumeration are stored: <c>[EnumColumn(EnumStorage.Number)]</c>. Without it by their names.</summary>
/// <param name="storage">How.</param>
[AttributeUsage(AttributeTargets.Property)]
public sealed class EnumColumnAttribute(EnumStorage storage) : Attribute
{
    /// <summary>How.</summary>
    public EnumStorage Storage { get; } = storage;
}

/// <summary>How the values of an enumeration are stored.</summary>
public enum EnumStorage
{
    /// <summary>By name, and no other name is accepted: <c>enum(…)</c> (MySQL, MariaDB), a text with a check elsewhere. Not for flags, which are numbers.</summary>
    Names,

    /// <summary>By name, and any other text is accepted too: a new member needs no migration.</summary>
    Text,

    /// <summary>By number.</summary>
    Number,
}
