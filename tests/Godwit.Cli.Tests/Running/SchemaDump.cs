using Godwit.Configuration;

namespace Godwit.Cli.Tests.Running;

/// <summary>A schema as the database's own dump program writes it, without what says nothing about it.</summary>
internal static class SchemaDump
{
    internal static async Task<string> OfPostgreSqlAsync(ConnectionSettings server) => Told(await NativeProgram.RunAsync(
        "pg_dump", ["--schema-only", "--no-owner", "--exclude-table=migrations*", "--dbname", server.Database!],
        NativeProgram.OfPostgreSql(server)));

    internal static async Task<string> OfMariaDbAsync(ConnectionSettings server) => Told(await NativeProgram.RunAsync(
        "mariadb-dump",
        [
            "--no-data", "--routines", "--events", "--skip-comments", "--skip-ssl", "--host", server.Host!, "--port", $"{server.Port}", "--user", server.Username!,
            .. ((string[])["migrations", "migrations_lock", "migrations_journal"]).Select(table => $"--ignore-table={server.Database}.{table}"), server.Database!,
        ],
        [("MYSQL_PWD", server.Password!.Reveal())]));

    // pg_dump writes another key into these lines each time, and how far a counter of rows has come is no part of the schema.
    private static string Told(string dump) => string.Join('\n', dump.Split('\n')
        .Where(line => !line.StartsWith(@"\restrict", StringComparison.Ordinal) && !line.StartsWith(@"\unrestrict", StringComparison.Ordinal))
        .Select(line => System.Text.RegularExpressions.Regex.Replace(line, " AUTO_INCREMENT=[0-9]+", "")));
}
