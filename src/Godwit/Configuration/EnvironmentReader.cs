using System.Collections.Immutable;
using System.Globalization;

namespace Godwit.Configuration;

/// <summary>Reads <c>environments</c> of <c>godwit.json</c>, and the settings that stand there as well as outside.</summary>
internal static class EnvironmentReader
{
    internal static readonly ImmutableArray<string> Keys = ["kind", "connection", "outOfOrder", "placeholders", "allow", "statementLockTimeout", "statementTimeout", "lockAttempts"];

    internal static Dictionary<string, EnvironmentSettings> Read(Setting setting)
    {
        var environments = new Dictionary<string, EnvironmentSettings>();
        var members = setting.AsGroup("{ \"production\": { \"connection\": \"shop\" } }");
        foreach (var member in members)
        {
            var name = DeploymentEnvironment.Parse(member.Key).Name;
            if (environments.ContainsKey(name)) throw member.Place.Repeats(First(members, name));
            environments.Add(name, ReadOne(member));
        }

        return environments;
    }

    internal static OutOfOrder ReadOutOfOrder(Setting setting) => (OutOfOrder)setting.AsOneOf("allow", "warn", "refuse");

    internal static Dictionary<string, string> ReadPlaceholders(Setting setting) => setting.AsMap("{ \"owner\": \"app\" }");

    internal static TimeSpan ReadDuration(Setting setting, string example) =>
        Duration.Parse(setting.AsText(example)) ?? throw setting.Invalid("a length of time in ms, s, m or h", example);

    internal static int ReadAttempts(Setting setting) =>
        int.TryParse(setting.AsScalar("10"), NumberStyles.None, CultureInfo.InvariantCulture, out var number) && number > 0
            ? number
            : throw setting.Invalid("a whole number above 0", "10");

    internal static Dictionary<string, string> ReadAllow(Setting setting) => setting.AsMap("{ \"PG01\": \"tables are small here\" }");

    private static EnvironmentSettings ReadOne(Setting environment)
    {
        var settings = new EnvironmentSettings();
        foreach (var member in environment.AsGroup("{ \"connection\": \"shop\" }"))
        {
            settings = member.Key switch
            {
                "kind" => settings with { Kind = ReadKind(environment, member) },
                "connection" => settings with { Connection = member.AsFilledText("\"shop\"") },
                "outOfOrder" => settings with { OutOfOrder = ReadOutOfOrder(member) },
                "placeholders" => settings with { Placeholders = ReadPlaceholders(member) },
                "statementLockTimeout" => settings with { StatementLockTimeout = ReadDuration(member, "\"5s\"") },
                "statementTimeout" => settings with { StatementTimeout = ReadDuration(member, "\"10m\"") },
                "lockAttempts" => settings with { LockAttempts = ReadAttempts(member) },
                "allow" => settings with { Allow = ReadAllow(member) },
                _ => throw member.Unknown(Keys),
            };
        }

        return settings;
    }

    // The three known names mean what they say: production must not be made careless by a line that nobody reads again.
    private static EnvironmentKind ReadKind(Setting environment, Setting member)
    {
        string[] kinds = ["development", "staging", "production"];
        var kind = (EnvironmentKind)member.AsOneOf(kinds);
        var known = DeploymentEnvironment.Parse(environment.Key);
        var isFixed = Array.IndexOf(kinds, known.Name) >= 0 && known.Kind != kind;
        return isFixed ? throw member.Invalid($"{known.Name}, or left out, for an environment of that name", $"\"{known.Name}\"") : kind;
    }

    private static Setting First(IReadOnlyList<Setting> members, string name)
    {
        var i = 0;
        while (DeploymentEnvironment.Parse(members[i].Key).Name != name) i++;
        return members[i];
    }
}
