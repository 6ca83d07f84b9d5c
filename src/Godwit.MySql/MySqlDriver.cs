using System.Data.Common;
using System.Reflection;
using MySql.Data.MySqlClient;

namespace Godwit.MySql;

/// <summary>
/// The driver in use, and the only file that names one: MySqlConnector where an application has it, otherwise MySql.Data.
/// </summary>
internal sealed class MySqlDriver
{
    private const string Connector = "MySqlConnector.MySqlConnectorFactory, MySqlConnector";

    private static readonly Lazy<MySqlDriver> Loaded = new(() => new MySqlDriver());

    private readonly DbProviderFactory factory;

    private MySqlDriver()
    {
        factory = Type.GetType(Connector)?.GetField("Instance")?.GetValue(null) as DbProviderFactory ?? Oracle();
    }

    /// <summary>Loads the driver on first use.</summary>
    internal static MySqlDriver Instance => Loaded.Value;

    internal DbConnection Connection(string connectionString)
    {
        var connection = factory.CreateConnection()!;
        connection.ConnectionString = connectionString;
        return connection;
    }

    /// <summary>The number of a server's or the driver's error; 0 when the exception has none.</summary>
    internal static int ErrorNumber(Exception exception) => exception switch
    {
        MySqlException { Number: not 0 } known => known.Number,
        // wrapped when the connection fails: the outer one has no number of its own
        MySqlException { InnerException: MySqlException inner } => inner.Number,
        DbException other => Convert.ToInt32(other.GetType().GetProperty("Number")?.GetValue(other) ?? 0, null),
        _ => 0,
    };

    // MySql.Data 8.0.16 does not know utf8mb3, the name under which MariaDB 10.6 and MySQL 8.0.30 list what it calls utf8, and
    // throws while it reads the list of character sets at connecting.
    private static MySqlClientFactory Oracle()
    {
        var map = typeof(MySqlConnection).Assembly.GetType("MySql.Data.MySqlClient.CharSetMap");
        if (map?.GetField("_mapping", BindingFlags.NonPublic | BindingFlags.Static)?.GetValue(null) is not System.Collections.IDictionary mapping)
        {
            map?.GetMethod("LoadCharsetMap", BindingFlags.NonPublic | BindingFlags.Static)?.Invoke(null, null);
            mapping = (System.Collections.IDictionary)map!.GetField("_mapping", BindingFlags.NonPublic | BindingFlags.Static)!.GetValue(null)!;
        }

        if (!mapping.Contains("utf8mb3")) mapping["utf8mb3"] = mapping["utf8"];
        return MySqlClientFactory.Instance;
    }
}
