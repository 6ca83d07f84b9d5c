namespace Godwit.MySql;

/// <summary>Character sets and collations by one name: a collation says both.</summary>
internal static class Collations
{
    /// <summary>The collation that a character set, a collation or both amount to; null when neither is given.</summary>
    internal static string? Of(string? charset, string? collation, MySqlTraits traits)
    {
        if (collation is not null) return Modern(collation.ToLowerInvariant());
        return charset is null ? null : UsualOf(Modern(charset.ToLowerInvariant()), traits);
    }

    // MariaDB 10.6 and MySQL 8.0.30 say utf8mb3 for what was utf8.
    private static string Modern(string name) =>
        name is "utf8" ? "utf8mb3" : name.StartsWith("utf8_", StringComparison.Ordinal) ? string.Concat("utf8mb3", name.AsSpan(4)) : name;

    // SHOW CHARACTER SET. MariaDB 11.5 can be set to others (character_set_collations).
    private static string UsualOf(string charset, MySqlTraits traits) => charset switch
    {
        "binary" => "binary",
        "utf8mb4" => traits.Product == "mariadb" ? "utf8mb4_general_ci" : "utf8mb4_0900_ai_ci",
        "latin1" or "dec8" or "swe7" => charset + "_swedish_ci",
        "big5" or "gb2312" or "gbk" or "gb18030" => charset + "_chinese_ci",
        "ujis" or "sjis" or "cp932" or "eucjpms" => charset + "_japanese_ci",
        "hp8" => "hp8_english_ci",
        "tis620" => "tis620_thai_ci",
        "euckr" => "euckr_korean_ci",
        "latin5" => "latin5_turkish_ci",
        _ => charset + "_general_ci",
    };
}
