using System.Globalization;
using Godwit.Schema;

namespace Godwit.PostgreSql;

/// <summary>A binary form of a value.</summary>
internal enum CopyFormat
{
    /// <summary>A text, and what is read like one.</summary>
    Text,

    /// <summary>A text after a byte with the number 1.</summary>
    JsonBinary,

    /// <summary>One byte.</summary>
    Boolean,

    /// <summary>Two bytes.</summary>
    Int16,

    /// <summary>Four bytes.</summary>
    Int32,

    /// <summary>Eight bytes.</summary>
    Int64,

    /// <summary>Four bytes of IEEE 754.</summary>
    Single,

    /// <summary>Eight bytes of IEEE 754.</summary>
    Double,

    /// <summary>Digits to the base 10000.</summary>
    Numeric,

    /// <summary>Days since 2000.</summary>
    Date,

    /// <summary>Microseconds since 2000.</summary>
    Timestamp,

    /// <summary>Microseconds since 2000 in universal time.</summary>
    TimestampWithZone,

    /// <summary>Microseconds since midnight.</summary>
    Time,

    /// <summary>Sixteen bytes.</summary>
    Uuid,

    /// <summary>Bytes as they are.</summary>
    Bytes,
}

/// <summary>Writes values in the binary forms that types have on the wire: those of their <c>…_send</c> and <c>…_recv</c> functions.</summary>
internal static class CopyFormats
{
    private static readonly DateTime Epoch = new(2000, 1, 1, 0, 0, 0, DateTimeKind.Unspecified);

    /// <summary>The form of a type; null where it is not known here.</summary>
    internal static CopyFormat? Of(ColumnType type) => PostgreSqlTypes.Canonical(type) switch
    {
        ColumnType.NativeEnum => CopyFormat.Text,
        ColumnType.Native native => Of(NativeTypeName.WithoutModifier(native.Sql)),
        _ => null,
    };

    /// <summary>Writes a value with its length before it.</summary>
    /// <exception cref="FormatException">It is a text that does not say a value of the type.</exception>
    /// <exception cref="InvalidCastException">It is of a kind that the type cannot hold.</exception>
    /// <exception cref="OverflowException">It is too large.</exception>
    internal static void Write(CopyBuffer buffer, CopyFormat format, object? value)
    {
        if (value is null or DBNull)
        {
            buffer.Null();
            return;
        }

        switch (format)
        {
            case CopyFormat.Text: buffer.Text(Text(value)); break;
            case CopyFormat.JsonBinary: buffer.Text(Text(value), version: 1); break;
            case CopyFormat.Boolean: WriteBoolean(buffer, Convert.ToBoolean(value, CultureInfo.InvariantCulture)); break;
            case CopyFormat.Int16 or CopyFormat.Int32 or CopyFormat.Int64: WriteInteger(buffer, format, value is long large ? large : Convert.ToInt64(value, CultureInfo.InvariantCulture)); break;
            case CopyFormat.Single: Sized(buffer, 4).Single(Convert.ToSingle(value, CultureInfo.InvariantCulture)); break;
            case CopyFormat.Double: WriteDouble(buffer, Convert.ToDouble(value, CultureInfo.InvariantCulture)); break;
            case CopyFormat.Numeric: NumericForm.Write(buffer, value); break;
            case CopyFormat.Date: Sized(buffer, 4).Int32((Moment(value, isUniversal: false).Date - Epoch).Days); break;
            case CopyFormat.Timestamp: WriteMoment(buffer, Moment(value, isUniversal: false)); break;
            case CopyFormat.TimestampWithZone: WriteMoment(buffer, Moment(value, isUniversal: true)); break;
            case CopyFormat.Time: Sized(buffer, 8).Int64(Microseconds(TimeOfDay(value))); break;
            case CopyFormat.Uuid: WriteUuid(buffer, value is Guid id ? id : Guid.Parse(Text(value))); break;
            case CopyFormat.Bytes: WriteBytes(buffer, (byte[])value); break;
            default: throw new InvalidOperationException($"No form for {format}.");
        }
    }

    internal static void WriteBoolean(CopyBuffer buffer, bool value) => Sized(buffer, 1).Byte(value ? (byte)1 : (byte)0);

    /// <summary>Writes a whole number of two, four or eight bytes.</summary>
    /// <exception cref="OverflowException">It is too large for them.</exception>
    internal static void WriteInteger(CopyBuffer buffer, CopyFormat format, long value)
    {
        if (format is CopyFormat.Int64) Sized(buffer, 8).Int64(value);
        else if (format is CopyFormat.Int32) Sized(buffer, 4).Int32(Convert.ToInt32(value));
        else Sized(buffer, 2).Int16(Convert.ToInt16(value));
    }

    internal static void WriteDouble(CopyBuffer buffer, double value) => Sized(buffer, 8).Double(value);

    /// <summary>Writes a date and time as they stand, in the zone that the type has.</summary>
    internal static void WriteMoment(CopyBuffer buffer, DateTime moment) => Sized(buffer, 8).Int64(Microseconds(moment - Epoch));

    private static CopyFormat? Of(string type) => type switch
    {
        "text" or "character varying" or "bpchar" or "citext" or "name" or "json" or "xml" => CopyFormat.Text,
        "jsonb" => CopyFormat.JsonBinary,
        "boolean" => CopyFormat.Boolean,
        "smallint" => CopyFormat.Int16,
        "integer" => CopyFormat.Int32,
        "bigint" => CopyFormat.Int64,
        "real" => CopyFormat.Single,
        "double precision" => CopyFormat.Double,
        "numeric" => CopyFormat.Numeric,
        "date" => CopyFormat.Date,
        "timestamp without time zone" => CopyFormat.Timestamp,
        "timestamp with time zone" => CopyFormat.TimestampWithZone,
        "time without time zone" => CopyFormat.Time,
        "uuid" => CopyFormat.Uuid,
        "bytea" => CopyFormat.Bytes,
        _ => null,
    };

    private static CopyBuffer Sized(CopyBuffer buffer, int length)
    {
        buffer.Int32(length);
        return buffer;
    }

    private static string Text(object value) => value as string ?? (value is bool truth ? (truth ? "true" : "false") : PostgreSqlLiterals.Number(value) ?? PostgreSqlLiterals.Text(value));

    // Fractions of a microsecond are rounded, as the server does with a literal.
    private static long Microseconds(TimeSpan span)
    {
        var (whole, rest) = Math.DivRem(span.Ticks, TimeSpan.TicksPerMicrosecond);
        var twice = 2 * Math.Abs(rest);
        return twice > TimeSpan.TicksPerMicrosecond || (twice == TimeSpan.TicksPerMicrosecond && long.IsOddInteger(whole)) ? whole + Math.Sign(rest) : whole;
    }

    // A moment without a zone is taken for universal time, so that the session's zone does not matter.
    private static DateTime Moment(object value, bool isUniversal) => value switch
    {
        DateTime { Kind: DateTimeKind.Local } local when isUniversal => Plain(local.ToUniversalTime()),
        DateTime moment => Plain(moment),
        DateTimeOffset moment => isUniversal ? Plain(moment.UtcDateTime) : Plain(moment.DateTime),
        DateOnly day => day.ToDateTime(TimeOnly.MinValue),
        string text => Plain(DateTimeOffset.Parse(text, CultureInfo.InvariantCulture, DateTimeStyles.AssumeUniversal)) is var moment && isUniversal
            ? moment.Universal : moment.Local,
        _ => throw new InvalidCastException($"{value.GetType().Name} is no date."),
    };

    private static DateTime Plain(DateTime moment) => DateTime.SpecifyKind(moment, DateTimeKind.Unspecified);

    private static (DateTime Universal, DateTime Local) Plain(DateTimeOffset moment) => (Plain(moment.UtcDateTime), Plain(moment.DateTime));

    private static TimeSpan TimeOfDay(object value) => value switch
    {
        TimeOnly time => time.ToTimeSpan(),
        TimeSpan span => span,
        DateTime moment => moment.TimeOfDay,
        string text => TimeOnly.Parse(text, CultureInfo.InvariantCulture).ToTimeSpan(),
        _ => throw new InvalidCastException($"{value.GetType().Name} is no time of day."),
    };

    private static void WriteUuid(CopyBuffer buffer, Guid id)
    {
        Span<byte> bytes = stackalloc byte[16];
        id.TryWriteBytes(bytes, bigEndian: true, out _);
        Sized(buffer, bytes.Length).Bytes(bytes);
    }

    private static void WriteBytes(CopyBuffer buffer, byte[] bytes) => Sized(buffer, bytes.Length).Bytes(bytes);
}
