using Godwit.Dialects;
using Npgsql;

namespace Godwit.PostgreSql;

/// <summary>Makes scratch databases: databases of their own where the user may create some, otherwise schemas.</summary>
internal sealed class PostgreSqlScratch(PostgreSqlDatabase beside)
{
    // insufficient_privilege (PostgreSQL manual, appendix A)
    private const string NotAllowed = "42501";

    // Not repeated: a connection pooler may know nothing of the parameter.
    private const string UsualPath = "\"$user\", public";

    internal async Task<ScratchDatabase> CreateAsync(ScratchIsolation least, CancellationToken cancellation)
    {
        await using var connection = await beside.OpenConnectionAsync(cancellation);
        var name = ScratchName.New();
        var path = (await TextsAsync(connection, "SELECT current_setting('search_path')", cancellation))[0];
        try
        {
            foreach (var left in await LeftOversAsync(connection, DatabasesLeft, ScratchName.IsLeftOver, cancellation)) await ClearAwayAsync(connection, left, cancellation);
            await CreateDatabaseAsync(connection, name, cancellation);
            return await OwnDatabaseAsync(connection, name, path, cancellation);
        }
        catch (PostgresException refused) when (refused.SqlState is NotAllowed && least is ScratchIsolation.Database)
        {
            throw Refusal(refused, "CREATEDB is the right to create databases: ALTER ROLE … CREATEDB. Or use another server, where the user has it.");
        }
        catch (PostgresException refused) when (refused.SqlState is NotAllowed)
        {
            return await OwnSchemaAsync(connection, name, path, cancellation);
        }
    }

    // Without FORCE: a session may have begun since nobody was seen in it, or another run clears it away, too.
    private static async Task ClearAwayAsync(NpgsqlConnection connection, string left, CancellationToken cancellation)
    {
        try
        {
            await RunAsync(connection, $"DROP DATABASE IF EXISTS {left}", cancellation);
        }
        catch (PostgresException taken) when (taken.SqlState is PostgresErrorCodes.ObjectInUse or PostgresErrorCodes.InvalidCatalogName)
        {
            // It is somebody's, or gone: there is nothing to clear away.
        }
    }

    // Template0 is empty whatever was put into template1, and is the one that may be copied with any locale (PostgreSQL manual, 23.3).
    private static async Task CreateDatabaseAsync(NpgsqlConnection connection, string name, CancellationToken cancellation)
    {
        var major = connection.PostgreSqlVersion.Major;
        var locale = major >= 17 ? "datlocale" : "daticulocale";
        var provider = major < 15 ? "''" : $"""
            CASE datlocprovider
                WHEN 'i' THEN ' LOCALE_PROVIDER icu ICU_LOCALE ' || quote_literal({locale})
                WHEN 'b' THEN ' LOCALE_PROVIDER builtin BUILTIN_LOCALE ' || quote_literal({locale})
                ELSE '' END
            """;
        var settings = (await TextsAsync(
            connection,
            $"""
            SELECT ' ENCODING ' || quote_literal(pg_encoding_to_char(encoding)) || ' LC_COLLATE ' || quote_literal(datcollate) || ' LC_CTYPE ' || quote_literal(datctype)
                   || {provider}
            FROM pg_database WHERE datname = current_database()
            """,
            cancellation))[0];
        await RunAsync(connection, $"CREATE DATABASE {name} TEMPLATE template0{settings}", cancellation);
    }

    // Names without a schema are to lead to a schema of the same name as they do in the real one.
    private async Task<ScratchDatabase> OwnDatabaseAsync(NpgsqlConnection connection, string name, string path, CancellationToken cancellation)
    {
        var scratch = new ScratchDatabase(beside.Beside(name, path is UsualPath ? null : path), ScratchIsolation.Database, () => DropAsync(DropDatabase(name)));
        try
        {
            var schema = (await TextsAsync(connection, "SELECT quote_ident(coalesce(current_schema(), 'public'))", cancellation))[0];
            if (schema is "public") return scratch;
            await using var session = await scratch.Database.OpenAsync(cancellation);
            await RunAsync((NpgsqlConnection)session.Connection, $"CREATE SCHEMA IF NOT EXISTS {schema}", cancellation);
            return scratch;
        }
        catch
        {
            await scratch.DisposeAsync();
            throw;
        }
    }

    private async Task<ScratchDatabase> OwnSchemaAsync(NpgsqlConnection connection, string name, string path, CancellationToken cancellation)
    {
        foreach (var left in await LeftOversAsync(connection, SchemasLeft, ScratchName.IsLongLeftOver, cancellation)) await RunAsync(connection, DropSchema(left), cancellation);
        try
        {
            await RunAsync(connection, $"CREATE SCHEMA {name}", cancellation);
        }
        catch (PostgresException refused) when (refused.SqlState is NotAllowed)
        {
            throw Refusal(refused, "One of two rights is enough: to create databases (ALTER ROLE … CREATEDB), or schemas in this one (GRANT CREATE ON DATABASE …).");
        }

        return new ScratchDatabase(beside.Beside(beside.Name, $"{name}, {path}"), ScratchIsolation.Schema, () => DropAsync(DropSchema(name)));
    }

    private async Task DropAsync(string sql)
    {
        await using var connection = await beside.OpenConnectionAsync(CancellationToken.None);
        await RunAsync(connection, sql, CancellationToken.None);
    }

    // Only its owner may drop a database or schema, so others' are left to them.
    private static string DatabasesLeft =>
        $"""
        SELECT datname FROM pg_database d
        WHERE starts_with(datname, '{ScratchName.Prefix}') AND pg_has_role(datdba, 'MEMBER')
              AND NOT EXISTS (SELECT FROM pg_stat_activity a WHERE a.datid = d.oid)
        """;

    private static string SchemasLeft => $"SELECT nspname FROM pg_namespace WHERE starts_with(nspname, '{ScratchName.Prefix}') AND pg_has_role(nspowner, 'MEMBER')";

    // WITH (FORCE) ends the sessions that are left (PostgreSQL 13, "DROP DATABASE").
    private static string DropDatabase(string name) => $"DROP DATABASE IF EXISTS {name} WITH (FORCE)";

    private static string DropSchema(string name) => $"DROP SCHEMA IF EXISTS {name} CASCADE";

    private static async Task<List<string>> LeftOversAsync(NpgsqlConnection connection, string query, Predicate<string> isLeft, CancellationToken cancellation) =>
        (await TextsAsync(connection, query, cancellation)).FindAll(isLeft);

    private static async Task<List<string>> TextsAsync(NpgsqlConnection connection, string sql, CancellationToken cancellation)
    {
        await using var command = new NpgsqlCommand(sql, connection);
        var texts = new List<string>();
        await using var reader = await command.ExecuteReaderAsync(cancellation);
        while (await reader.ReadAsync(cancellation)) texts.Add(reader.GetString(0));
        return texts;
    }

    private static async Task RunAsync(NpgsqlConnection connection, string sql, CancellationToken cancellation)
    {
        await using var command = new NpgsqlCommand(sql, connection) { CommandTimeout = 0 };
        await command.ExecuteNonQueryAsync(cancellation);
    }

    private static GodwitException Refusal(PostgresException refused, string remedy) => new(
        ErrorCode.AccessDenied, $"A scratch database could not be created beside the real one: {refused.MessageText} ({refused.SqlState})", remedy,
        state: "Nothing was changed.", inner: refused);
}
