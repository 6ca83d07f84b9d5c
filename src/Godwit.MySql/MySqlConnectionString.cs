using System.Data.Common;
using System.Globalization;
using Godwit.Configuration;

namespace Godwit.MySql;

/// <summary>Turns Godwit's connection settings into the driver's.</summary>
internal static class MySqlConnectionString
{
    internal static DbConnectionStringBuilder From(ConnectionSettings settings)
    {
        if (settings.ConnectionString is { } whole) return Parse(whole.Reveal());
        var builder = new DbConnectionStringBuilder { ["Server"] = settings.Host ?? "localhost" };
        if (settings.Port is { } port) builder["Port"] = port.ToString(CultureInfo.InvariantCulture);
        if (settings.Database is { } database) builder["Database"] = database;
        if (settings.Username is { } user) builder["User ID"] = user;
        if (settings.Password is { } password) builder["Password"] = password.Reveal();
        foreach (var (key, value) in settings.Options) builder[Keyword(key)] = value;
        return builder;
    }

    internal static DbConnectionStringBuilder Parse(string connectionString)
    {
        try
        {
            return new DbConnectionStringBuilder { ConnectionString = connectionString };
        }
        catch (ArgumentException exception)
        {
            throw new GodwitException(ErrorCode.InvalidConnection, $"The MySQL connection string is not valid: {exception.Message}",
                "Server=…;Database=…;User ID=…;Password=…");
        }
    }

    /// <summary>The value under the first of several spellings of a keyword.</summary>
    internal static string? Find(DbConnectionStringBuilder builder, params ReadOnlySpan<string> keywords)
    {
        foreach (var keyword in keywords)
        {
            if (builder.TryGetValue(keyword, out var value)) return Convert.ToString(value, CultureInfo.InvariantCulture);
        }

        return null;
    }

    private static string Keyword(string option) => option switch
    {
        "sslmode" or "ssl-mode" or "ssl_mode" => "SslMode",
        "connect_timeout" => "Connection Timeout",
        "charset" => "CharSet",
        _ => option.Replace('_', ' '),
    };
}
