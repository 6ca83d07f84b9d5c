using System.Globalization;
using System.Text.Json;
using System.Text.Json.Nodes;
using Bogus;

namespace Godwit.Factories;

/// <summary>A column's value as a property of a model holds it, and back.</summary>
internal static class PropertyValue
{
    /// <summary>A value as a type holds it.</summary>
    internal static object? Of(object? value, Type type, Faker fake)
    {
        var target = Nullable.GetUnderlyingType(type) ?? type;
        if (target.IsEnum) return Member(value, target, fake);
        return value switch
        {
            null => null,
            _ when target.IsInstanceOfType(value) => value,
            DateTime moment when target == typeof(DateTimeOffset) => new DateTimeOffset(DateTime.SpecifyKind(moment, DateTimeKind.Utc)),
            DateTime moment when target == typeof(DateOnly) => DateOnly.FromDateTime(moment),
            DateOnly day when target == typeof(DateTime) => day.ToDateTime(TimeOnly.MinValue),
            TimeOnly time when target == typeof(TimeSpan) => time.ToTimeSpan(),
            string text when target == typeof(Guid) => Guid.Parse(text),
            string text when target == typeof(JsonDocument) => JsonDocument.Parse(text),
            string text when target == typeof(JsonElement) => JsonDocument.Parse(text).RootElement,
            string text when target.IsAssignableFrom(typeof(JsonObject)) => JsonNode.Parse(text),
            string { Length: > 0 } text when target == typeof(char) => text[0],
            string text when target == typeof(System.Net.IPAddress) => System.Net.IPAddress.Parse(text),
            _ when target == typeof(string) => Convert.ToString(value, CultureInfo.InvariantCulture),
            IConvertible when typeof(IConvertible).IsAssignableFrom(target) => Convert.ChangeType(value, target, CultureInfo.InvariantCulture),
            _ => null,
        };
    }

    private static object Member(object? value, Type type, Faker fake)
    {
        if (value is string name && Enum.TryParse(type, name, ignoreCase: true, out var named)) return named;
        var members = Enum.GetValues(type);
        return members.GetValue(fake.Random.Int(0, members.Length - 1))!;
    }
}
