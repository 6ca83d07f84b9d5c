using System.Text.Json;
using Godwit.Schema;

namespace Godwit.Cli.Rendering;

/// <summary>How much a table holds, as members of a JSON object; what is not known is null.</summary>
internal static class StatisticsJson
{
    internal static void Write(Utf8JsonWriter json, TableStatistics? statistics)
    {
        Number("rows", statistics?.Rows);
        Number("dataBytes", statistics?.DataBytes);
        Number("indexBytes", statistics?.IndexBytes);

        void Number(string name, long? value)
        {
            if (value is { } number) json.WriteNumber(name, number);
            else json.WriteNull(name);
        }
    }
}
