namespace Godwit.MySql;

/// <summary>The facts of <c>sql_mode</c> that change how a script is read. The defaults are those of a server.</summary>
public sealed record SqlModes
{
    /// <summary>What a new server has: neither.</summary>
    public static readonly SqlModes Default = new();

    /// <summary><c>ANSI_QUOTES</c>: what stands in double quotes is a name and not a string.</summary>
    public DoubleQuotes DoubleQuotes { get; init; }

    /// <summary><c>NO_BACKSLASH_ESCAPES</c>: a backslash in a string is a character like any other.</summary>
    public Backslash Backslash { get; init; }
}

/// <summary>What double quotes hold.</summary>
public enum DoubleQuotes
{
    /// <summary>A string.</summary>
    String,

    /// <summary>A name: <c>sql_mode</c> has <c>ANSI_QUOTES</c>.</summary>
    Identifier,
}

/// <summary>What a backslash in a string does.</summary>
public enum Backslash
{
    /// <summary>It escapes the character after it.</summary>
    Escapes,

    /// <summary>Nothing: <c>sql_mode</c> has <c>NO_BACKSLASH_ESCAPES</c>.</summary>
    IsPlain,
}
