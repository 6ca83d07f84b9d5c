using System.Text.Json;

namespace Godwit.Cli.Rendering;

/// <summary>What was looked at, a line each, with the way out where one is needed.</summary>
internal sealed class DoctorScreen(IReadOnlyList<Diagnosis> findings) : Screen
{
    private const int Words = 6;
    private const int Subjects = 14;
    private const int Width = 80;

    internal override void WriteText(TextOutput output)
    {
        foreach (var (subject, health, text, remedy) in findings)
        {
            var (word, name) = (Word(health), subject);
            foreach (var line in Wrapping.Lines(text, Width - Words - Subjects))
            {
                output.Line((word.PadRight(Words), StyleOf(health)), (name.PadRight(Subjects), Style.Faint), (line, Style.Plain));
                (word, name) = ("", "");
            }

            if (remedy is not null) output.Paragraph(remedy, Words + Subjects, Style.Hint);
        }
    }

    internal override void WriteJson(Utf8JsonWriter json)
    {
        json.WriteStartArray("checks");
        foreach (var (subject, health, text, remedy) in findings)
        {
            json.WriteStartObject();
            json.WriteString("subject", subject);
            json.WriteString("health", CodeText.Of(health));
            json.WriteString("message", text);
            if (remedy is not null) json.WriteString("remedy", remedy);
            json.WriteEndObject();
        }

        json.WriteEndArray();
    }

    private static string Word(Health health) => health switch
    {
        Health.Good => "ok",
        Health.Doubtful => "look",
        _ => "bad",
    };

    private static Style StyleOf(Health health) => health switch
    {
        Health.Good => Style.Good,
        Health.Doubtful => Style.Warning,
        _ => Style.Bad,
    };
}

/// <summary>How it is with one thing that was looked at.</summary>
/// <param name="Subject">What was looked at.</param>
/// <param name="Health">How it is.</param>
/// <param name="Text">What was found.</param>
/// <param name="Remedy">The way out; null where none is needed.</param>
internal sealed record Diagnosis(string Subject, Health Health, string Text, string? Remedy = null);

/// <summary>How it is with a thing.</summary>
internal enum Health
{
    /// <summary>As it should be.</summary>
    Good,

    /// <summary>Somebody should look at it; migrations can be applied.</summary>
    Doubtful,

    /// <summary>It keeps migrations from being applied.</summary>
    Bad,
}
