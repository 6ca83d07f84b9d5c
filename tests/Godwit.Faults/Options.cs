using System.Globalization;

namespace Godwit.Faults;

/// <summary>What is to be tried, and for how long.</summary>
internal sealed record Options
{
    /// <summary>For how long, all campaigns together.</summary>
    internal TimeSpan Length { get; private init; } = TimeSpan.FromMinutes(30);

    /// <summary>The only database product; null for all.</summary>
    internal string? Database { get; private init; }

    /// <summary>The only campaign; null for all.</summary>
    internal string? Campaign { get; private init; }

    /// <summary>Where chance begins.</summary>
    internal int Seed { get; private init; } = 1;

    /// <summary>How many inputs the fuzzers try; null to try faults.</summary>
    internal long? Fuzz { get; private init; }

    /// <summary>The folder of the servers that may be killed; null when none may.</summary>
    internal string? Servers { get; private init; }

    /// <summary>How many rounds at once; null for each campaign's own number.</summary>
    internal int? Lanes { get; private init; }

    /// <summary>The file that the numbers of campaigns passed, failed and skipped are added to as a line; null for none.</summary>
    internal string? Counts { get; private init; }

    /// <exception cref="FormatException">An option is not known, or its value not usable.</exception>
    internal static Options Parse(ReadOnlySpan<string> arguments)
    {
        var options = new Options();
        if (arguments is [var length, ..] && !length.StartsWith('-'))
        {
            options = options with { Length = Duration(length) };
            arguments = arguments[1..];
        }

        for (var i = 0; i < arguments.Length; i += 2)
        {
            if (i + 1 == arguments.Length) throw new FormatException($"{arguments[i]} needs a value");
            var value = arguments[i + 1];
            options = arguments[i] switch
            {
                "--database" => options with { Database = value },
                "--campaign" => options with { Campaign = value },
                "--seed" => options with { Seed = int.Parse(value, CultureInfo.InvariantCulture) },
                "--fuzz" => options with { Fuzz = long.Parse(value, CultureInfo.InvariantCulture) },
                "--servers" => options with { Servers = value },
                "--lanes" => options with { Lanes = int.Parse(value, CultureInfo.InvariantCulture) },
                "--counts" => options with { Counts = value },
                var other => throw new FormatException($"{other} is no option: DURATION, --database sqlite|postgresql|mariadb|galera, --campaign NAME, --seed N, --fuzz N"),
            };
        }

        return options;
    }

    private static TimeSpan Duration(string text)
    {
        var number = double.Parse(text.AsSpan(0, text.Length - 1), CultureInfo.InvariantCulture);
        return text[^1] switch
        {
            's' => TimeSpan.FromSeconds(number),
            'm' => TimeSpan.FromMinutes(number),
            'h' => TimeSpan.FromHours(number),
            _ => throw new FormatException($"{text} is no duration: 90s, 30m, 2h"),
        };
    }
}
