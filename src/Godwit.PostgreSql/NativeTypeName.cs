using System.Collections.Frozen;

namespace Godwit.PostgreSql;

/// <summary>Types in PostgreSQL's own words, each of which has several spellings (manual, table 8.1).</summary>
internal static class NativeTypeName
{
    private const string WithZone = " with time zone";
    private const string WithoutZone = " without time zone";

    // Those that most columns have, and that are as they are to be.
    private static readonly FrozenSet<string> Common = FrozenSet.Create(
        "bigint", "boolean", "bytea", "character varying", "date", "double precision", "integer", "jsonb", "numeric", "real", "smallint", "text",
        "timestamp with time zone", "timestamp without time zone", "uuid");

    /// <summary>The spelling that <c>format_type</c> gives back.</summary>
    internal static string Canonical(string written)
    {
        if (Common.Contains(written)) return written;
        var text = written.Trim();
        if (text.Contains('"', StringComparison.Ordinal)) return text;
        var array = text.IndexOf('[', StringComparison.Ordinal);
        if (array > 0) return Scalar(text[..array].TrimEnd()) + "[]";
        return text.EndsWith(" array", StringComparison.OrdinalIgnoreCase) ? Scalar(text[..^" array".Length]) + "[]" : Scalar(text);
    }

    /// <summary>The canonical spelling as people write it: <c>varchar(255)</c>, <c>timestamp(0)</c>; others as they are.</summary>
    internal static string Short(string written)
    {
        if (written.StartsWith("character varying", StringComparison.Ordinal)) return "varchar" + written["character varying".Length..];
        if (written.StartsWith("character(", StringComparison.Ordinal)) return "char" + written["character".Length..];
        return written.Replace(WithoutZone, "", StringComparison.Ordinal);
    }

    /// <summary>A canonical type without its length or precision: what a constant of it is cast to.</summary>
    internal static string WithoutModifier(string canonical)
    {
        if (canonical.EndsWith("[]", StringComparison.Ordinal)) return WithoutModifier(canonical[..^2]) + "[]";
        var (name, modifier) = Parts(canonical);
        return name is "character" && modifier is not null ? "bpchar" : name;
    }

    /// <summary>
    /// A canonical type without a precision of six digits: moments and times of day are kept to the microsecond where none is stated (manual, 8.5).
    /// </summary>
    internal static string WithoutFinestPrecision(string canonical) =>
        canonical.StartsWith("time", StringComparison.Ordinal) || canonical.StartsWith("interval", StringComparison.Ordinal)
            ? canonical.Replace("(6)", "", StringComparison.Ordinal)
            : canonical;

    private static string Scalar(string text)
    {
        var (name, modifier) = Parts(text);
        name = Word(name, modifier);
        modifier = name switch
        {
            "character" or "bit" => modifier ?? "1",
            "real" or "double precision" => null,
            "numeric" when modifier is not null && !modifier.Contains(',', StringComparison.Ordinal) => modifier + ",0",
            _ => modifier,
        };
        if (modifier is null) return name;
        var zone = name.EndsWith(WithZone, StringComparison.Ordinal) ? WithZone : name.EndsWith(WithoutZone, StringComparison.Ordinal) ? WithoutZone : "";
        return $"{name[..^zone.Length]}({modifier}){zone}";
    }

    // "timestamp (3) with time zone" has its modifier in the middle of its name.
    private static (string Name, string? Modifier) Parts(string text)
    {
        var open = text.IndexOf('(', StringComparison.Ordinal);
        var close = open < 0 ? -1 : text.IndexOf(')', open);
        if (close < 0) return (Joined(text), null);
        var modifier = text[(open + 1)..close].Replace(" ", "", StringComparison.Ordinal);
        return (Joined(text[..open] + " " + text[(close + 1)..]), modifier);
    }

    private static string Joined(string words) =>
        string.Join(' ', words.ToLowerInvariant().Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries));

    private static string Word(string name, string? modifier) => name switch
    {
        "int" or "int4" => "integer",
        "int8" => "bigint",
        "int2" => "smallint",
        "float4" => "real",
        "float" when int.TryParse(modifier, out var bits) && bits <= 24 => "real",
        "float" or "float8" => "double precision",
        "bool" => "boolean",
        "decimal" or "dec" => "numeric",
        "varchar" or "char varying" => "character varying",
        "char" => "character",
        "bpchar" when modifier is not null => "character",
        "timestamp" => "timestamp without time zone",
        "timestamptz" => "timestamp with time zone",
        "time" => "time without time zone",
        "timetz" => "time with time zone",
        "varbit" => "bit varying",
        _ => name,
    };
}
