using Godwit.Configuration;
using Microsoft.Data.Sqlite;

namespace Godwit.Sqlite;

/// <summary>Turns Godwit's connection settings into the driver's.</summary>
internal static class SqliteConnectionString
{
    internal static SqliteConnectionStringBuilder From(ConnectionSettings settings)
    {
        if (settings.ConnectionString is { } whole) return Parse(whole.Reveal());
        var builder = new SqliteConnectionStringBuilder { DataSource = settings.Database ?? ":memory:" };
        if (settings.Password is { } password) builder.Password = password.Reveal();
        foreach (var (key, value) in settings.Options) Set(builder, key, value);
        return builder;
    }

    internal static SqliteConnectionStringBuilder Parse(string connectionString)
    {
        try
        {
            return new SqliteConnectionStringBuilder(connectionString);
        }
        catch (Exception exception) when (exception is ArgumentException or FormatException)
        {
            throw new GodwitException(ErrorCode.InvalidConnection, $"The SQLite connection string is not valid: {exception.Message}",
                "A path is enough: sqlite:database/database.sqlite");
        }
    }

    private static void Set(SqliteConnectionStringBuilder builder, string key, string value)
    {
        try
        {
            builder[key.Replace('_', ' ')] = value.ToUpperInvariant() switch { "ON" => "true", "OFF" => "false", _ => value };
        }
        catch (Exception exception) when (exception is ArgumentException or FormatException or InvalidCastException)
        {
            throw new GodwitException(ErrorCode.InvalidConnection, $"The connection option {key} is not one of SQLite's driver, or its value is not valid.",
                "Options are those of Microsoft.Data.Sqlite: mode, cache, foreign_keys, recursive_triggers, default_timeout.");
        }
    }
}
