using System.Diagnostics;
using System.Globalization;

namespace Godwit.Faults.Running;

/// <summary>A server of the fault test's own, which may be killed and is then started again as it was.</summary>
/// <param name="folder">The folder in which its script started it, with its <c>pid</c>.</param>
internal sealed class ServerProcess(string folder)
{
    private static readonly TimeSpan LongestStart = TimeSpan.FromMinutes(5);

    private string[]? command;
    private string user = "";

    /// <summary>Whether it was started by its script.</summary>
    internal bool Exists => File.Exists(Pid);

    private string Pid => Path.Join(folder, "pid");

    /// <summary>Ends it at once, and does not return before it is gone.</summary>
    internal async Task KillAsync(Signal signal)
    {
        var process = int.Parse((await File.ReadAllLinesAsync(Pid))[0], CultureInfo.InvariantCulture);
        // a cluster is founded once
        command ??= [.. (await File.ReadAllTextAsync($"/proc/{process}/cmdline")).TrimEnd('\0').Split('\0').Where(argument => argument != "--wsrep-new-cluster")];
        user = File.ReadLines($"/proc/{process}/status").First(line => line.StartsWith("Uid:", StringComparison.Ordinal)).Split('\t')[1];
        Signals.Send(process, signal);
        while (Directory.Exists($"/proc/{process}") && !await IsZombieAsync(process)) await Task.Delay(10);
    }

    /// <summary>Starts it again, and returns when somebody can connect to it.</summary>
    internal async Task StartAsync(Func<Task> connect)
    {
        // one that was killed leaves it, and pgbouncer does not start while the system still has a process of that number, be it a dead one
        File.Delete(Pid);
        var start = new ProcessStartInfo("setpriv") { WorkingDirectory = "/" };
        foreach (var argument in (string[])["--reuid", user, "--clear-groups", "setsid", "sh", "-c", "exec \"$@\" >>\"$0\" 2>&1 </dev/null", Path.Join(folder, "restarts.log"), .. command!])
            start.ArgumentList.Add(argument);
        using var server = Process.Start(start)!;
        using var patience = new CancellationTokenSource(LongestStart);
        while (true)
        {
            try
            {
                await connect();
                return;
            }
            catch (System.Data.Common.DbException) when (!patience.IsCancellationRequested)
            {
                await Task.Delay(50, CancellationToken.None);
            }
        }
    }

    private static async Task<bool> IsZombieAsync(int process)
    {
        try
        {
            return (await File.ReadAllTextAsync($"/proc/{process}/stat")).Contains(") Z ", StringComparison.Ordinal);
        }
        catch (IOException)
        {
            return true;
        }
    }
}
