using Godwit.Schema;

namespace Godwit.MySql;

/// <summary>Names in SQL.</summary>
internal static class MySqlNames
{
    private const int MaximumLength = 64;

    /// <summary>A name as an identifier, quoted.</summary>
    /// <exception cref="GodwitException">The server would not take it (MySQL manual, 11.2 Schema Object Names).</exception>
    internal static string Quote(string name)
    {
        if (Flaw(name) is { } flaw)
            throw new GodwitException(ErrorCode.InvalidIdentifier, $"The name \"{Shown(name)}\" {flaw}, which MySQL and MariaDB do not take.", "Choose another name.");
        return MySqlDialect.Instance.Quote(name);
    }

    /// <summary>A name with its database, where it has one, quoted.</summary>
    internal static string Quote(ObjectName name) => name.Schema is null ? Quote(name.Name) : $"{Quote(name.Schema)}.{Quote(name.Name)}";

    /// <summary>Some names in parentheses.</summary>
    internal static string List(ValueList<string> names) => $"({string.Join(", ", names.Select(Quote))})";

    private static string? Flaw(string name)
    {
        if (name.Length == 0) return "is empty";
        if (name.Contains('\0', StringComparison.Ordinal)) return "holds a NUL character";
        if (name.AsSpan().ContainsAnyInRange('\uD800', '\uDFFF')) return "holds a character beyond U+FFFF";
        if (name.Length > MaximumLength) return $"has {name.Length} characters, more than {MaximumLength}";
        return name[^1] == ' ' ? "ends with a blank" : null;
    }

    private static string Shown(string name) => name.Replace("\0", "\\0", StringComparison.Ordinal);
}
