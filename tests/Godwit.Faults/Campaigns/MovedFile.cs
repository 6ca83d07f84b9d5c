using Godwit.Faults.Running;
using Godwit.Faults.Targets;

namespace Godwit.Faults.Campaigns;

/// <summary>The file of an SQLite database is removed, or an older copy put in its place, while a run is at work.</summary>
internal sealed class MovedFile(Tally tally) : Campaign(new SqliteTarget(), tally)
{
    internal override string Name => "moved file";

    internal override async Task<bool> RoundAsync(int number, Random random)
    {
        await using var database = await Target.CreateAsync();
        var file = database.Url["sqlite:".Length..];
        var replaces = number % 2 == 1;
        var story = $"round {number}, {(replaces ? "replaced" : "removed")}";
        var copy = file + ".copy";
        if (replaces)
        {
            await Begin(database, random);
            // a whole database: a file with a journal beside it is none
            if (File.Exists(file + "-journal") || !File.Exists(file)) return true;
            File.Copy(file, copy);
        }

        using var runner = RunnerProcess.Start(database.Url, Target.Migrations, LockTimeout);
        await runner.Begun;
        await Task.WhenAny(runner.Ended, Task.Delay(Moment(random, 10, 300)));
        File.Delete(file + "-journal");
        if (replaces) File.Move(copy, file, overwrite: true);
        else File.Delete(file);
        Tally.Fault();
        var outcome = await runner.EndAsync(Bound);
        if (outcome.End is not (End.Well or End.Refused)) await ViolatedAsync(database, story, outcome);
        // what was written into a file that has no name any more may leave a journal under its old one
        File.Delete(file + "-journal");
        await FinishAsync(database, story);
        return true;
    }

    private async Task Begin(FaultDatabase database, Random random)
    {
        using var first = RunnerProcess.Start(database.Url, Target.Migrations, LockTimeout);
        await first.Begun;
        await Task.WhenAny(first.Ended, Task.Delay(Moment(random, 50, 400)));
        first.Kill();
        await first.EndAsync(Bound);
    }
}
