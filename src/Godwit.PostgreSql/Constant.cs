using System.Globalization;

namespace Godwit.PostgreSql;

/// <summary>A constant of a known type.</summary>
/// <param name="Text">Its value, as it stands between quotes.</param>
/// <param name="Form">How it is written.</param>
internal sealed record Constant(string Text, ConstantForm Form)
{
    /// <summary>The constant that a value is in a column; null when the column cannot hold it.</summary>
    /// <param name="value">A value as in <see cref="Schema.DefaultValue.Literal"/>.</param>
    /// <param name="type">The column's type in its canonical spelling.</param>
    internal static Constant? Of(object value, string type) => TypeFamilies.Of(type) switch
    {
        TypeFamily.Number => Number(value) is { } number ? new Constant(number, ConstantForm.Number) : null,
        TypeFamily.Boolean => Truth(value) is { } truth ? new Constant(truth, ConstantForm.Keyword) : null,
        TypeFamily.Text => value switch
        {
            byte[] => null,
            bool truth => String(truth ? "true" : "false"),
            _ => String(PostgreSqlLiterals.Number(value) ?? PostgreSqlLiterals.Text(value)),
        },
        TypeFamily.Uuid => Guid.TryParse(value.ToString(), out var id) ? String(id.ToString("D")) : null,
        TypeFamily.Bytes => value is byte[] or string ? String(PostgreSqlLiterals.Text(value)) : null,
        TypeFamily.Date or TypeFamily.Timestamp or TypeFamily.TimestampWithZone or TypeFamily.Time =>
            Temporal(value, TypeFamilies.Of(type)) is { } moment ? String(moment) : null,
        _ => value is bool truth ? new Constant(truth ? "true" : "false", ConstantForm.Keyword)
            : PostgreSqlLiterals.Number(value) is { } number ? new Constant(number, ConstantForm.Number)
            : String(PostgreSqlLiterals.Text(value)),
    };

    /// <summary>The constant as a person would write it.</summary>
    internal string Sql => Form is ConstantForm.String || char.IsAsciiLetter(Text[^1]) && Form is ConstantForm.Number ? PostgreSqlLiterals.Quoted(Text) : Text;

    /// <summary>The constant as <c>pg_get_expr</c> gives it back.</summary>
    /// <param name="type">The column's type in its canonical spelling.</param>
    internal string Catalog(string type) => Form switch
    {
        ConstantForm.Keyword => Text,
        ConstantForm.Number => CatalogNumber(Text, type),
        _ => $"'{Text.Replace("'", "''", StringComparison.Ordinal)}'::{NativeTypeName.WithoutModifier(type)}",
    };

    private static Constant String(string text) => new(text, ConstantForm.String);

    private static string? Number(object value)
    {
        if (PostgreSqlLiterals.Number(value) is { } number) return number;
        if (value is not string text) return null;
        text = text.Trim();
        return double.TryParse(text, NumberStyles.Float, CultureInfo.InvariantCulture, out _) ? text.TrimStart('+') : null;
    }

    private static string? Truth(object value) => value switch
    {
        bool truth => truth ? "true" : "false",
        string text => text.Trim().ToLowerInvariant() switch
        {
            "true" or "t" or "yes" or "y" or "on" or "1" => "true",
            "false" or "f" or "no" or "n" or "off" or "0" => "false",
            _ => null,
        },
        _ => PostgreSqlLiterals.Number(value) switch { "1" => "true", "0" => "false", _ => null },
    };

    // Texts that .NET cannot read, as 'infinity' or '44 BC', are the server's to judge.
    private static string? Temporal(object value, TypeFamily family) => value switch
    {
        bool or byte[] or Guid => null,
        _ when PostgreSqlLiterals.Number(value) is not null => null,
        TimeSpan span => family is TypeFamily.Time ? PostgreSqlLiterals.Span(span) : null,
        TimeOnly time => family is TypeFamily.Time ? PostgreSqlLiterals.Text(time) : null,
        string text when family is TypeFamily.Time => TimeOnly.TryParse(text, CultureInfo.InvariantCulture, out var time) ? PostgreSqlLiterals.Text(time) : text,
        _ when Moment(value) is not { } moment => PostgreSqlLiterals.Text(value),
        _ => family switch
        {
            TypeFamily.Date => PostgreSqlLiterals.Text(DateOnly.FromDateTime(Moment(value)!.Value.DateTime)),
            TypeFamily.Time => PostgreSqlLiterals.Span(Moment(value)!.Value.TimeOfDay),
            TypeFamily.Timestamp => PostgreSqlLiterals.Moment(Moment(value)!.Value.DateTime),
            _ => PostgreSqlLiterals.Moment(Moment(value)!.Value.UtcDateTime) + "+00",
        },
    };

    private static DateTimeOffset? Moment(object value) => value switch
    {
        DateOnly day => new DateTimeOffset(day.ToDateTime(TimeOnly.MinValue), TimeSpan.Zero),
        DateTime moment => new DateTimeOffset(DateTime.SpecifyKind(moment, DateTimeKind.Unspecified), TimeSpan.Zero),
        DateTimeOffset moment => moment,
        string text when DateTimeOffset.TryParse(text, CultureInfo.InvariantCulture, DateTimeStyles.AssumeUniversal, out var moment) => moment,
        _ => null,
    };

    // A number that would be read as another type, or that has a sign, is quoted and cast (ruleutils.c, get_const_expr).
    private static string CatalogNumber(string text, string type)
    {
        if (char.IsAsciiLetter(text[^1])) return $"'{text}'::{NativeTypeName.WithoutModifier(type)}";
        if (long.TryParse(text, NumberStyles.AllowLeadingSign, CultureInfo.InvariantCulture, out var whole))
        {
            if (whole is >= 0 and <= int.MaxValue) return text;
            return $"'{text}'::{(whole is >= int.MinValue and <= int.MaxValue ? "integer" : "bigint")}";
        }

        return text.StartsWith('-') || !text.Contains('.', StringComparison.Ordinal) ? $"'{text}'::numeric" : text;
    }
}

/// <summary>How a constant is written.</summary>
internal enum ConstantForm
{
    /// <summary>Between quotes.</summary>
    String,

    /// <summary>In digits.</summary>
    Number,

    /// <summary>As a word.</summary>
    Keyword,
}
