using System.Collections.Concurrent;
using System.Diagnostics;
using System.Text.RegularExpressions;

namespace Godwit.Hosting.Tests.Running;

/// <summary>The sample service as a process of its own.</summary>
internal sealed partial class Instance : IAsyncDisposable
{
    // tests/Godwit.Hosting.Tests/bin/Release/net10.0
    private static readonly string Output = AppContext.BaseDirectory.Replace(
        Path.Join("tests", "Godwit.Hosting.Tests"), Path.Join("samples", "webapp"), StringComparison.Ordinal);

    private readonly Process process;
    private readonly ConcurrentQueue<string> lines = [];
    private readonly TaskCompletionSource<Uri> listening = new();

    private Instance(Process process)
    {
        this.process = process;
        process.OutputDataReceived += (_, line) => Read(line.Data);
        process.ErrorDataReceived += (_, line) => Read(line.Data);
        process.Exited += (_, _) => listening.TrySetException(new InvalidOperationException($"It ended before it listened:\n{Log}"));
        process.EnableRaisingEvents = true;
        process.BeginOutputReadLine();
        process.BeginErrorReadLine();
    }

    /// <summary>What it has written.</summary>
    public string Log => string.Join('\n', lines);

    /// <summary>Its address, once it takes requests.</summary>
    public Task<Uri> Address => listening.Task;

    /// <param name="database">sqlite, postgresql or mariadb.</param>
    /// <param name="connectionString">How the driver reaches the database.</param>
    /// <param name="arguments">What stands on its command line.</param>
    public static Instance Start(string database, string connectionString, params string[] arguments)
    {
        var start = new ProcessStartInfo("dotnet", [Path.Join(Output, "WebApp.dll"), .. arguments])
        {
            WorkingDirectory = Output,
            RedirectStandardOutput = true,
            RedirectStandardError = true,
        };
        start.Environment["ASPNETCORE_ENVIRONMENT"] = "Staging";
        start.Environment["urls"] = "http://127.0.0.1:0";
        start.Environment["Database"] = database;
        start.Environment["ConnectionStrings__Notes"] = connectionString;
        return new Instance(Process.Start(start)!);
    }

    /// <summary>Waits for its end.</summary>
    public async Task<int> EndAsync()
    {
        await process.WaitForExitAsync();
        return process.ExitCode;
    }

    public async ValueTask DisposeAsync()
    {
        if (!process.HasExited) process.Kill();
        await process.WaitForExitAsync();
        process.Dispose();
    }

    private void Read(string? line)
    {
        if (line is null) return;
        lines.Enqueue(line);
        if (Listening().Match(line) is { Success: true } match) listening.TrySetResult(new Uri(match.Groups[1].Value));
    }

    [GeneratedRegex(@"Now listening on: (http://\S+)")]
    private static partial Regex Listening();
}
