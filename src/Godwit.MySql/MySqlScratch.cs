using System.Data.Common;
using Godwit.Dialects;

namespace Godwit.MySql;

/// <summary>Makes and drops scratch databases.</summary>
internal static class MySqlScratch
{
    /// <summary>Creates a database with the character set and collation of the current one.</summary>
    /// <returns>Its name.</returns>
    internal static async Task<string> CreateAsync(DbConnection connection, string user, CancellationToken cancellation)
    {
        foreach (var left in await LeftOversAsync(connection, cancellation)) await DropAsync(connection, left);
        var name = ScratchName.New();
        var settings = (await TextsAsync(connection, "SELECT CONCAT('CHARACTER SET ', @@character_set_database, ' COLLATE ', @@collation_database)", cancellation))[0];
        try
        {
            await RunAsync(connection, $"CREATE DATABASE `{name}` {settings}", cancellation);
            return name;
        }
        // ER_DBACCESS_DENIED_ERROR, ER_ACCESS_DENIED_ERROR
        catch (DbException refused) when (MySqlDriver.ErrorNumber(refused) is 1044 or 1045 or 1227)
        {
            throw new GodwitException(ErrorCode.AccessDenied, $"A scratch database could not be created beside the real one: {refused.Message}",
                $"Give the user the right to databases of that name: GRANT ALL ON `{ScratchName.Prefix.Replace("_", "\\_", StringComparison.Ordinal)}%`.* TO '{user}'@'…'; "
                + "or use another server, where it has it.", state: "Nothing was changed.", inner: refused);
        }
    }

    internal static Task DropAsync(DbConnection connection, string name) => RunAsync(connection, $"DROP DATABASE IF EXISTS `{name}`", CancellationToken.None);

    // A user sees the databases it has a right to only, and without the right PROCESS its own sessions only: which are those of its runs.
    private static async Task<List<string>> LeftOversAsync(DbConnection connection, CancellationToken cancellation)
    {
        var idle = await TextsAsync(
            connection,
            $"""
            SELECT schema_name FROM information_schema.schemata
            WHERE schema_name LIKE '{ScratchName.Prefix.Replace("_", "\\_", StringComparison.Ordinal)}%'
                  AND schema_name NOT IN (SELECT db FROM information_schema.processlist WHERE db IS NOT NULL)
            """,
            cancellation);
        return idle.FindAll(ScratchName.IsLeftOver);
    }

    private static async Task<List<string>> TextsAsync(DbConnection connection, string sql, CancellationToken cancellation)
    {
        await using var command = connection.CreateCommand();
        command.CommandText = sql;
        var texts = new List<string>();
        await using var reader = await command.ExecuteReaderAsync(cancellation);
        while (await reader.ReadAsync(cancellation)) texts.Add(reader.GetString(0));
        return texts;
    }

    private static async Task RunAsync(DbConnection connection, string sql, CancellationToken cancellation)
    {
        await using var command = connection.CreateCommand();
        command.CommandText = sql;
        await command.ExecuteNonQueryAsync(cancellation);
    }
}
