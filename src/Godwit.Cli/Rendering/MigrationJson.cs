using System.Text.Json;
using Godwit.Planning;

namespace Godwit.Cli.Rendering;

/// <summary>A migration as a JSON object; times are in UTC.</summary>
internal static class MigrationJson
{
    internal static void Write(Utf8JsonWriter json, MigrationStanding migration)
    {
        json.WriteStartObject();
        json.WriteString("migration", migration.Id.Text);
        json.WriteString("status", CodeText.Of(migration.Standing));
        if (migration.Source is { } source) json.WriteString("file", source.Path);
        if (migration.Applied is { } row)
        {
            json.WriteNumber("batch", row.Batch);
            json.WriteString("appliedAt", row.ExecutedAt.UtcDateTime);
            if (row.Duration is { } took) json.WriteNumber("durationMs", (long)took.TotalMilliseconds);
            json.WriteString("appliedBy", row.AppliedBy);
            json.WriteString("godwitVersion", row.GodwitVersion);
        }

        if ((migration.Applied?.Checksum ?? migration.Checksum?.Text) is { } checksum) json.WriteString("checksum", checksum);
        json.WriteEndObject();
    }
}
