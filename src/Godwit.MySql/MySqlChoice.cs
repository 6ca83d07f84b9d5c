using System.Data.Common;
using Godwit.Dialects;
using Godwit.MySql;

namespace Godwit;

/// <summary>Chooses MySQL or MariaDB for an application's migrations.</summary>
public static class MySqlChoice
{
    /// <summary>A database by its connection string.</summary>
    /// <param name="choice">The application's options.</param>
    /// <param name="connection">
    /// The name of a connection string in the application's configuration; or a connection string of MySqlConnector or MySql.Data, or a
    /// URL (<c>mysql://user:password@host/database</c>, <c>mariadb://…</c>).
    /// </param>
    public static void UseMySql(this IDatabaseChoice choice, string connection) =>
        choice.UseDatabase(connection, MySqlDialect.Instance.Connect);

    /// <summary>The database of the data source among the application's services, which stays the application's.</summary>
    /// <param name="choice">The application's options.</param>
    public static void UseMySql(this IDatabaseChoice choice) => choice.UseDatabase(services =>
        services.GetService(typeof(DbDataSource)) is DbDataSource source
            ? new MySqlDatabase(source)
            : throw new GodwitException(ErrorCode.InvalidConnection, "UseMySql() was given no connection, and no data source is registered.",
                "Name a connection string: UseMySql(\"Shop\"); or register a DbDataSource, as AddMySqlDataSource of MySqlConnector does."));
}
