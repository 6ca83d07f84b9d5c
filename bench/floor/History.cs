using System.Data.Common;
using System.Runtime.CompilerServices;

namespace Floor;

/// <summary>
/// What any program has to do to keep a history: the driver alone, one message a migration. Its table can be read in
/// place of Godwit's, so both can be asked about the same database.
/// </summary>
internal sealed class History : IDisposable
{
    private readonly DbConnection connection;

    private History(DbConnection connection)
    {
        this.connection = connection;
        connection.Open();
    }

    public static History Open(string driver, string connectionString) => new(driver switch
    {
        "sqlite" => Sqlite(connectionString),
        "postgresql" => PostgreSql(connectionString),
        "mariadb" => MariaDb(connectionString),
        _ => throw new ArgumentException("floor does not know " + driver),
    });

    public HashSet<string> Applied()
    {
        var names = new HashSet<string>();
        using var command = connection.CreateCommand();
        command.CommandText = "SELECT migration FROM migrations";
        using var reader = command.ExecuteReader();
        while (reader.Read()) names.Add(reader.GetString(0));
        return names;
    }

    public void Apply(string name, string sql) =>
        Execute($"BEGIN;\n{sql}\nINSERT INTO migrations (migration, batch) VALUES ('{name}', 1);\nCOMMIT;");

    public void Undo(string name, string sql) =>
        Execute($"BEGIN;\n{sql}\nDELETE FROM migrations WHERE migration = '{name}';\nCOMMIT;");

    public void Dispose() => connection.Dispose();

    private void Execute(string sql)
    {
        using var command = connection.CreateCommand();
        command.CommandText = sql;
        command.ExecuteNonQuery();
    }

    // One method a driver, so that the others' assemblies are not even loaded.
    [MethodImpl(MethodImplOptions.NoInlining)]
    private static Microsoft.Data.Sqlite.SqliteConnection Sqlite(string connectionString)
    {
        SQLitePCL.Batteries_V2.Init();
        return new(connectionString);
    }

    [MethodImpl(MethodImplOptions.NoInlining)]
    private static Npgsql.NpgsqlConnection PostgreSql(string connectionString) => new(connectionString);

    [MethodImpl(MethodImplOptions.NoInlining)]
    private static MySql.Data.MySqlClient.MySqlConnection MariaDb(string connectionString) => new(connectionString);
}
