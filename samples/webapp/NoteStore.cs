using System.Data.Common;
using Godwit;
using Godwit.Dialects;

namespace Sample;

/// <summary>Notes in a database, by plain ADO.NET. The sample runs on three databases; the setting Database says on which.</summary>
internal sealed class NoteStore(DbProviderFactory driver, string connectionString, Action<IDatabaseChoice> choose)
{
    private const string ConnectionName = "Notes";

    public static NoteStore Configured(IConfiguration configuration)
    {
        var connectionString = configuration.GetConnectionString(ConnectionName)!;
        return configuration["Database"] switch
        {
            "postgresql" => new NoteStore(Npgsql.NpgsqlFactory.Instance, connectionString, choice => choice.UsePostgreSql(ConnectionName)),
            "mariadb" => new NoteStore(MySql.Data.MySqlClient.MySqlClientFactory.Instance, connectionString, choice => choice.UseMySql(ConnectionName)),
            _ => new NoteStore(Microsoft.Data.Sqlite.SqliteFactory.Instance, connectionString, choice => choice.UseSqlite(ConnectionName)),
        };
    }

    public void Choose(IDatabaseChoice choice) => choose(choice);

    public async Task<IReadOnlyList<Note>> AllAsync(CancellationToken cancellation)
    {
        await using var connection = await OpenAsync(cancellation);
        await using var command = connection.CreateCommand();
        command.CommandText = "SELECT id, text FROM notes ORDER BY pinned DESC, id";
        await using var reader = await command.ExecuteReaderAsync(cancellation);
        var notes = new List<Note>();
        while (await reader.ReadAsync(cancellation)) notes.Add(new Note(reader.GetInt64(0), reader.GetString(1)));
        return notes;
    }

    public async Task AddAsync(string text, CancellationToken cancellation)
    {
        await using var connection = await OpenAsync(cancellation);
        await using var command = connection.CreateCommand();
        command.CommandText = "INSERT INTO notes (text) VALUES (@text)";
        var parameter = command.CreateParameter();
        (parameter.ParameterName, parameter.Value) = ("@text", text);
        command.Parameters.Add(parameter);
        await command.ExecuteNonQueryAsync(cancellation);
    }

    private async Task<DbConnection> OpenAsync(CancellationToken cancellation)
    {
        var connection = driver.CreateConnection()!;
        connection.ConnectionString = connectionString;
        await connection.OpenAsync(cancellation);
        return connection;
    }
}

internal sealed record Note(long Id, string Text);

internal sealed record NewNote(string Text);
