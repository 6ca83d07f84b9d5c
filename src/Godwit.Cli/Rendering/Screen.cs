using System.Text.Json;

namespace Godwit.Cli.Rendering;

/// <summary>What a verb shows, as a value: rendered as text for people or as one JSON document for programs.</summary>
internal abstract class Screen
{
    /// <summary>Writes it for a person.</summary>
    internal abstract void WriteText(TextOutput output);

    /// <summary>Writes the members of the JSON document.</summary>
    internal abstract void WriteJson(Utf8JsonWriter json);
}
