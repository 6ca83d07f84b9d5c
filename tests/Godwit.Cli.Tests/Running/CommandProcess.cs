using System.Diagnostics;
using System.Text;
using Godwit.Cli.Commands;

namespace Godwit.Cli.Tests.Running;

/// <summary>The command as a process of its own, as a shell starts it.</summary>
internal static class CommandProcess
{
    private static readonly string[] Foreign = ["CI", "NO_COLOR", "GODWIT_ENV", "DOTNET_ENVIRONMENT", "ASPNETCORE_ENVIRONMENT", "ENV", "DATABASE_URL"];

    /// <summary>The words that start the command.</summary>
    public static string Assembly { get; } = Path.Combine(AppContext.BaseDirectory, "Godwit.Cli.dll");

    /// <summary>Runs it with both streams in pipes and no input.</summary>
    public static async Task<Outcome> RunAsync(Project project, params string[] args)
    {
        using var process = Start(project, args);
        return project.Checked(await EndAsync(process), args);
    }

    /// <summary>Starts it. Signals are at their defaults, whatever shell the tests were started by.</summary>
    public static Process Start(Project project, params string[] args) =>
        Start(project, "env", ["--default-signal=INT", "dotnet", Assembly, .. args]);

    /// <summary>Runs a line of sh without a terminal, as pipelines do; <c>godwit</c> is the command in it, as is <c>dotnet godwit</c>.</summary>
    public static async Task<Outcome> InShellAsync(Project project, string line)
    {
        var shell = $"godwit() {{ command dotnet '{Assembly}' \"$@\"; }}; dotnet() {{ shift; godwit \"$@\"; }}; {line}";
        using var process = Start(project, "sh", ["-c", shell]);
        return project.Checked(await EndAsync(process), []);
    }

    /// <summary>Runs a line of sh on a terminal of 80 columns, in which <c>godwit</c> is the command, and types into it.</summary>
    /// <returns>The exit code of the line, and what the terminal showed.</returns>
    public static async Task<(int Code, string Screen)> OnTerminalAsync(Project project, string line, Func<Process, StreamReader, Task<string>> person)
    {
        // script(1) of util-linux opens a terminal, runs a line in it, copies its output and ends with its exit code. Tests that a shell runs in
        // the background ignore Ctrl-C, as would what they start (POSIX, 2.11 of the shell).
        var shell = $"stty cols 80 rows 25; godwit() {{ env --default-signal=INT dotnet '{Assembly}' \"$@\"; }}; {line}";
        using var process = Start(project, "script", ["--quiet", "--return", "--echo", "never", "--command", shell, "/dev/null"]);
        var screen = await person(process, process.StandardOutput);
        process.StandardInput.Close();
        screen += await process.StandardOutput.ReadToEndAsync();
        await process.WaitForExitAsync();
        project.Checked(new Outcome((ExitCode)process.ExitCode, screen, ""), []);
        return (process.ExitCode, screen);
    }

    /// <summary>The same with a person who types an answer when the question has been put. Without a question nobody types anything.</summary>
    public static Task<(int Code, string Screen)> OnTerminalAsync(Project project, string line, string? question, string answer) =>
        question is null ? OnTerminalAsync(project, line) : OnTerminalAsync(project, line, async (process, output) =>
        {
            var seen = await ReadUntilAsync(output, question);
            await process.StandardInput.WriteLineAsync(answer);
            await process.StandardInput.FlushAsync();
            return seen;
        });

    /// <summary>The same without a person.</summary>
    public static Task<(int Code, string Screen)> OnTerminalAsync(Project project, string line) =>
        OnTerminalAsync(project, line, (_, _) => Task.FromResult(""));

    public static async Task<Outcome> EndAsync(Process process)
    {
        process.StandardInput.Close();
        var output = process.StandardOutput.ReadToEndAsync();
        var error = process.StandardError.ReadToEndAsync();
        await process.WaitForExitAsync();
        return new Outcome((ExitCode)process.ExitCode, await output, await error);
    }

    /// <summary>Reads until a text has come.</summary>
    public static async Task<string> ReadUntilAsync(StreamReader reader, string text)
    {
        var seen = new StringBuilder();
        var buffer = new char[256];
        while (!seen.ToString().Contains(text, StringComparison.Ordinal))
        {
            var count = await reader.ReadAsync(buffer);
            if (count == 0) break;
            seen.Append(buffer, 0, count);
        }

        return seen.ToString();
    }

    private static Process Start(Project project, string file, string[] args)
    {
        var start = new ProcessStartInfo(file, args)
        {
            WorkingDirectory = project.Here,
            RedirectStandardInput = true,
            RedirectStandardOutput = true,
            RedirectStandardError = true,
        };
        foreach (var name in Foreign) start.Environment.Remove(name);
        start.Environment["TERM"] = "xterm";
        start.Environment["SHELL"] = "/bin/sh";
        foreach (var (name, value) in project.Variables) start.Environment[name] = value;
        return Process.Start(start)!;
    }
}
