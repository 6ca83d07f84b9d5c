using System.Globalization;
using Godwit.Schema;

namespace Godwit.Formats;

/// <summary>A column's type as people read it.</summary>
internal static class TypeText
{
    internal static string Of(ColumnType type) => type switch
    {
        ColumnType.Native native => native.Sql,
        ColumnType.NativeEnum named => named.Name.ToString(),
        ColumnType.Enum values => $"enum({Quoted(values.Values)})",
        ColumnType.Set values => $"set({Quoted(values.Values)})",
        ColumnType.Char text => Sized("char", text.Length),
        ColumnType.String text => Sized("varchar", text.Length),
        ColumnType.Integer number => number.Size switch
        {
            IntegerSize.Tiny => "tinyint",
            IntegerSize.Small => "smallint",
            IntegerSize.Medium => "mediumint",
            IntegerSize.Big => "bigint",
            _ => "integer",
        } + (number.Unsigned ? " unsigned" : ""),
        ColumnType.Decimal number => string.Create(CultureInfo.InvariantCulture, $"decimal({number.Total},{number.Places})") + (number.Unsigned ? " unsigned" : ""),
        _ => type.GetType().Name.ToLowerInvariant(),
    };

    /// <summary>
    /// The same in as few words as people use: PostgreSQL's catalog has the standard's long ones. A column of SQLite may have no type.
    /// </summary>
    internal static string Short(ColumnType type) => type is ColumnType.Native { Sql: "" } ? "any" : Of(type)
        .Replace("character varying", "varchar", StringComparison.Ordinal)
        .Replace(" without time zone", "", StringComparison.Ordinal)
        .Replace("timestamp with time zone", "timestamptz", StringComparison.Ordinal)
        .Replace("double precision", "double", StringComparison.Ordinal);

    private static string Sized(string name, int length) => string.Create(CultureInfo.InvariantCulture, $"{name}({length})");

    private static string Quoted(IEnumerable<string> values) => string.Join(",", values.Select(value => $"'{value.Replace("'", "''", StringComparison.Ordinal)}'"));
}
