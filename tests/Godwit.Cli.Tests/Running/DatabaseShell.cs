using System.Diagnostics;
using Godwit.Configuration;

namespace Godwit.Cli.Tests.Running;

/// <summary>The databases' own command-line clients.</summary>
internal static class DatabaseShell
{
    internal static Task<(int Code, string Out, string Error)> PsqlAsync(ConnectionSettings server, string script) =>
        RunAsync("psql", ["-X", "-f", "-", server.Database!], [("PGHOST", server.Host!), ("PGPORT", $"{server.Port}"), ("PGUSER", server.Username!), ("PGPASSWORD", server.Password!.Reveal())], script, ".");

    internal static Task<(int Code, string Out, string Error)> MariaDbAsync(ConnectionSettings server, string script) =>
        RunAsync("mariadb", ["--comments", "--skip-ssl", "--host", server.Host!, "--port", $"{server.Port}", "--user", server.Username!, server.Database!], [("MYSQL_PWD", server.Password!.Reveal())], script, ".");

    internal static Task<(int Code, string Out, string Error)> SqliteAsync(string file, string script) =>
        RunAsync("sqlite3", [file], [], script, Path.GetDirectoryName(file)!);

    private static async Task<(int Code, string Out, string Error)> RunAsync(string program, string[] args, (string Name, string Value)[] variables, string input, string directory)
    {
        var start = new ProcessStartInfo(program, args)
        {
            RedirectStandardInput = true,
            RedirectStandardOutput = true,
            RedirectStandardError = true,
            WorkingDirectory = directory,
            StandardInputEncoding = new System.Text.UTF8Encoding(encoderShouldEmitUTF8Identifier: false),
        };
        foreach (var (name, value) in variables) start.Environment[name] = value;
        using var process = Process.Start(start)!;
        var error = process.StandardError.ReadToEndAsync();
        var output = process.StandardOutput.ReadToEndAsync();
        try
        {
            await process.StandardInput.WriteAsync(input);
            process.StandardInput.Close();
        }
        catch (IOException)
        {
            // it stopped before it had read everything: its exit code says why
        }

        await process.WaitForExitAsync();
        return (process.ExitCode, await output, await error);
    }
}
