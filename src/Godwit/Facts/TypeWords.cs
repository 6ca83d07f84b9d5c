using System.Globalization;
using Godwit.Schema;

namespace Godwit.Facts;

/// <summary>Types and defaults of operations in the words of SQL, as far as rules look at them.</summary>
internal static class TypeWords
{
    internal static string Of(ColumnType type, NameWriting names) => type switch
    {
        ColumnType.Integer { Size: IntegerSize.Tiny } => "tinyint",
        ColumnType.Integer { Size: IntegerSize.Small } => "smallint",
        ColumnType.Integer { Size: IntegerSize.Medium } => "mediumint",
        ColumnType.Integer { Size: IntegerSize.Big } => "bigint",
        ColumnType.Integer => "integer",
        ColumnType.Char text => $"char({Number(text.Length)})",
        ColumnType.String text => $"varchar({Number(text.Length)})",
        ColumnType.Text { Size: TextSize.Tiny } => "tinytext",
        ColumnType.Text => "text",
        ColumnType.Float { Precision: <= 24 } => "real",
        ColumnType.Float or ColumnType.Double => "double precision",
        ColumnType.Decimal exact => $"numeric({Number(exact.Total)}, {Number(exact.Places)})",
        ColumnType.Boolean => "boolean",
        ColumnType.Enum choice => $"enum({Values(choice.Values)})",
        ColumnType.Set choices => $"set({Values(choices.Values)})",
        ColumnType.NativeEnum choice => names.Write(choice.Name),
        ColumnType.Json => "json",
        ColumnType.JsonBinary => "jsonb",
        ColumnType.Date => "date",
        ColumnType.DateTime { WithZone: true } or ColumnType.Timestamp { WithZone: true } => "timestamptz",
        ColumnType.DateTime or ColumnType.Timestamp => "timestamp",
        ColumnType.Time { WithZone: true } => "timetz",
        ColumnType.Time => "time",
        ColumnType.Uuid => "uuid",
        ColumnType.Ulid ulid => $"char({Number(ulid.Length)})",
        ColumnType.Native native => native.Sql,
        _ => type.GetType().Name,
    };

    internal static string Of(DefaultValue value) => value switch
    {
        DefaultValue.CurrentTimestamp => "CURRENT_TIMESTAMP",
        DefaultValue.Expression expression => expression.Sql,
        DefaultValue.Literal { Value: null } => "NULL",
        DefaultValue.Literal { Value: bool truth } => truth ? "true" : "false",
        DefaultValue.Literal { Value: string text } => $"'{text.Replace("'", "''", StringComparison.Ordinal)}'",
        DefaultValue.Literal { Value: var other } => Convert.ToString(other, CultureInfo.InvariantCulture) ?? "",
        _ => "",
    };

    private static string Values(ValueList<string> values) => string.Join(", ", values.Select(value => $"'{value.Replace("'", "''", StringComparison.Ordinal)}'"));

    private static string Number(int number) => number.ToString(CultureInfo.InvariantCulture);
}
