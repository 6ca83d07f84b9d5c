using System.Data.Common;
using Godwit.Dialects;
using Godwit.PostgreSql;
using Npgsql;

namespace Godwit;

/// <summary>Chooses PostgreSQL for an application's migrations.</summary>
public static class PostgreSqlChoice
{
    /// <summary>A database by its connection string.</summary>
    /// <param name="choice">The application's options.</param>
    /// <param name="connection">
    /// The name of a connection string in the application's configuration; or a connection string of Npgsql, or a URL
    /// (<c>postgresql://user:password@host/database</c>).
    /// </param>
    public static void UsePostgreSql(this IDatabaseChoice choice, string connection) =>
        choice.UseDatabase(connection, PostgreSqlDialect.Instance.Connect);

    /// <summary>The database of the <see cref="NpgsqlDataSource"/> among the application's services, which stays the application's.</summary>
    /// <param name="choice">The application's options.</param>
    public static void UsePostgreSql(this IDatabaseChoice choice) => choice.UseDatabase(services =>
        (services.GetService(typeof(NpgsqlDataSource)) ?? services.GetService(typeof(DbDataSource))) is NpgsqlDataSource source
            ? new PostgreSqlDatabase(source)
            : throw new GodwitException(ErrorCode.InvalidConnection, "UsePostgreSql() was given no connection, and no NpgsqlDataSource is registered.",
                "Name a connection string: UsePostgreSql(\"Shop\"); or register an NpgsqlDataSource."));
}
