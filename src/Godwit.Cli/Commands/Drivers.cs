using System.Runtime.CompilerServices;
using Godwit.Dialects;
using Godwit.MySql;
using Godwit.PostgreSql;
using Godwit.Sqlite;

namespace Godwit.Cli.Commands;

/// <summary>The databases this command knows. A database that is added is one more line here.</summary>
internal static class Drivers
{
    /// <summary>The dialect of a driver's name. Each is in a method of its own, so that the others' assemblies are not loaded.</summary>
    internal static Dialect Find(string driver) => driver switch
    {
        "sqlite" => Sqlite(),
        "postgresql" => PostgreSql(),
        "mysql" or "mariadb" => MySql(),
        _ => throw new GodwitException(ErrorCode.InvalidConnection, $"There is no database called '{driver}'.", "Known are sqlite, postgresql, mysql and mariadb."),
    };

    [MethodImpl(MethodImplOptions.NoInlining)]
    private static SqliteDialect Sqlite() => SqliteDialect.Instance;

    [MethodImpl(MethodImplOptions.NoInlining)]
    private static PostgreSqlDialect PostgreSql() => PostgreSqlDialect.Instance;

    [MethodImpl(MethodImplOptions.NoInlining)]
    private static MySqlDialect MySql() => MySqlDialect.Instance;
}
