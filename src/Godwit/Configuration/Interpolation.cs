namespace Godwit.Configuration;

/// <summary>A place in a text that stands for an environment variable: <c>${NAME}</c> or <c>${NAME:-default}</c>.</summary>
/// <param name="Name">The variable.</param>
/// <param name="Default">The text that takes the place of a variable that is not set or empty; null when there is none.</param>
/// <param name="End">The offset after the closing brace.</param>
internal readonly record struct Interpolation(string Name, string? Default, int End)
{
    internal const string Opening = "${";

    /// <summary>Whether something that may be an interpolation begins here.</summary>
    internal static bool BeginsAt(string text, int offset) => text.AsSpan(offset).StartsWith(Opening);

    /// <summary>The interpolation that begins here, or null when its name or its closing brace is missing.</summary>
    internal static Interpolation? Read(string text, int offset)
    {
        var nameStart = offset + Opening.Length;
        var nameEnd = nameStart;
        while (nameEnd < text.Length && IsNameCharacter(text[nameEnd], first: nameEnd == nameStart)) nameEnd++;
        if (nameEnd == nameStart || nameEnd == text.Length) return null;
        var name = text[nameStart..nameEnd];
        if (text[nameEnd] == '}') return new Interpolation(name, null, nameEnd + 1);
        if (!text.AsSpan(nameEnd).StartsWith(":-")) return null;
        var close = text.IndexOf('}', nameEnd);
        return close < 0 ? null : new Interpolation(name, text[(nameEnd + 2)..close], close + 1);
    }

    /// <summary>What takes the place: the variable's value or the default; null when there is neither.</summary>
    internal string? Value(string? variable) => string.IsNullOrEmpty(variable) ? Default ?? variable : variable;

    private static bool IsNameCharacter(char c, bool first) => c == '_' || (first ? char.IsAsciiLetter(c) : char.IsAsciiLetterOrDigit(c));
}
