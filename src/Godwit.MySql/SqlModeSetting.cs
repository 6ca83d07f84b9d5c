using Godwit.Sql;

namespace Godwit.MySql;

/// <summary>Follows <c>sql_mode</c> through a script.</summary>
internal static class SqlModeSetting
{
    /// <summary>The modes after a statement; null when it does not set them.</summary>
    /// <param name="reader">The statement.</param>
    /// <param name="current">The modes before it.</param>
    /// <param name="initial">Those of the script's beginning, to which DEFAULT and a saved @OLD_SQL_MODE lead back.</param>
    internal static SqlModes? SetBy(TokenReader reader, SqlModes current, SqlModes initial)
    {
        if (!reader.Accept("SET")) return null;
        SqlModes? modes = null;
        foreach (var assignment in Assignment.ReadAll(reader))
        {
            if (assignment.Name == "sql_mode" && assignment.Scope == VariableScope.Session) modes = Of(assignment.Value, current, initial);
        }

        return modes;
    }

    /// <summary>The modes that the value of the variable stands for: names with commas between them.</summary>
    internal static SqlModes Of(string value) => WithNames(value);

    private static SqlModes Of(string value, SqlModes current, SqlModes initial)
    {
        if (value.StartsWith('\'') || value.StartsWith('"')) return WithNames(value);
        if (uint.TryParse(value, out var bits)) return WithBits(bits);
        if (value.Contains("REPLACE(", StringComparison.OrdinalIgnoreCase)) return Removed(current, WithNames(value));
        if (value.Contains("CONCAT", StringComparison.OrdinalIgnoreCase)) return Added(current, WithNames(value));
        return value.StartsWith('@') || value.Equals("DEFAULT", StringComparison.OrdinalIgnoreCase) ? initial : WithNames(value);
    }

    // ANSI and the names of other products contain ANSI_QUOTES (manual, "Combination SQL Modes").
    private static SqlModes WithNames(string value)
    {
        var isAnsi = false;
        var isPlain = false;
        foreach (var name in value.Split(',', '\'', '"', ' ', '(', ')'))
        {
            var upper = name.ToUpperInvariant();
            isAnsi |= upper is "ANSI_QUOTES" or "ANSI" or "DB2" or "MAXDB" or "MSSQL" or "ORACLE" or "POSTGRESQL";
            isPlain |= upper is "NO_BACKSLASH_ESCAPES";
        }

        return Of(isAnsi, isPlain);
    }

    // MODE_ANSI_QUOTES and MODE_NO_BACKSLASH_ESCAPES in the servers' sources
    private static SqlModes WithBits(uint bits) => Of((bits & 4) != 0, (bits & (1 << 20)) != 0);

    private static SqlModes Added(SqlModes current, SqlModes other) =>
        Of(IsAnsi(current) || IsAnsi(other), IsPlain(current) || IsPlain(other));

    private static SqlModes Removed(SqlModes current, SqlModes other) =>
        Of(IsAnsi(current) && !IsAnsi(other), IsPlain(current) && !IsPlain(other));

    private static bool IsAnsi(SqlModes modes) => modes.DoubleQuotes == DoubleQuotes.Identifier;

    private static bool IsPlain(SqlModes modes) => modes.Backslash == Backslash.IsPlain;

    private static SqlModes Of(bool isAnsi, bool isPlain) => new()
    {
        DoubleQuotes = isAnsi ? DoubleQuotes.Identifier : DoubleQuotes.String,
        Backslash = isPlain ? Backslash.IsPlain : Backslash.Escapes,
    };
}
