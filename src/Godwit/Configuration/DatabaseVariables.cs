namespace Godwit.Configuration;

/// <summary>What <c>DATABASE_URL</c> and the <c>DB_</c> variables say about the database, each with where it is set.</summary>
/// <param name="Url">The URL that stands in place of everything but a password it does not have.</param>
/// <param name="Connection">A connection of <c>godwit.json</c> or a database by name.</param>
/// <param name="Host">The server.</param>
/// <param name="Port">Its port.</param>
/// <param name="Database">The database's name, or its file.</param>
/// <param name="Username">The user.</param>
/// <param name="Password">The password, also from the file that <c>DB_PASSWORD_FILE</c> names.</param>
internal sealed record DatabaseVariables(
    ConfiguredText? Url,
    ConfiguredText? Connection,
    ConfiguredText? Host,
    ConfiguredText? Port,
    ConfiguredText? Database,
    ConfiguredText? Username,
    ConfiguredText? Password)
{
    private const string UrlName = "DATABASE_URL";
    private const string PasswordName = "DB_PASSWORD";
    private static readonly string[] PartNames = ["DB_CONNECTION", "DB_HOST", "DB_PORT", "DB_DATABASE", "DB_USERNAME"];

    /// <summary>Whether none of the <c>DB_</c> variables is set.</summary>
    internal bool AreUnset => (Connection ?? Host ?? Port ?? Database ?? Username ?? Password) is null;

    internal static DatabaseVariables Read(EnvironmentVariables variables, string root) => new(
        ReadUrl(variables, root),
        Locate(variables, PartNames[0]),
        Locate(variables, PartNames[1]),
        Locate(variables, PartNames[2]),
        Locate(variables, PartNames[3]),
        Locate(variables, PartNames[4]),
        Secret(variables.InProcess, PasswordName, root) ?? Secret(variables.InFile, PasswordName, root));

    /// <summary>Puts what is set in place of what a connection says.</summary>
    /// <exception cref="GodwitException">The host of a server is set but the connection is a file.</exception>
    internal ConnectionSettings Apply(ConnectionSettings settings)
    {
        if (settings.Driver != DriverName.Sqlite) return ApplyToServer(settings);
        if (Host is not null && Connection is null) throw HostWithoutServer(Host);
        return settings with { Database = Database?.Text ?? settings.Database };
    }

    /// <summary>The variables that <see cref="Apply"/> used, in words; null when none.</summary>
    internal string? Describe(string driver)
    {
        ConfiguredText?[] used = driver == DriverName.Sqlite
            ? [Connection, Database]
            : [Connection, Host, Port, Database, Username, Password];
        string? words = null;
        ConfiguredText? previous = null;
        foreach (var text in used)
        {
            if (text is null) continue;
            if (previous is not null) words += previous.Source == text.Source ? ", " : $" from {previous.Source}, ";
            words += text.Name;
            previous = text;
        }

        return previous is null ? null : $"{words} from {previous.Source}";
    }

    private ConnectionSettings ApplyToServer(ConnectionSettings settings) => settings with
    {
        Host = Host?.Text ?? settings.Host,
        Port = Port?.Port() ?? settings.Port,
        Database = Database?.Text ?? settings.Database,
        Username = Username?.Text ?? settings.Username,
        Password = Password is null ? settings.Password : new Secret(Password.Text),
    };

    // The process comes before .env, so a part that the process sets outranks a whole URL in .env.
    private static ConfiguredText? ReadUrl(EnvironmentVariables variables, string root)
    {
        if (Secret(variables.InProcess, UrlName, root) is { } url) return url;
        foreach (var part in PartNames)
        {
            if (variables.InProcess(part) is not null) return null;
        }

        return Secret(variables.InFile, UrlName, root);
    }

    private static ConfiguredText? Locate(EnvironmentVariables variables, string name) =>
        variables.InProcess(name) ?? variables.InFile(name);

    private static ConfiguredText? Secret(Func<string, ConfiguredText?> look, string name, string root) =>
        look(name) ?? look($"{name}_FILE")?.ReadFile(root);

    private static GodwitException HostWithoutServer(ConfiguredText host) => host.Fail(
        ErrorCode.InvalidConnection,
        "is set, but the connection is a SQLite file, which has no host",
        "Set DB_CONNECTION to the kind of server (postgresql, mysql or mariadb), or to sqlite to use the file.");
}
