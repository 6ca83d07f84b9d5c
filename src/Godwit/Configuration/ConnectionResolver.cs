namespace Godwit.Configuration;

/// <summary>
/// Decides which connection is used: the command line's, else the environment's, else that of <c>.env</c>, else that of
/// <c>godwit.json</c>, else SQLite in the project's folder.
/// </summary>
internal sealed class ConnectionResolver(ProjectConfig config)
{
    internal ResolvedConnection Resolve(string? url, string? name)
    {
        if (url is not null && name is not null)
        {
            throw new GodwitException(ErrorCode.Usage, "--url and --connection cannot be combined.", "Give only one of them.");
        }

        if (url is not null) return FromCommandLine(new ConfiguredText(url, "--url", "the command line"));
        if (name is not null) return FromDefinition(Named(new ConfiguredText(name, "--connection", "the command line")));
        var variables = DatabaseVariables.Read(config.Variables, config.Root);
        if (variables.Url is { } text) return FromUrl(text, variables.Password);
        return variables.AreUnset ? FromConfig() : FromParts(variables);
    }

    private ResolvedConnection FromCommandLine(ConfiguredText url) => FromUrl(url.Interpolate(config.Variables, PercentEncoding.Encode));

    private ResolvedConnection FromUrl(ConfiguredText url, ConfiguredText? password = null)
    {
        var settings = ConnectionUrl.Parse(url);
        var lacksPassword = settings.Password is null && settings.Driver != DriverName.Sqlite;
        if (password is null || !lacksPassword) return Complete(settings, url.ToString());
        return Complete(settings with { Password = new Secret(password.Text) }, $"{url}, with {password}");
    }

    private ResolvedConnection FromConfig() =>
        Configured() is { } definition ? FromDefinition(definition) : Complete(Blank(DriverName.Sqlite), "the default");

    private ResolvedConnection FromDefinition(ConnectionDefinition definition) =>
        Complete(definition.Resolve(config.Variables, config.Root), Describe(definition));

    private ResolvedConnection FromParts(DatabaseVariables variables)
    {
        var (definition, driver) = Choose(variables.Connection);
        if (definition is { IsConnectionString: true }) return FromDefinition(definition);
        var settings = variables.Apply(definition?.Resolve(config.Variables, config.Root) ?? Blank(driver));
        var used = variables.Describe(settings.Driver);
        if (definition is null) return Complete(settings, used ?? "the default");
        return Complete(settings, used is null ? Describe(definition) : $"{Describe(definition)}, with {used}");
    }

    /// <summary>The definition that the variables build on, or the driver when they build on none.</summary>
    private (ConnectionDefinition? Definition, string Driver) Choose(ConfiguredText? connection)
    {
        if (connection is null) return (Configured(), DriverName.Sqlite);
        if (config.Connections.TryGetValue(connection.Text, out var named)) return (named, "");
        var driver = DriverName.Find(connection.Text) ?? throw UnknownConnection(connection);
        var configured = Default();
        return configured?.Driver(config.Variables) == driver ? (configured, driver) : (null, driver);
    }

    /// <summary>What <c>godwit.json</c> chooses; null when it defines nothing to choose from.</summary>
    private ConnectionDefinition? Configured() =>
        config.Connection is null && config.Connections.Count > 1 ? throw SeveralDefined() : Default();

    private ConnectionDefinition? Default()
    {
        if (config.Connection is { } name) return Named(new ConfiguredText(name, "\"connection\"", ProjectRoot.SettingsName));
        if (config.Connections.Count != 1) return null;
        foreach (var (_, single) in config.Connections) return single;
        return null;
    }

    private GodwitException SeveralDefined() => new(
        ErrorCode.InvalidConnection,
        $"{ProjectRoot.SettingsName} defines several connections and does not say which one to use.",
        $"Set \"connection\" in it, or give --connection: {string.Join(", ", config.Connections.Keys)}.");

    private ConnectionDefinition Named(ConfiguredText name) => ConnectionDefinition.Named(config.Connections, name);

    private static ConnectionSettings Blank(string driver) => new()
    {
        Driver = driver,
        Database = driver == DriverName.Sqlite ? Path.Combine("database", "database.sqlite") : null,
    };

    private ResolvedConnection Complete(ConnectionSettings settings, string source)
    {
        if (settings.ConnectionString is not null) return new ResolvedConnection(settings, source);
        if (string.IsNullOrEmpty(settings.Database)) throw WithoutDatabase(settings, source);
        return new ResolvedConnection(settings.Driver == DriverName.Sqlite ? InProject(settings) : WithHost(settings), source);
    }

    private ConnectionSettings InProject(ConnectionSettings settings) =>
        settings.Database == ":memory:" ? settings : settings with { Database = config.FullPath(settings.Database!) };

    private static ConnectionSettings WithHost(ConnectionSettings settings) =>
        string.IsNullOrEmpty(settings.Host) ? settings with { Host = "localhost" } : settings;

    private static string Describe(ConnectionDefinition definition) => $"connection {definition.Name} from {ProjectRoot.SettingsName}";

    private static GodwitException WithoutDatabase(ConnectionSettings settings, string source) => new(
        ErrorCode.InvalidConnection,
        $"The connection names no database ({source}).",
        settings.Driver == DriverName.Sqlite
            ? "Write sqlite:path for a file, or sqlite::memory: for a database that lives as long as the command."
            : "Name it: driver://user@host/database in a URL, \"database\" in godwit.json, or DB_DATABASE.");

    private GodwitException UnknownConnection(ConfiguredText connection) => connection.Fail(
        ErrorCode.InvalidConnection,
        $"names neither a database that Godwit knows nor a connection of godwit.json: {ConnectionUrl.MaskUnlessName(connection.Text)}",
        UnknownConnectionRemedy(connection.Text));

    private string UnknownConnectionRemedy(string name)
    {
        if (name.Contains("://", StringComparison.Ordinal)) return "A URL belongs in DATABASE_URL.";
        var nearest = Suggestion.Nearest(name, config.Connections.Keys);
        return nearest is null ? DriverName.Remedy(name) : $"Did you mean {nearest}?";
    }
}
