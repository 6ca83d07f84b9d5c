using Microsoft.Extensions.Configuration;

namespace Godwit.Hosting;

/// <summary>Finds a connection string by its name.</summary>
internal static class ConnectionText
{
    /// <summary>A connection string as it is; for a name, the one that the configuration has under it.</summary>
    /// <exception cref="GodwitException">The configuration has none of that name.</exception>
    internal static string Find(string connection, IServiceProvider services)
    {
        if (!IsName(connection)) return connection;
        var configuration = services.GetService(typeof(IConfiguration)) as IConfiguration;
        if (configuration?.GetConnectionString(connection) is { Length: > 0 } text) return text;
        throw new GodwitException(ErrorCode.InvalidConnection,
            $"The application's configuration has no connection string {connection}.",
            $"Set ConnectionStrings:{connection} in appsettings.json, or ConnectionStrings__{connection} in the environment.");
    }

    // A connection string has keywords with values, a URL has a scheme.
    private static bool IsName(string connection) => connection.AsSpan().IndexOfAny('=', ':') < 0;
}
