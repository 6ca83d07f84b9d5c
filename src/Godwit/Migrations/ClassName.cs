using System.Text;

namespace Godwit.Migrations;

/// <summary>Names of migrations as names of classes.</summary>
internal static class ClassName
{
    private const string Prefix = "Migration";

    /// <summary>The words of a name in PascalCase.</summary>
    /// <param name="name">The name in snake_case: letters, digits and underscores.</param>
    internal static string Of(string name)
    {
        var result = new StringBuilder(name.Length);
        foreach (var word in name.Split('_', StringSplitOptions.RemoveEmptyEntries))
            result.Append(char.ToUpperInvariant(word[0])).Append(word, 1, word.Length - 1);
        return IsTaken(result) ? Prefix + result : result.ToString();
    }

    // No class begins with a digit, and the file itself uses these two.
    private static bool IsTaken(StringBuilder name) => char.IsDigit(name[0]) || name.Equals(nameof(Migration)) || name.Equals(nameof(SchemaBuilder));
}
