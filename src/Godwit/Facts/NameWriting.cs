using Godwit.Schema;

namespace Godwit.Facts;

/// <summary>Writes names as people do in SQL: quoted only where it must be.</summary>
/// <param name="Quote">The character round a quoted name.</param>
internal sealed record NameWriting(string Quote)
{
    internal string Write(string name) => IsPlain(name) ? name : Quote + name.Replace(Quote, Quote + Quote, StringComparison.Ordinal) + Quote;

    internal string Write(ObjectName name) => name.Schema is null ? Write(name.Name) : $"{Write(name.Schema)}.{Write(name.Name)}";

    private static bool IsPlain(string name)
    {
        if (name.Length == 0 || !(char.IsAsciiLetterLower(name[0]) || name[0] == '_')) return false;
        foreach (var letter in name)
        {
            if (!char.IsAsciiLetterLower(letter) && !char.IsAsciiDigit(letter) && letter != '_') return false;
        }

        return true;
    }
}
