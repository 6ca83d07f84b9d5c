using System.Text;
using System.Text.Json;

namespace Godwit.Cli.Rendering;

/// <summary>The JSON document of a screen, where a verb was asked for it by an option of its own.</summary>
internal sealed class JsonTextScreen(Screen screen) : Screen
{
    internal override void WriteText(TextOutput output) => output.Line(Text(screen));

    internal override void WriteJson(Utf8JsonWriter json) => screen.WriteJson(json);

    /// <summary>The document as text.</summary>
    internal static string Text(Screen screen)
    {
        using var buffer = new MemoryStream();
        using (var json = new Utf8JsonWriter(buffer, new JsonWriterOptions { Indented = true, Encoder = System.Text.Encodings.Web.JavaScriptEncoder.UnsafeRelaxedJsonEscaping }))
        {
            json.WriteStartObject();
            screen.WriteJson(json);
            json.WriteEndObject();
        }

        return Encoding.UTF8.GetString(buffer.GetBuffer(), 0, (int)buffer.Length);
    }
}
