using System.Collections.ObjectModel;
using System.Text;

namespace Godwit.Configuration;

/// <summary>How to reach one database, as settings, a URL or the environment gave it.</summary>
/// <remarks>Printing one gives its URL with stars for the password.</remarks>
public sealed record ConnectionSettings
{
    /// <summary>The database by name: <c>sqlite</c>, <c>postgresql</c>, <c>mysql</c> or <c>mariadb</c>.</summary>
    public required string Driver { get; init; }

    /// <summary>The server's name or address, or the folder of its socket.</summary>
    public string? Host { get; init; }

    /// <summary>The server's port; null is the database's own default.</summary>
    public int? Port { get; init; }

    /// <summary>The database's name; for SQLite its file, as an absolute path or <c>:memory:</c>.</summary>
    public string? Database { get; init; }

    /// <summary>The user to connect as.</summary>
    public string? Username { get; init; }

    /// <summary>The password.</summary>
    public Secret? Password { get; init; }

    /// <summary>Further options, named as the driver names them.</summary>
    public IReadOnlyDictionary<string, string> Options { get; init; } = ReadOnlyDictionary<string, string>.Empty;

    /// <summary>A whole ADO.NET connection string, which then stands for all of the above but the driver.</summary>
    public Secret? ConnectionString { get; init; }

    /// <summary>The URL, with <c>***</c> for the password and for options that may hold a secret.</summary>
    public override string ToString()
    {
        if (ConnectionString is not null) return $"{Driver} (connection string)";
        var url = Driver == DriverName.Sqlite ? $"{Driver}:{Database}" : $"{Driver}://{UserPart}{HostPart}/{Encode(Database)}";
        return url + Query();
    }

    private string UserPart => (Username, Password) switch
    {
        (null, null) => "",
        (_, null) => $"{Encode(Username)}@",
        _ => $"{Encode(Username)}:{Password}@",
    };

    private string HostPart
    {
        get
        {
            var host = Host is not null && Host.Contains(':', StringComparison.Ordinal) ? $"[{Host}]" : Encode(Host);
            return Port is null ? host : $"{host}:{Port}";
        }
    }

    private string Query()
    {
        var query = new StringBuilder();
        foreach (var (name, value) in Options)
        {
            query.Append(query.Length == 0 ? '?' : '&').Append(Encode(name)).Append('=').Append(IsSecret(name) ? "***" : Encode(value));
        }

        return query.ToString();
    }

    private static bool IsSecret(string option) =>
        option.Contains("pass", StringComparison.OrdinalIgnoreCase)
        || option.Contains("pwd", StringComparison.OrdinalIgnoreCase)
        || option.Contains("secret", StringComparison.OrdinalIgnoreCase)
        || option.Contains("token", StringComparison.OrdinalIgnoreCase);

    private static string Encode(string? text) => PercentEncoding.Encode(text ?? "");
}
