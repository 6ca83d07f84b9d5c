using Godwit.MySql;
using Godwit.PostgreSql;
using Godwit.Sql;
using Godwit.Sqlite;

namespace Godwit.Tests.Migrations;

/// <summary>The splitters of all databases by the name of the database.</summary>
internal static class Splitters
{
    public static ScriptSplitter Of(string driver) => driver switch
    {
        "sqlite" => new SqliteScriptSplitter(),
        "postgresql" => new PostgreSqlScriptSplitter(),
        "mysql" => new MySqlScriptSplitter(),
        _ => throw new ArgumentOutOfRangeException(nameof(driver), driver, "No such database."),
    };
}
