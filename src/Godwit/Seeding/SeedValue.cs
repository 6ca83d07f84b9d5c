using System.Globalization;
using System.Net;
using System.Net.NetworkInformation;
using System.Text.Json;
using System.Text.Json.Nodes;
using Godwit.Dialects;
using Godwit.Operations;
using Godwit.Schema;

namespace Godwit.Seeding;

/// <summary>A property's value as the database takes it.</summary>
internal static class SeedValue
{
    /// <exception cref="GodwitException">It is of a type that no column holds.</exception>
    internal static object? Of(object? value, ValueKind kind, RowTarget target, int column) => value switch
    {
        null or string or int or long or bool or decimal or double or DateTime or Guid or byte[] or short or byte or float or uint or ulong or ushort or sbyte
            or DateTimeOffset or DateOnly or TimeOnly or TimeSpan => value,
        DBNull => null,
        char letter => letter.ToString(),
        Enum member when kind.Family is ValueFamily.Integer => Convert.ToInt64(member, CultureInfo.InvariantCulture),
        Enum member => member.ToString(),
        JsonElement element => element.GetRawText(),
        JsonDocument document => document.RootElement.GetRawText(),
        JsonNode node => node.ToJsonString(),
        IPAddress or PhysicalAddress or Uri => value.ToString(),
        SqlExpression => throw Unfit(value, target, column, "Run the statement with ExecuteAsync: the fast way takes values only."),
        _ when kind.Family is ValueFamily.Json => JsonSerializer.Serialize(value),
        _ => throw Unfit(value, target, column, "Give null, a text, a bool, a number, a date, a time, a Guid or bytes."),
    };

    private static GodwitException Unfit(object value, RowTarget target, int column, string remedy) => new(
        ErrorCode.InvalidDefinition, $"The value of {target.Table}.{target.Names[column]} is a {value.GetType().Name}.", remedy);
}
