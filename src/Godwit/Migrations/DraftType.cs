namespace Godwit.Migrations;

/// <summary>A word for a type that templates know in every language.</summary>
/// <param name="Word">The word, in any case.</param>
/// <param name="Method">The builder's method for it.</param>
/// <param name="Sqlite">The type on SQLite.</param>
/// <param name="PostgreSql">The type on PostgreSQL.</param>
/// <param name="MySql">The type on MySQL and MariaDB.</param>
internal sealed record DraftType(string Word, string Method, string Sqlite, string PostgreSql, string MySql)
{
    // Where a length or precision is given, it takes the place of the one written here.
    private static readonly DraftType[] All =
    [
        new("string", "String", "TEXT", "VARCHAR(255)", "VARCHAR(255)"),
        new("text", "Text", "TEXT", "TEXT", "TEXT"),
        new("integer", "Integer", "INTEGER", "INTEGER", "INT"),
        new("bigint", "BigInteger", "INTEGER", "BIGINT", "BIGINT"),
        new("smallint", "SmallInteger", "INTEGER", "SMALLINT", "SMALLINT"),
        new("boolean", "Boolean", "INTEGER", "BOOLEAN", "BOOLEAN"),
        new("decimal", "Decimal", "NUMERIC", "NUMERIC(8, 2)", "DECIMAL(8, 2)"),
        new("double", "Double", "REAL", "DOUBLE PRECISION", "DOUBLE"),
        new("date", "Date", "TEXT", "DATE", "DATE"),
        new("time", "Time", "TEXT", "TIME", "TIME"),
        new("datetime", "DateTime", "TEXT", "TIMESTAMP", "DATETIME"),
        new("timestamp", "Timestamp", "TEXT", "TIMESTAMP", "TIMESTAMP"),
        new("json", "Json", "TEXT", "JSON", "JSON"),
        new("uuid", "Uuid", "TEXT", "UUID", "CHAR(36)"),
        new("binary", "Binary", "BLOB", "BYTEA", "BLOB"),
        new("foreignid", "ForeignId", "INTEGER", "BIGINT", "BIGINT UNSIGNED"),
    ];

    /// <summary>What stands for columns of this type in C#: <c>Decimal("price", 10, 2)</c>.</summary>
    /// <exception cref="GodwitException">The word is none of them.</exception>
    internal static string InCSharp(DraftColumn column)
    {
        var (word, arguments) = Split(column.Type);
        var type = Find(word) ?? throw Unknown(word);
        var call = $"{type.Method}({CSharpTemplate.Literal(column.Name)}{(arguments is null ? "" : ", " + arguments)})";
        return type.Method is "ForeignId" ? call + ".Constrained()" : call;
    }

    /// <summary>The type in SQL. What is none of the words is taken for a type of the database.</summary>
    internal static string InSql(string driver, string text)
    {
        var (word, arguments) = Split(text);
        if (Find(word) is not { } type) return text;
        var usual = driver switch
        {
            "sqlite" => type.Sqlite,
            "mysql" or "mariadb" => type.MySql,
            _ => type.PostgreSql,
        };
        var parenthesis = usual.IndexOf('(');
        return arguments is null || parenthesis < 0 ? usual : $"{usual[..parenthesis]}({arguments})";
    }

    private static (string Word, string? Arguments) Split(string type)
    {
        var parenthesis = type.IndexOf('(');
        if (parenthesis <= 0 || !type.EndsWith(')')) return (type, null);
        var arguments = type[(parenthesis + 1)..^1].Split(',', StringSplitOptions.TrimEntries);
        return (type[..parenthesis].TrimEnd(), string.Join(", ", arguments));
    }

    private static DraftType? Find(string word) =>
        Array.Find(All, type => string.Equals(type.Word, word, StringComparison.OrdinalIgnoreCase));

    private static GodwitException Unknown(string word)
    {
        var words = All.Select(type => type.Word);
        var nearest = Suggestion.Nearest(word, words);
        return new GodwitException(
            ErrorCode.Usage,
            $"A template in C# knows no type '{word}'.",
            nearest is null ? $"Write one of {string.Join(", ", words)}, and change it in the file; --format sql takes any type." : $"Did you mean {nearest}?");
    }
}
