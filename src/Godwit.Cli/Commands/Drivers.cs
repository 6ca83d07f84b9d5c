using System.Runtime.CompilerServices;
using Godwit.Dialects;
using Godwit.MySql;
using Godwit.PostgreSql;
using Godwit.Sqlite;

namespace Godwit.Cli.Commands;

/// <summary>The databases this command knows. A database that is added is one more line here.</summary>
internal static class Drivers
{
    /// <summary>The dialect of a driver's name.</summary>
    internal static Dialect Find(string driver) => driver switch
    {
        "sqlite" => Sqlite(),
        "postgresql" => PostgreSql(),
        "mysql" or "mariadb" => MySql(),
        _ => throw new GodwitException(ErrorCode.InvalidConnection, $"There is no database called '{driver}'.", "Known are sqlite, postgresql, mysql and mariadb."),
    };

    // Each in a method of its own that says nothing of its type: the others' assemblies are then not loaded.
#pragma warning disable CA1859 // the type that it asks for is the one that would be loaded
    [MethodImpl(MethodImplOptions.NoInlining)]
    private static Dialect Sqlite() => SqliteDialect.Instance;

    [MethodImpl(MethodImplOptions.NoInlining)]
    private static Dialect PostgreSql() => PostgreSqlDialect.Instance;

    [MethodImpl(MethodImplOptions.NoInlining)]
    private static Dialect MySql() => MySqlDialect.Instance;
#pragma warning restore CA1859
}
