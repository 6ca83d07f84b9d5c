using System.Buffers;
using Godwit.Schema;
using Godwit.Sql;

namespace Godwit.PostgreSql;

/// <summary>Defaults, as they are written and as the catalog gives them back.</summary>
internal static class ColumnDefault
{
    private static readonly SearchValues<char> MoreThanACast = SearchValues.Create(":|+-*/'");

    /// <summary>What stands after DEFAULT; null when there is no default, or it is NULL, which is the same.</summary>
    /// <exception cref="GodwitException">The column cannot hold the value.</exception>
    internal static string? Sql(Column column)
    {
        var type = TypeName(column.Type);
        return column.Default switch
        {
            null or DefaultValue.Literal { Value: null } => null,
            DefaultValue.Literal { Value: { } value } => (Constant.Of(value, type) ?? throw WrongType(column, value)).Sql,
            DefaultValue.CurrentTimestamp moment => CurrentTimestamp(moment, column.Type),
            DefaultValue.Expression expression when Known(expression.Sql, type) is { } constant => constant.Sql,
            DefaultValue.Expression expression => expression.Sql,
            _ => throw new InvalidOperationException($"No SQL for {column.Default}."),
        };
    }

    /// <summary>A default as the catalog gives it back, as far as its text can tell; null when there is none.</summary>
    internal static DefaultValue? Canonical(Column column)
    {
        var type = TypeName(column.Type);
        if (column.Type is ColumnType.NativeEnum && EnumValue(column.Default) is { } enumValue)
            return new DefaultValue.Expression(PostgreSqlLiterals.Quoted(enumValue));
        return column.Default switch
        {
            DefaultValue.Literal { Value: { } value } when Constant.Of(value, type) is { } constant => new DefaultValue.Expression(constant.Catalog(type)),
            DefaultValue.CurrentTimestamp moment => new DefaultValue.Expression(CurrentTimestamp(moment, column.Type)),
            DefaultValue.Expression expression => Canonical(expression.Sql.Trim(), type) is { } sql ? new DefaultValue.Expression(sql) : null,
            _ => null,
        };
    }

    /// <summary>
    /// What stands after DEFAULT when a column's type changes: a constant as a plain literal, which the server takes for the new
    /// type; anything else as it is.
    /// </summary>
    internal static string? Restated(Column column) =>
        column.Default is DefaultValue.Expression expression && Quoted(expression.Sql) is { } text
            ? Constant.Of(text, TypeName(column.Type))?.Sql ?? PostgreSqlLiterals.Quoted(text)
            : Sql(column);

    /// <summary>Whether a default is a constant rather than computed for each row.</summary>
    internal static bool IsConstant(DefaultValue? value) => value switch
    {
        DefaultValue.Literal => true,
        DefaultValue.Expression expression => Quoted(expression.Sql) is not null || Canonical(expression.Sql, "") is "true" or "false" || IsNumber(expression.Sql),
        _ => false,
    };

    private static string TypeName(ColumnType type) => PostgreSqlTypes.Canonical(type) switch
    {
        ColumnType.Native native => native.Sql,
        ColumnType.NativeEnum named => named.Name.ToString(),
        var other => throw new InvalidOperationException($"{other} is not canonical."),
    };

    // Without the cast to the type, whose name is quoted in the catalog where it is a keyword of that version.
    private static string? EnumValue(DefaultValue? value) => value switch
    {
        DefaultValue.Literal { Value: string text } => text,
        DefaultValue.Expression expression => Quoted(expression.Sql),
        _ => null,
    };

    // A year is a number: the moment itself would not fit.
    private static string CurrentTimestamp(DefaultValue.CurrentTimestamp moment, ColumnType type)
    {
        if (type is ColumnType.Year) return "(EXTRACT(year FROM CURRENT_TIMESTAMP))::integer";
        return moment.Precision is { } precision ? $"CURRENT_TIMESTAMP({precision})" : "CURRENT_TIMESTAMP";
    }

    private static string? Canonical(string sql, string type)
    {
        if (Quoted(sql) is not null)
        {
            return Known(sql, type)?.Catalog(type) ?? sql;
        }

        if (IsNumber(sql) && TypeFamilies.Of(type) is TypeFamily.Number) return Constant.Of(sql, type)!.Catalog(type);
        if (sql.Equals("NULL", StringComparison.OrdinalIgnoreCase) || sql.StartsWith("NULL::", StringComparison.OrdinalIgnoreCase)) return null;
        return Word(sql);
    }

    // The constant that a string with or without a cast is; null where only the server knows what the cast does.
    private static Constant? Known(string sql, string type) =>
        Quoted(sql) is { } text && (TypeFamilies.Of(type) is not TypeFamily.Other || sql.EndsWith('\''))
            ? Constant.Of(text, type)
            : null;

    // Keywords and names of functions: the catalog has the ones in capitals, the others in small letters.
    private static string Word(string sql)
    {
        var name = sql.EndsWith("()", StringComparison.Ordinal) ? sql[..^2] : sql;
        var word = name.Split('(')[0].Trim().ToUpperInvariant();
        if (word is "CURRENT_TIMESTAMP" or "CURRENT_DATE" or "CURRENT_TIME" or "LOCALTIMESTAMP" or "LOCALTIME" or "CURRENT_USER" or "SESSION_USER")
            return sql.ToUpperInvariant();
        var isPlainCall = name.Length < sql.Length && name.All(letter => char.IsAsciiLetterOrDigit(letter) || letter is '_');
        if (word is "TRUE" or "FALSE" || isPlainCall) return sql.ToLowerInvariant();
        return word is "NEXTVAL" && sql.EndsWith("')", StringComparison.Ordinal) ? $"nextval{sql["nextval".Length..^1]}::regclass)" : sql;
    }

    private static bool IsNumber(string sql) => sql.Length > 0 && sql.All(letter => char.IsAsciiDigit(letter) || letter is '.' or '-') && char.IsAsciiDigit(sql[^1]);

    /// <summary>The text of a string literal that at most a cast follows; null when the expression is something else.</summary>
    private static string? Quoted(string sql)
    {
        if (!sql.StartsWith('\'')) return null;
        var end = Quotation.End(new SourceText("", sql), 0, '\'', QuoteEscape.Doubled);
        var rest = sql.AsSpan(end);
        if (rest.Length > 0 && (!rest.StartsWith("::") || rest[2..].IndexOfAny(MoreThanACast) >= 0)) return null;
        return sql[1..(end - 1)].Replace("''", "'", StringComparison.Ordinal);
    }

    private static GodwitException WrongType(Column column, object value) => new(
        ErrorCode.InvalidDefinition, $"The default of {column.Name} is {Shown(value)}, which is no {TypeName(column.Type)}.",
        "Give a value of the column's type, or SQL (an expression) that yields one.");

    private static string Shown(object value) => value switch
    {
        bool truth => truth ? "true" : "false",
        byte[] bytes => $"{bytes.Length} bytes",
        _ => $"'{PostgreSqlLiterals.Number(value) ?? PostgreSqlLiterals.Text(value)}'",
    };
}
