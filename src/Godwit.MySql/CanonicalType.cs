using System.Text;
using Godwit.Sql;

namespace Godwit.MySql;

/// <summary>
/// The one spelling of a type: lower case, no blanks that mean nothing, no synonyms, and no display width that is the usual
/// one, which MariaDB shows and MySQL 8.0.19 does not.
/// </summary>
internal static class CanonicalType
{
    /// <summary>The spelling.</summary>
    internal static string Of(string type, MySqlTraits traits)
    {
        var (word, arguments, rest) = Parts(Compact(type));
        (word, arguments) = word switch
        {
            "integer" or "int4" => ("int", arguments),
            "int1" => ("tinyint", arguments),
            "int2" => ("smallint", arguments),
            "int3" or "middleint" => ("mediumint", arguments),
            "int8" => ("bigint", arguments),
            "bool" or "boolean" => ("tinyint", "(1)"),
            "numeric" or "dec" or "fixed" => ("decimal", arguments),
            "double precision" or "real" or "float8" => ("double", arguments),
            "float4" => ("float", arguments),
            "character" => ("char", arguments),
            "character varying" or "varcharacter" => ("varchar", arguments),
            "geomcollection" => ("geometrycollection", arguments),
            "jsonb" => ("json", arguments),
            _ => (word, arguments),
        };
        // ZEROFILL makes a number unsigned
        if (rest is " zerofill") rest = " unsigned zerofill";
        return Filled(word, arguments, rest) + rest.Replace(" srid ", traits.SpatialReference.ToLowerInvariant(), StringComparison.Ordinal);
    }

    /// <summary>The first word of a type.</summary>
    internal static string Word(string type) => Parts(Compact(type)).Word;

    /// <summary>The number in a type's parentheses; 0 where there is none.</summary>
    internal static int Argument(string type) =>
        int.TryParse(Parts(Compact(type)).Arguments.Trim('(', ')').Split(',')[0], out var number) ? number : 0;

    /// <summary>Whether a type holds texts, which have a character set.</summary>
    internal static bool IsText(string word) => word is "char" or "varchar" or "tinytext" or "text" or "mediumtext" or "longtext" or "enum" or "set";

    /// <summary>Whether a type holds bytes.</summary>
    internal static bool IsBinary(string word) => word is "binary" or "varbinary" || word.EndsWith("blob", StringComparison.Ordinal);

    /// <summary>Whether a type is a number.</summary>
    internal static bool IsNumber(string word) =>
        word is "tinyint" or "smallint" or "mediumint" or "int" or "bigint" or "decimal" or "float" or "double" or "year";

    /// <summary>Whether a type takes a default on MySQL only in parentheses (MySQL manual, 13.6).</summary>
    internal static bool IsLarge(string word) =>
        word is "tinytext" or "text" or "mediumtext" or "longtext" or "json" || word.EndsWith("blob", StringComparison.Ordinal) || IsShape(word);

    private static bool IsShape(string word) =>
        word is "geometry" or "point" or "linestring" or "polygon" or "multipoint" or "multilinestring" or "multipolygon" or "geometrycollection";

    private static string Filled(string word, string arguments, string rest) => (word, arguments) switch
    {
        ("decimal", "") => "decimal(10,0)",
        ("decimal", _) when !arguments.Contains(',', StringComparison.Ordinal) => $"decimal({arguments[1..^1]},0)",
        ("char" or "binary" or "bit", "") => word + "(1)",
        ("float", _) when arguments.Length > 0 && !arguments.Contains(',', StringComparison.Ordinal) =>
            int.Parse(arguments.AsSpan(1, arguments.Length - 2), null) <= 24 ? "float" : "double",
        ("datetime" or "timestamp" or "time", "(0)") => word,
        ("year", _) => word,
        _ when arguments == Width(word, rest) => word,
        _ => word + arguments,
    };

    // With ZEROFILL the width is how many digits are shown, and MySQL shows it too.
    private static string Width(string word, string rest)
    {
        if (rest.Contains("zerofill", StringComparison.Ordinal)) return "";
        var unsigned = rest.Contains("unsigned", StringComparison.Ordinal);
        return word switch
        {
            "tinyint" => unsigned ? "(3)" : "(4)",
            "smallint" => unsigned ? "(5)" : "(6)",
            "mediumint" => unsigned ? "(8)" : "(9)",
            "int" => unsigned ? "(10)" : "(11)",
            "bigint" => "(20)",
            _ => "",
        };
    }

    private static (string Word, string Arguments, string Tail) Parts(string type)
    {
        var open = type.IndexOf('(', StringComparison.Ordinal);
        if (open < 0)
        {
            foreach (var twoWords in (ReadOnlySpan<string>)["double precision", "character varying"])
            {
                if (type.StartsWith(twoWords, StringComparison.Ordinal)) return (twoWords, "", type[twoWords.Length..]);
            }

            var blank = type.IndexOf(' ', StringComparison.Ordinal);
            return blank < 0 ? (type, "", "") : (type[..blank], "", type[blank..]);
        }

        var close = EndOfArguments(type, open);
        return (type[..open], type[open..close], type[close..]);
    }

    private static int EndOfArguments(string type, int open)
    {
        var quoted = false;
        for (var i = open; i < type.Length; i++)
        {
            if (type[i] == '\'') quoted = !quoted;
            if (type[i] == ')' && !quoted) return i + 1;
        }

        return type.Length;
    }

    // Single blanks between words, none beside punctuation.
    private static string Compact(string type)
    {
        var source = new SourceText("", type);
        var lexer = MySqlDialect.Instance.Splitter.Lexer;
        var result = new StringBuilder(type.Length);
        var afterWord = false;
        for (var token = lexer.Next(source, 0); token.Kind is not TokenKind.End; token = lexer.Next(source, token.End))
        {
            if (lexer.IsBlank(source, token)) continue;
            var text = type.AsSpan(token.Start, token.Length);
            var isWord = token.Kind is TokenKind.Word or TokenKind.Number;
            if (isWord && (afterWord || (result.Length > 0 && result[^1] == ')'))) result.Append(' ');
            if (token.Kind is TokenKind.String) result.Append(text);
            else result.Append(text.ToString().ToLowerInvariant());
            afterWord = isWord;
        }

        return result.ToString();
    }
}
