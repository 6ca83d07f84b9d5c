using System.Diagnostics;
using Godwit.Configuration;
using Xunit;

namespace Godwit.Cli.Tests.Running;

/// <summary>The databases' own programs.</summary>
internal static class NativeProgram
{
    /// <summary>Runs one to its end and gives what it wrote; it must succeed.</summary>
    internal static async Task<string> RunAsync(string program, string[] args, (string Name, string Value)[] variables)
    {
        var start = new ProcessStartInfo(program, args) { RedirectStandardOutput = true, RedirectStandardError = true };
        foreach (var (name, value) in variables) start.Environment[name] = value;
        using var process = Process.Start(start)!;
        var error = process.StandardError.ReadToEndAsync();
        var output = await process.StandardOutput.ReadToEndAsync();
        await process.WaitForExitAsync();
        Assert.True(process.ExitCode == 0, await error);
        return output;
    }

    /// <summary>The variables by which the programs of PostgreSQL find a server.</summary>
    internal static (string Name, string Value)[] OfPostgreSql(ConnectionSettings server) =>
        [("PGHOST", server.Host!), ("PGPORT", $"{server.Port}"), ("PGUSER", server.Username!), ("PGPASSWORD", server.Password!.Reveal())];

    /// <summary>Runs a script in PostgreSQL's client, which stops at the first error.</summary>
    internal static Task ScriptAsync(ConnectionSettings server, string file) => server.Driver == "postgresql"
        ? RunAsync("psql", ["--no-psqlrc", "--quiet", "--set", "ON_ERROR_STOP=1", "--file", file, "--dbname", server.Database!], OfPostgreSql(server))
        : RunAsync(
            "mariadb",
            ["--skip-ssl", "--comments", "--host", server.Host!, "--port", $"{server.Port}", "--user", server.Username!, "--execute", $"source {file}", server.Database!],
            [("MYSQL_PWD", server.Password!.Reveal())]);
}
