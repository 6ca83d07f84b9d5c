using System.Diagnostics;
using Godwit.Faults.Running;
using Godwit.Faults.Targets;

namespace Godwit.Faults.Campaigns;

/// <summary>The disk of an SQLite file is full, sooner or later in the run; then there is room again.</summary>
internal sealed class FullDisk : Campaign, IDisposable
{
    private const int Size = 2 << 20;
    private const int Least = 4 << 10;
    private const int Most = 700 << 10;

    private readonly string place;

    private FullDisk(string place, Tally tally)
        : base(new SqliteTarget(place), tally) => this.place = place;

    internal override string Name => "full disk";

    internal override int Lanes => 1;

    /// <summary>Mounts a small disk; null where this user may not.</summary>
    internal static FullDisk? Mount(Tally tally)
    {
        var place = Directory.CreateTempSubdirectory("godwit-disk-").FullName;
        if (Run("mount", "-t", "tmpfs", "-o", $"size={Size}", "tmpfs", place)) return new FullDisk(place, tally);
        Directory.Delete(place);
        return null;
    }

    internal override async Task<bool> RoundAsync(int number, Random random)
    {
        await using var database = await Target.CreateAsync();
        var left = random.Next(Least, Most);
        var story = $"round {number}, {left} bytes left";
        var filler = Path.Join(place, "filler");
        await using (var file = File.Create(filler))
        {
            await file.WriteAsync(new byte[new DriveInfo(place).AvailableFreeSpace - left]);
        }

        using var runner = RunnerProcess.Start(database.Url, Target.Migrations, LockTimeout);
        var outcome = await runner.EndAsync(Bound);
        Tally.Fault();
        if (outcome.End is not End.Well && outcome is not { End: End.Refused, Code: ErrorCode.DiskFull }) await ViolatedAsync(database, story, outcome);
        File.Delete(filler);
        await FinishAsync(database, story);
        return true;
    }

    public void Dispose()
    {
        Run("umount", place);
        Directory.Delete(place);
    }

    private static bool Run(string command, params string[] arguments)
    {
        using var process = Process.Start(new ProcessStartInfo(command, arguments) { RedirectStandardError = true })!;
        process.WaitForExit();
        return process.ExitCode == 0;
    }
}
