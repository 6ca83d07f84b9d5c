using System.Diagnostics;
using System.Globalization;

namespace Godwit.Faults.Running;

/// <summary>A runner as a process that can be killed and stopped.</summary>
internal sealed class RunnerProcess : IDisposable
{
    private readonly Process process;
    private readonly TaskCompletionSource begun = new(TaskCreationOptions.RunContinuationsAsynchronously);
    private readonly List<string> lines = [];
    private readonly Task<string> errors;
    private readonly Task output;
    private bool killed;

    private RunnerProcess(Process process)
    {
        this.process = process;
        output = ReadAsync();
        errors = process.StandardError.ReadToEndAsync();
    }

    /// <summary>Is done when the runner begins its work, or has ended before that.</summary>
    internal Task Begun => begun.Task;

    /// <summary>Is done when the runner has ended.</summary>
    internal Task Ended => process.WaitForExitAsync();

    /// <summary>The moments that a runner of <see cref="MortalSqlite"/> counted.</summary>
    internal int Moments =>
        lines.FindLast(line => line.StartsWith(MortalSqlite.Counted, StringComparison.Ordinal)) is { } told
            ? int.Parse(told.AsSpan(MortalSqlite.Counted.Length), CultureInfo.InvariantCulture)
            : 0;

    /// <summary>Starts one.</summary>
    internal static RunnerProcess Start(string url, string directory, TimeSpan lockTimeout, int? moment = null, FakeClock? clock = null)
    {
        var start = new ProcessStartInfo("dotnet") { RedirectStandardOutput = true, RedirectStandardError = true };
        start.ArgumentList.Add(typeof(Runner).Assembly.Location);
        start.ArgumentList.Add(Program.RunnerWord);
        start.ArgumentList.Add(directory);
        start.ArgumentList.Add(lockTimeout.TotalSeconds.ToString(CultureInfo.InvariantCulture));
        if (moment is { } last) start.ArgumentList.Add(last.ToString(CultureInfo.InvariantCulture));
        start.Environment[Runner.Url] = url;
        start.Environment["DOTNET_TieredPGO"] = "0";
        clock?.Give(start.Environment);
        return new RunnerProcess(Process.Start(start)!);
    }

    /// <summary>Kills it; it gets no chance to tidy up.</summary>
    internal void Kill()
    {
        killed = true;
        Send(Signal.Kill);
    }

    internal void Send(Signal signal) => Signals.Send(process.Id, signal);

    /// <summary>Waits for the end, up to a bound at which it is killed and said to have hung.</summary>
    internal async Task<Outcome> EndAsync(TimeSpan bound)
    {
        using var patience = new CancellationTokenSource(bound);
        try
        {
            await process.WaitForExitAsync(patience.Token);
        }
        catch (OperationCanceledException)
        {
            Send(Signal.Kill);
            await process.WaitForExitAsync(CancellationToken.None);
            return new Outcome(End.Hung, 0, null, $"did not end within {bound.TotalSeconds} s");
        }

        await output;
        return Read(await errors);
    }

    public void Dispose() => process.Dispose();

    private Outcome Read(string error)
    {
        var last = lines.FindLast(line => line != Runner.Begun && !line.StartsWith(MortalSqlite.Counted, StringComparison.Ordinal)) ?? "";
        if (last.StartsWith(Runner.Applied, StringComparison.Ordinal) && process.ExitCode == 0)
            return new Outcome(End.Well, int.Parse(last.AsSpan(Runner.Applied.Length), CultureInfo.InvariantCulture), null, "");
        // 128 and the signal: it killed itself
        if (killed || process.ExitCode == 128 + (int)Signal.Kill) return new Outcome(End.Killed, 0, null, "");
        if (last.StartsWith(Runner.Refused, StringComparison.Ordinal))
        {
            var text = last[Runner.Refused.Length..];
            return new Outcome(End.Refused, 0, Enum.Parse<ErrorCode>(text[..text.IndexOf(' ', StringComparison.Ordinal)]), text);
        }

        return new Outcome(End.Broken, 0, null, $"exit {process.ExitCode}: {error}");
    }

    private async Task ReadAsync()
    {
        while (await process.StandardOutput.ReadLineAsync() is { } line)
        {
            lines.Add(line);
            if (line == Runner.Begun) begun.TrySetResult();
        }

        begun.TrySetResult();
    }
}
