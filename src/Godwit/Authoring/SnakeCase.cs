using System.Text;

namespace Godwit;

/// <summary>Words in lower case, joined by underscores.</summary>
internal static class SnakeCase
{
    /// <summary>Takes the words from sentences, PascalCase, camelCase, kebab-case and what is snake_case already.</summary>
    internal static string Of(string text)
    {
        var result = new StringBuilder(text.Length + 8);
        for (var i = 0; i < text.Length; i++)
        {
            if (!char.IsLetterOrDigit(text[i])) Separate(result);
            else
            {
                if (BeginsWord(text, i)) Separate(result);
                result.Append(char.ToLowerInvariant(text[i]));
            }
        }

        return result.ToString().TrimEnd('_');
    }

    // A capital after a small letter or a digit, or the last one of several that a small letter follows: Add|HTTP|Log.
    private static bool BeginsWord(string text, int i)
    {
        if (i == 0 || !char.IsUpper(text[i])) return false;
        if (char.IsLower(text[i - 1]) || char.IsDigit(text[i - 1])) return true;
        return char.IsUpper(text[i - 1]) && i + 1 < text.Length && char.IsLower(text[i + 1]);
    }

    private static void Separate(StringBuilder result)
    {
        if (result.Length > 0 && result[^1] != '_') result.Append('_');
    }
}
