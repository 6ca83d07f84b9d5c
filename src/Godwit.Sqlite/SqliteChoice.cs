using System.Data.Common;
using Godwit.Dialects;
using Godwit.Sqlite;

namespace Godwit;

/// <summary>Chooses SQLite for an application's migrations.</summary>
public static class SqliteChoice
{
    /// <summary>A database file.</summary>
    /// <param name="choice">The application's options.</param>
    /// <param name="connection">
    /// The name of a connection string in the application's configuration; or a connection string of Microsoft.Data.Sqlite
    /// (<c>Data Source=app.db</c>), or a URL (<c>sqlite:app.db</c>). A relative path starts from the current directory.
    /// </param>
    public static void UseSqlite(this IDatabaseChoice choice, string connection) =>
        choice.UseDatabase(connection, SqliteDialect.Instance.Connect);

    /// <summary>The database of the data source among the application's services.</summary>
    /// <param name="choice">The application's options.</param>
    public static void UseSqlite(this IDatabaseChoice choice) => choice.UseDatabase(services =>
        services.GetService(typeof(DbDataSource)) is DbDataSource source
            ? new SqliteDatabase(source.ConnectionString)
            : throw new GodwitException(ErrorCode.InvalidConnection, "UseSqlite() was given no connection, and no data source is registered.",
                "Name a connection string: UseSqlite(\"Data Source=app.db\"); or register a DbDataSource."));
}
