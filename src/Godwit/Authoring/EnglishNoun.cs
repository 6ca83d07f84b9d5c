namespace Godwit;

/// <summary>
/// Plurals of English nouns, for tables that are named after what they hold. A library for this compiles a hundred regular
/// expressions before its first answer, which takes longer than all of a run.
/// </summary>
internal static class EnglishNoun
{
    // A whole word, or the end of one: woman and salesperson follow man and person.
    private static readonly (string Singular, string Plural)[] Irregular =
    [
        ("person", "people"), ("child", "children"), ("human", "humans"), ("german", "germans"), ("man", "men"), ("foot", "feet"), ("tooth", "teeth"), ("goose", "geese"),
        ("mouse", "mice"), ("quiz", "quizzes"), ("datum", "data"), ("medium", "media"), ("criterion", "criteria"), ("phenomenon", "phenomena"),
        ("index", "indices"), ("vertex", "vertices"), ("matrix", "matrices"), ("appendix", "appendices"), ("lens", "lenses"),
        ("knife", "knives"), ("wife", "wives"), ("life", "lives"), ("leaf", "leaves"), ("loaf", "loaves"), ("shelf", "shelves"), ("self", "selves"), ("half", "halves"),
        ("wolf", "wolves"), ("thief", "thieves"), ("hero", "heroes"), ("potato", "potatoes"), ("tomato", "tomatoes"), ("echo", "echoes"), ("veto", "vetoes"),
    ];

    private static readonly string[] Uncountable =
    [
        "equipment", "information", "metadata", "money", "news", "series", "species", "sheep", "fish", "deer", "aircraft", "feedback", "staff", "software", "hardware",
    ];

    /// <summary>The plural of the last word: <c>order_lines</c> for <c>order_line</c>. What looks like a plural stays as it is.</summary>
    internal static string Plural(string noun)
    {
        if (noun.Length == 0 || Uncountable.Any(word => EndsWithWord(noun, word))) return noun;
        foreach (var (singular, plural) in Irregular)
        {
            if (EndsWith(noun, plural)) return noun;
            if (EndsWith(noun, singular)) return noun[..^singular.Length] + plural;
        }

        if (EndsWith(noun, "is")) return noun[..^2] + "es";
        if (EndsWith(noun, "ss") || EndsWith(noun, "us") || EndsWith(noun, "as") || EndsWith(noun, "sh") || EndsWith(noun, "ch") || EndsWith(noun, "x") || EndsWith(noun, "z")) return noun + "es";
        if (EndsWith(noun, "s")) return noun;
        return EndsWith(noun, "y") && noun.Length > 1 && !"aeiou".Contains(noun[^2], StringComparison.Ordinal) ? noun[..^1] + "ies" : noun + "s";
    }

    /// <summary>The singular of the last word: <c>order_line</c> for <c>order_lines</c>. What looks like a singular stays as it is.</summary>
    internal static string Singular(string noun)
    {
        if (noun.Length == 0 || Uncountable.Any(word => EndsWithWord(noun, word))) return noun;
        foreach (var (singular, plural) in Irregular)
        {
            if (EndsWith(noun, plural)) return noun[..^plural.Length] + singular;
        }

        if (EndsWith(noun, "ies") && noun.Length > 4) return noun[..^3] + "y";
        if (EndsWith(noun, "sses") || EndsWith(noun, "uses") || EndsWith(noun, "shes") || EndsWith(noun, "ches") || EndsWith(noun, "xes") || EndsWith(noun, "zes")) return noun[..^2];
        return EndsWith(noun, "s") && !EndsWith(noun, "ss") && !EndsWith(noun, "us") && !EndsWith(noun, "is") ? noun[..^1] : noun;
    }

    private static bool EndsWith(string noun, string ending) => noun.EndsWith(ending, StringComparison.Ordinal);

    private static bool EndsWithWord(string noun, string word) => EndsWith(noun, word) && (noun.Length == word.Length || noun[^(word.Length + 1)] == '_');
}
