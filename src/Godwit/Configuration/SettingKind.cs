namespace Godwit.Configuration;

/// <summary>The kinds of value that JSON knows.</summary>
internal enum SettingKind
{
    /// <summary>A text in quotes.</summary>
    Text,

    /// <summary>A number.</summary>
    Number,

    /// <summary><c>true</c>, <c>false</c> or <c>null</c>.</summary>
    Word,

    /// <summary>Values in square brackets.</summary>
    List,

    /// <summary>Keys and values in braces.</summary>
    Group,
}
