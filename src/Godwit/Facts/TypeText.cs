using System.Globalization;

namespace Godwit.Facts;

/// <summary>What can be said of two types from their spelling.</summary>
internal static class TypeText
{
    private static readonly string[] Integers = ["tinyint", "smallint", "mediumint", "integer", "bigint"];
    private static readonly string[] Texts = ["char", "varchar", "tinytext", "text", "mediumtext", "longtext"];

    internal static bool IsSerial(string type) => NameOf(type) is "serial" or "bigserial" or "smallserial" or "serial4" or "serial8" or "serial2";

    /// <summary>The type's name in lower case, without arguments, in the one spelling of those that mean the same.</summary>
    internal static string NameOf(string type)
    {
        var name = Bare(type);
        return name switch
        {
            "int" or "int4" => "integer",
            "int8" => "bigint",
            "int2" => "smallint",
            "character varying" or "nvarchar" => "varchar",
            "character" or "bpchar" or "nchar" => "char",
            "decimal" or "dec" => "numeric",
            "bool" => "boolean",
            "float8" or "double" => "double precision",
            "float4" => "real",
            "timestamp without time zone" => "timestamp",
            "timestamp with time zone" => "timestamptz",
            "time with time zone" => "timetz",
            _ => name,
        };
    }

    /// <summary>The numbers in the type's parentheses.</summary>
    internal static int[] Arguments(string type)
    {
        var open = type.IndexOf('(', StringComparison.Ordinal);
        var close = open < 0 ? -1 : type.IndexOf(')', open);
        if (close < 0) return [];
        return [.. type[(open + 1)..close].Split(',').Select(text => int.TryParse(text.Trim(), NumberStyles.None, CultureInfo.InvariantCulture, out var number) ? number : -1).Where(number => number >= 0)];
    }

    /// <summary>Whether values can be lost or refused by the change: null where the spelling does not tell.</summary>
    internal static bool? Narrows(string old, string changed)
    {
        if (string.Equals(old, changed, StringComparison.OrdinalIgnoreCase)) return false;
        var (before, after) = (NameOf(old), NameOf(changed));
        if (Array.IndexOf(Integers, before) is >= 0 and var from && Array.IndexOf(Integers, after) is >= 0 and var to) return to < from;
        if (Array.IndexOf(Texts, before) >= 0 && Array.IndexOf(Texts, after) >= 0) return LongestText(changed) < LongestText(old);
        if (before == "numeric" && after == "numeric") return NarrowsNumeric(Arguments(old), Arguments(changed));
        if (before is "double precision" && after is "real") return true;
        if (Array.IndexOf(Integers, before) >= 0 && after is "numeric") return NarrowsInteger(before, Arguments(changed));
        if (before is "timestamp" or "timestamptz" or "datetime" && after is "date") return true;
        if (Array.IndexOf(Texts, before) >= 0 && Array.IndexOf(Texts, after) < 0) return true;
        return before == after && Arguments(old).Length == 0 && Arguments(changed).Length == 0 ? false : null;
    }

    /// <summary>Whether PostgreSQL can change the type without writing the table anew (measured on PostgreSQL 15).</summary>
    internal static bool KeepsRows(string old, string changed)
    {
        if (string.Equals(old, changed, StringComparison.OrdinalIgnoreCase)) return true;
        var (before, after) = (NameOf(old), NameOf(changed));
        if (before is "varchar" or "text" && after is "varchar" or "text") return LongestText(changed) >= LongestText(old);
        if (before == "numeric" && after == "numeric")
        {
            var (had, has) = (Arguments(old), Arguments(changed));
            return has.Length == 0 || (had.Length > 0 && had.ElementAtOrDefault(1) == has.ElementAtOrDefault(1) && has[0] >= had[0]);
        }

        return before == after && Arguments(old).Length == 0 && Arguments(changed).Length == 0;
    }

    /// <summary>The texts of an enum's or a set's values, as written; null where it is none.</summary>
    internal static string[]? Values(string type)
    {
        if (Bare(type) is not ("enum" or "set")) return null;
        var values = new List<string>();
        for (var start = type.IndexOf('\'', StringComparison.Ordinal); start >= 0;)
        {
            var end = start + 1;
            while (end < type.Length && (type[end] != '\'' || (end + 1 < type.Length && type[end + 1] == '\''))) end += type[end] == '\'' ? 2 : 1;
            if (end >= type.Length) break;
            values.Add(type[start..(end + 1)]);
            start = type.IndexOf('\'', end + 1);
        }

        return [.. values];
    }

    private static string Bare(string type)
    {
        var lower = type.ToLower(CultureInfo.InvariantCulture);
        var open = lower.IndexOf('(', StringComparison.Ordinal);
        if (open < 0) return Without(lower.Trim());
        var close = lower.LastIndexOf(')');
        return Without((lower[..open].Trim() + (close < 0 ? "" : " " + lower[(close + 1)..].Trim())).Trim());
    }

    private static string Without(string name) => name.Replace(" unsigned", "", StringComparison.Ordinal).Replace(" zerofill", "", StringComparison.Ordinal).Trim();

    private static bool? NarrowsNumeric(int[] old, int[] changed)
    {
        if (changed.Length == 0) return false;
        if (old.Length == 0) return true;
        var (oldScale, newScale) = (old.ElementAtOrDefault(1), changed.ElementAtOrDefault(1));
        return newScale < oldScale || changed[0] - newScale < old[0] - oldScale;
    }

    private static bool? NarrowsInteger(string integer, int[] numeric)
    {
        if (numeric.Length == 0) return false;
        var digits = integer switch { "tinyint" => 3, "smallint" => 5, "mediumint" => 8, "integer" => 10, _ => 19 };
        return numeric[0] - numeric.ElementAtOrDefault(1) < digits;
    }

    private static long LongestText(string type) => NameOf(type) switch
    {
        "varchar" => Arguments(type) is [var length, ..] ? length : long.MaxValue,
        "char" => Arguments(type) is [var length, ..] ? length : 1,
        "tinytext" => 255,
        "text" => long.MaxValue,
        _ => long.MaxValue,
    };
}
