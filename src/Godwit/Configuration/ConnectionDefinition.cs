using System.Collections.Immutable;
using System.Collections.ObjectModel;

namespace Godwit.Configuration;

/// <summary>
/// A connection as <c>godwit.json</c> defines it: a URL or a group of values. Its keys are checked when the file is read; the
/// variables and files that it refers to are read when it is chosen, so that a project can be used without the secrets of the others.
/// </summary>
public sealed class ConnectionDefinition
{
    internal static readonly ImmutableArray<string> Keys =
        ["driver", "host", "port", "database", "username", "password", "passwordFile", "options", "connectionString"];

    private const string Example = "\"postgresql://app:${SHOP_PASSWORD}@localhost/shop\"";

    private readonly Setting setting;

    internal ConnectionDefinition(Setting setting)
    {
        this.setting = setting;
        if (setting.Kind == SettingKind.Text) setting.AsFilledText(Example);
        else CheckGroup();
    }

    /// <summary>The name under which the connection is chosen.</summary>
    public string Name => setting.Key;

    /// <summary>The name, never the values.</summary>
    public override string ToString() => Name;

    /// <summary>Whether the connection is one ADO.NET connection string, in which single values cannot be replaced.</summary>
    internal bool IsConnectionString => setting.Find("connectionString") is not null;

    /// <summary>The driver, without working out anything else of the connection.</summary>
    internal string? Driver(EnvironmentVariables variables)
    {
        if (setting.Kind != SettingKind.Text) return DriverName.Find(Text(setting.Find("driver")!, variables).Text);
        var isVariable = Interpolation.BeginsAt(setting.Text, 0);
        return ConnectionUrl.Driver(isVariable ? Text(setting, variables, PercentEncoding.Encode).Text : setting.Text);
    }

    /// <exception cref="GodwitException">A variable or a file it refers to is missing, or a value is not what it must be.</exception>
    internal ConnectionSettings Resolve(EnvironmentVariables variables, string root) =>
        setting.Kind == SettingKind.Text
            ? ConnectionUrl.Parse(Text(setting, variables, PercentEncoding.Encode))
            : ResolveGroup(variables, root);

    private ConnectionSettings ResolveGroup(EnvironmentVariables variables, string root)
    {
        var password = Value("password") ?? Value("passwordFile")?.ReadFile(root);
        return new ConnectionSettings
        {
            Driver = ResolveDriver(Value("driver")!),
            Host = Filled("host"),
            Port = Value("port") is { Text.Length: > 0 } port ? port.Port() : null,
            Database = Filled("database"),
            Username = Filled("username"),
            Password = password is { Text.Length: > 0 } ? new Secret(password.Text) : null,
            Options = ResolveOptions(variables),
            ConnectionString = Value("connectionString") is { } text ? new Secret(text.Text) : null,
        };

        ConfiguredText? Value(string key) => setting.Find(key) is { } value ? Text(value, variables) : null;
        string? Filled(string key) => Value(key) is { Text.Length: > 0 } value ? value.Text : null;
    }

    /// <summary>The connection of a name that someone configured.</summary>
    /// <exception cref="GodwitException">There is none of that name.</exception>
    internal static ConnectionDefinition Named(IReadOnlyDictionary<string, ConnectionDefinition> connections, ConfiguredText name)
    {
        if (connections.TryGetValue(name.Text, out var definition)) return definition;
        var shown = ConnectionUrl.MaskUnlessName(name.Text);
        throw name.Fail(
            ErrorCode.InvalidConnection,
            $"names a connection that godwit.json does not define: {shown}",
            NamedRemedy(connections, name.Text));
    }

    private static string NamedRemedy(IReadOnlyDictionary<string, ConnectionDefinition> connections, string name)
    {
        if (connections.Count == 0) return "Define it in godwit.json under \"connections\". To use a URL, give --url or set DATABASE_URL.";
        return Suggestion.Nearest(name, connections.Keys) is { } nearest
            ? $"Did you mean {nearest}?"
            : $"The connections are {string.Join(", ", connections.Keys)}. To use a URL, give --url or set DATABASE_URL.";
    }

    private static ConfiguredText Text(Setting value, EnvironmentVariables variables, Func<string, string>? encode = null) =>
        ConfiguredText.Of(value).Interpolate(variables, encode);

    private static string ResolveDriver(ConfiguredText driver) => DriverName.Find(driver.Text) ?? throw driver.Fail(
        ErrorCode.InvalidConnection,
        $"is not a database that Godwit knows: {ConnectionUrl.MaskUnlessName(driver.Text)}",
        DriverName.Remedy(driver.Text));

    private IReadOnlyDictionary<string, string> ResolveOptions(EnvironmentVariables variables)
    {
        if (setting.Find("options") is not { } group) return ReadOnlyDictionary<string, string>.Empty;
        var options = new Dictionary<string, string>(StringComparer.OrdinalIgnoreCase);
        foreach (var option in group.AsGroup("{}")) options[option.Key] = Text(option, variables).Text;
        return options;
    }

    private void CheckGroup()
    {
        foreach (var member in setting.AsGroup(Example)) CheckMember(member);
        if (setting.Find("driver") is null) throw setting.Invalid("a URL, or a group with a \"driver\"", Example);
        if (IsConnectionString) CheckAlone();
        if (setting.Find("password") is not null && setting.Find("passwordFile") is { } file)
        {
            throw file.Invalid("left out where \"password\" is given", "\"/run/secrets/shop-password\"");
        }
    }

    private void CheckAlone()
    {
        foreach (var member in setting.AsGroup(Example))
        {
            if (member.Key is "driver" or "connectionString") continue;
            throw member.Invalid("left out, and written inside \"connectionString\"", "\"Host=localhost;Database=shop;Username=app\"");
        }
    }

    private static void CheckMember(Setting member)
    {
        _ = member.Key switch
        {
            "driver" => member.AsFilledText("\"postgresql\""),
            "host" => member.AsText("\"localhost\""),
            "port" => CheckPort(member),
            "database" => member.AsText("\"shop\""),
            "username" => member.AsText("\"app\""),
            "password" => member.AsText("\"${SHOP_PASSWORD}\""),
            "passwordFile" => member.AsFilledText("\"/run/secrets/shop-password\""),
            "options" => CheckOptions(member),
            "connectionString" => member.AsFilledText("\"Host=localhost;Database=shop;Username=app;Password=${SHOP_PASSWORD}\""),
            _ => throw member.Unknown(Keys),
        };
    }

    private static string CheckPort(Setting member)
    {
        var text = member.Kind == SettingKind.Number ? member.Text : member.AsText("5432");
        var isLater = text.Length == 0 || text.Contains(Interpolation.Opening, StringComparison.Ordinal);
        return isLater || PortNumber.Parse(text) is not null ? text : throw member.Invalid(PortNumber.Expected, "5432");
    }

    private static string CheckOptions(Setting member)
    {
        foreach (var option in member.AsGroup("{ \"sslmode\": \"require\" }")) option.AsScalar("\"require\"");
        return "";
    }
}
