using System.Globalization;
using System.Net;
using System.Net.NetworkInformation;
using System.Text.Json;
using System.Text.Json.Nodes;
using Godwit.Schema;

namespace Godwit.Modelling;

/// <summary>The column types of C# types.</summary>
internal static class ModelTypes
{
    private const int DefaultDigits = 18;
    private const int DefaultPlaces = 2;

    // All that a DateTime can hold and the databases can: microseconds.
    private const int DefaultTimePrecision = 6;

    /// <summary>The type of a column; null when there is none for the C# type.</summary>
    /// <param name="type">The C# type, without its being nullable.</param>
    /// <param name="length">The length that was stated: -1 is without a limit, null is none.</param>
    /// <param name="precision">The precision that was stated; null is none.</param>
    /// <param name="storage">How an enumeration is stored.</param>
    internal static ColumnType? Of(Type type, int? length, PrecisionAttribute? precision, EnumStorage storage)
    {
        if (type.IsEnum) return Enumeration(type, storage);
        var digits = precision?.Digits ?? DefaultTimePrecision;
        return Type.GetTypeCode(type) switch
        {
            TypeCode.Boolean => new ColumnType.Boolean(),
            TypeCode.Char => new ColumnType.Char(1),
            TypeCode.String => Text(length),
            TypeCode.Single => new ColumnType.Float(24),
            TypeCode.Double => new ColumnType.Double(),
            TypeCode.Decimal => new ColumnType.Decimal(precision?.Digits ?? DefaultDigits, precision?.Places ?? DefaultPlaces),
            TypeCode.DateTime => new ColumnType.DateTime(digits),
            _ => Integer(type) ?? Other(type, length, digits),
        };
    }

    /// <summary>The integer type that holds a C# integer; null when the C# type is none.</summary>
    internal static ColumnType.Integer? Integer(Type type) => type.IsEnum ? null : Type.GetTypeCode(type) switch
    {
        TypeCode.SByte => new(IntegerSize.Tiny),
        TypeCode.Byte => new(IntegerSize.Tiny, Unsigned: true),
        TypeCode.Int16 => new(IntegerSize.Small),
        TypeCode.UInt16 => new(IntegerSize.Small, Unsigned: true),
        TypeCode.Int32 => new(),
        TypeCode.UInt32 => new(Unsigned: true),
        TypeCode.Int64 => new(IntegerSize.Big),
        TypeCode.UInt64 => new(IntegerSize.Big, Unsigned: true),
        _ => null,
    };

    /// <summary>How the values of an enumeration are stored that says nothing, or says how.</summary>
    internal static EnumStorage Storage(Type type, EnumStorage? stated) => stated ?? (type.IsDefined(typeof(FlagsAttribute), false) ? EnumStorage.Number : EnumStorage.Names);

    /// <summary>A default as the column holds it.</summary>
    internal static object? Default(object? value, ColumnType type) => value switch
    {
        Enum member when type is ColumnType.Integer => Convert.ChangeType(member, Enum.GetUnderlyingType(member.GetType()), CultureInfo.InvariantCulture),
        Enum member => member.ToString(),
        char character => character.ToString(),
        IConvertible number when type is ColumnType.Decimal && value is not string => Convert.ToDecimal(number, CultureInfo.InvariantCulture),
        _ => value,
    };

    private static ColumnType Text(int? length) => length switch
    {
        null => new ColumnType.String(),
        < 0 => new ColumnType.Text(),
        { } stated => new ColumnType.String(stated),
    };

    private static ColumnType? Enumeration(Type type, EnumStorage storage) => storage switch
    {
        EnumStorage.Number => Integer(Enum.GetUnderlyingType(type)),
        EnumStorage.Text => new ColumnType.String(),
        _ => new ColumnType.Enum(Enum.GetNames(type).ToValueList()),
    };

    private static ColumnType? Other(Type type, int? length, int digits) =>
        type == typeof(Guid) ? new ColumnType.Uuid()
        : type == typeof(DateTimeOffset) ? new ColumnType.Timestamp(digits, WithZone: true)
        : type == typeof(DateOnly) ? new ColumnType.Date()
        : type == typeof(TimeOnly) || type == typeof(TimeSpan) ? new ColumnType.Time(digits)
        : type == typeof(byte[]) ? new ColumnType.Binary(length is > 0 ? length : null)
        : type == typeof(JsonDocument) || type == typeof(JsonElement) || typeof(JsonNode).IsAssignableFrom(type) ? new ColumnType.JsonBinary()
        : type == typeof(IPAddress) ? new ColumnType.IpAddress()
        : type == typeof(PhysicalAddress) ? new ColumnType.MacAddress()
        : null;
}
