using Godwit.Configuration;
using Npgsql;

namespace Godwit.PostgreSql;

/// <summary>Turns Godwit's connection settings into Npgsql's.</summary>
internal static class PostgreSqlConnectionString
{
    internal static NpgsqlConnectionStringBuilder From(ConnectionSettings settings)
    {
        if (settings.ConnectionString is { } whole) return Parse(whole.Reveal());
        var builder = new NpgsqlConnectionStringBuilder
        {
            Host = settings.Host ?? "localhost",
            Database = settings.Database ?? settings.Username,
        };
        if (settings.Port is { } port) builder.Port = port;
        if (settings.Username is { } user) builder.Username = user;
        if (settings.Password is { } password) builder.Password = password.Reveal();
        foreach (var (key, value) in settings.Options) Set(builder, key, value);
        return builder;
    }

    internal static NpgsqlConnectionStringBuilder Parse(string connectionString)
    {
        try
        {
            return new NpgsqlConnectionStringBuilder(connectionString);
        }
        catch (ArgumentException exception)
        {
            throw new GodwitException(ErrorCode.InvalidConnection, $"The PostgreSQL connection string is not valid: {exception.Message}",
                "See the Npgsql documentation for its keywords.");
        }
    }

    // libpq writes connect_timeout and sslmode where Npgsql writes Timeout and SSL Mode.
    private static void Set(NpgsqlConnectionStringBuilder builder, string key, string value)
    {
        var name = key switch
        {
            "connect_timeout" => "Timeout",
            "sslrootcert" => "Root Certificate",
            "sslcert" => "SSL Certificate",
            "sslkey" => "SSL Key",
            _ => key.Replace('_', ' '),
        };
        try
        {
            builder[name] = name is "sslmode" ? value.Replace("-", "", StringComparison.Ordinal) : value;
        }
        catch (Exception exception) when (exception is ArgumentException or FormatException or InvalidCastException)
        {
            throw new GodwitException(ErrorCode.InvalidConnection, $"The connection option {key} is not one of PostgreSQL's driver, or its value is not valid.",
                "Options are those of Npgsql and of libpq: sslmode, application_name, connect_timeout, search_path, …");
        }
    }
}
