using System.Collections.Immutable;
using System.Runtime.InteropServices;

namespace Godwit.Configuration;

/// <summary>Turns the settings of <c>godwit.json</c> into a <see cref="ProjectConfig"/>.</summary>
internal static class ProjectConfigReader
{
    internal static readonly ImmutableArray<string> Keys =
    [
        "$schema", "migrations", "table", "naming", "format", "outOfOrder", "models", "references",
        "connection", "connections", "environments", "placeholders", "allow", "lockTimeout",
        "statementLockTimeout", "statementTimeout", "lockAttempts",
    ];

    internal static readonly ImmutableArray<string> ModelKeys = ["assembly", "context"];

    /// <exception cref="GodwitException">The file says something that is not understood.</exception>
    internal static ProjectConfig Read(TextFile file, ProjectConfig config)
    {
        var root = SettingsParser.Parse(file);
        foreach (var setting in root.AsGroup("{ \"table\": \"migrations\" }")) config = Apply(config, setting);
        CheckConnectionNames(root, config);
        return config;
    }

    private static ProjectConfig Apply(ProjectConfig config, Setting setting) => setting.Key switch
    {
        "$schema" => config,
        "migrations" => config with { MigrationDirectories = ReadMigrations(config, setting) },
        "table" => config with { Table = setting.AsFilledText("\"migrations\"") },
        "naming" => config with { Naming = (MigrationNaming)setting.AsOneOf("timestamp", "date", "sequence") },
        "format" => config with { Format = (MigrationFormat)setting.AsOneOf("csharp", "sql") },
        "outOfOrder" => config with { OutOfOrder = EnvironmentReader.ReadOutOfOrder(setting) },
        "models" => config with { Models = ReadModels(config, setting) },
        "references" => config with { References = ReadPaths(config, setting, "[\"bin/Release/net10.0/Shop.dll\"]") },
        "connection" => config with { Connection = setting.AsFilledText("\"main\"") },
        "connections" => config with { Connections = ReadConnections(setting) },
        "environments" => config with { Environments = EnvironmentReader.Read(setting) },
        "placeholders" => config with { Placeholders = EnvironmentReader.ReadPlaceholders(setting) },
        "allow" => config with { Allow = EnvironmentReader.ReadAllow(setting) },
        "lockTimeout" => config with { LockTimeout = EnvironmentReader.ReadDuration(setting, "\"60s\"") },
        "statementLockTimeout" => config with { StatementLockTimeout = EnvironmentReader.ReadDuration(setting, "\"5s\"") },
        "statementTimeout" => config with { StatementTimeout = EnvironmentReader.ReadDuration(setting, "\"10m\"") },
        "lockAttempts" => config with { LockAttempts = EnvironmentReader.ReadAttempts(setting) },
        _ => throw setting.Unknown(Keys),
    };

    private static ImmutableArray<string> ReadMigrations(ProjectConfig config, Setting setting)
    {
        const string Example = "[\"database/migrations\"]";
        var folders = ReadPaths(config, setting, Example);
        return folders.IsEmpty ? throw setting.Invalid("a list of at least one folder", Example) : folders;
    }

    private static ImmutableArray<string> ReadPaths(ProjectConfig config, Setting setting, string example)
    {
        var paths = setting.AsTexts(example);
        for (var i = 0; i < paths.Length; i++) paths[i] = config.FullPath(paths[i]);
        return ImmutableCollectionsMarshal.AsImmutableArray(paths);
    }

    private static ModelSource ReadModels(ProjectConfig config, Setting setting)
    {
        const string Example = "[\"models\"], or { \"assembly\": \"bin/Release/net10.0/App.dll\", \"context\": \"App.ShopContext\" }";
        if (setting.Kind == SettingKind.List) return new ModelSource { Folders = ReadPaths(config, setting, Example) };
        if (setting.Kind != SettingKind.Group) throw setting.Invalid("a list of folders or a group with an assembly", Example);
        var models = new ModelSource();
        foreach (var member in setting.AsGroup(Example))
        {
            models = member.Key switch
            {
                "assembly" => models with { Assembly = config.FullPath(member.AsFilledText("\"bin/Release/net10.0/App.dll\"")) },
                "context" => models with { Context = member.AsFilledText("\"App.ShopContext\"") },
                _ => throw member.Unknown(ModelKeys),
            };
        }

        return models.Assembly is null ? throw setting.Invalid("a list of folders or a group with an assembly", Example) : models;
    }

    private static Dictionary<string, ConnectionDefinition> ReadConnections(Setting setting)
    {
        var connections = new Dictionary<string, ConnectionDefinition>();
        foreach (var member in setting.AsGroup("{ \"main\": \"sqlite:database/database.sqlite\" }"))
        {
            connections.Add(member.Key, new ConnectionDefinition(member));
        }

        return connections;
    }

    private static void CheckConnectionNames(Setting root, ProjectConfig config)
    {
        CheckConnectionName(root.Find("connection"), config);
        if (root.Find("environments") is not { } environments) return;
        foreach (var environment in environments.AsGroup("{}")) CheckConnectionName(environment.Find("connection"), config);
    }

    private static void CheckConnectionName(Setting? name, ProjectConfig config)
    {
        if (name is not null) ConnectionDefinition.Named(config.Connections, ConfiguredText.Of(name));
    }
}
