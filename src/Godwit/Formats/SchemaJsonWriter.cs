using System.Text.Json;
using Godwit.Schema;

namespace Godwit.Formats;

/// <summary>Writes members of JSON objects; what says nothing is left out.</summary>
internal sealed class SchemaJsonWriter(Utf8JsonWriter json)
{
    internal void Text(string name, string? value)
    {
        if (!string.IsNullOrEmpty(value)) json.WriteString(name, value);
    }

    internal void Number(string name, long? value)
    {
        if (value is { } number) json.WriteNumber(name, number);
    }

    internal void Flag(string name, bool value)
    {
        if (value) json.WriteBoolean(name, value);
    }

    internal void Texts(string name, ValueList<string> values)
    {
        if (values.Count == 0) return;
        json.WriteStartArray(name);
        foreach (var value in values) json.WriteStringValue(value);
        json.WriteEndArray();
    }

    internal void Object<T>(string name, T? value, Action<T> members)
        where T : class
    {
        if (value is null) return;
        json.WriteStartObject(name);
        members(value);
        json.WriteEndObject();
    }

    internal void Objects<T>(string name, ValueList<T> values, Action<T> members)
    {
        if (values.Count == 0) return;
        json.WriteStartArray(name);
        foreach (var value in values)
        {
            json.WriteStartObject();
            members(value);
            json.WriteEndObject();
        }

        json.WriteEndArray();
    }

    internal void Trigger(Trigger trigger)
    {
        Text("name", trigger.Name);
        Text("definition", trigger.Definition);
    }

    /// <summary>A value of an enumeration in camel case.</summary>
    internal static string Word<T>(T value)
        where T : struct, Enum => JsonNamingPolicy.CamelCase.ConvertName(value.ToString());
}
