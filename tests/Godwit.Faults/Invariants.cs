using System.Diagnostics;
using Godwit.Faults.Running;
using Godwit.Faults.Targets;

namespace Godwit.Faults;

/// <summary>What must be so when all runs are over, whatever was done to them: the same as after one run that nobody disturbed.</summary>
internal sealed class Invariants
{
    private const string History = "SELECT migration, state FROM migrations ORDER BY id";
    private const string Batches = "SELECT batch FROM migrations ORDER BY id";
    private const string Steps = "SELECT j.migration, j.kind, j.idx, j.hash, j.state FROM migrations_journal j JOIN migrations m ON m.migration = j.migration ORDER BY m.id, j.idx";
    private const string Tokens = "SELECT j.token FROM migrations_journal j JOIN migrations m ON m.migration = j.migration ORDER BY m.id, j.idx";
    private const string Token = "SELECT token FROM migrations_lock WHERE id = 1";
    private static readonly TimeSpan LongestTidying = TimeSpan.FromSeconds(20);

    private readonly string[] dump;
    private readonly string[] history;
    private readonly string[] steps;

    private Invariants(string[] dump, string[] history, string[] steps, TimeSpan cleanRun)
    {
        CleanRun = cleanRun;
        this.dump = dump;
        this.history = history;
        this.steps = steps;
    }

    /// <summary>How long the clean run took.</summary>
    internal TimeSpan CleanRun { get; }

    /// <summary>Takes them from a clean run.</summary>
    internal static async Task<Invariants> OfCleanRunAsync(FaultTarget target)
    {
        await using var database = await target.CreateAsync();
        var started = Stopwatch.GetTimestamp();
        using var runner = RunnerProcess.Start(database.Url, target.Migrations, TimeSpan.FromSeconds(60));
        var outcome = await runner.EndAsync(TimeSpan.FromMinutes(5));
        var took = Stopwatch.GetElapsedTime(started);
        if (outcome.End is not End.Well) throw new InvalidOperationException($"The clean run on {target.Name} failed: {outcome.Text}");
        return new Invariants(await database.DumpAsync(), [.. target.Ids.Select(id => $"{id} applied")], await database.RowsAsync(Steps), took);
    }

    /// <summary>The differences; empty when all is as it must be.</summary>
    internal async Task<string> DifferencesAsync(FaultDatabase database)
    {
        var found = new List<string>();
        Compare(found, "history", history, await database.RowsAsync(History));
        Compare(found, "dump", dump, await database.DumpAsync());
        Compare(found, "journal", steps, await database.RowsAsync(Steps));
        CheckRising(found, "batches", Numbers(await database.RowsAsync(Batches)));
        CheckRising(found, "tokens", Numbers([.. await database.RowsAsync(Tokens), .. await database.RowsAsync(Token)]));
        await CheckFreeAsync(found, database);
        return string.Join("; ", found);
    }

    // What a server does for a client that was killed, it may take a moment to end.
    private static async Task CheckFreeAsync(List<string> found, FaultDatabase database)
    {
        await using var handle = database.Handle();
        await using var migrator = new Migrator(handle);
        using var patience = new CancellationTokenSource(LongestTidying);
        while (true)
        {
            var holder = await migrator.LockHolderAsync();
            // the session that looks is one of them
            var sessions = await database.SessionsAsync();
            if (holder is null && sessions.Length <= 1) return;
            if (patience.IsCancellationRequested)
            {
                found.Add($"still held by {holder?.Owner ?? "nobody"}, sessions: {string.Join(", ", sessions)}");
                return;
            }

            await Task.Delay(50);
        }
    }

    private static long[] Numbers(string[] rows) => [.. rows.Select(row => long.Parse(row, null))];

    private static void CheckRising(List<string> found, string what, long[] numbers)
    {
        for (var i = 1; i < numbers.Length; i++)
        {
            if (numbers[i] >= numbers[i - 1]) continue;
            found.Add($"{what} fall: {string.Join(' ', numbers)}");
            return;
        }
    }

    private static void Compare(List<string> found, string what, string[] expected, string[] actual)
    {
        if (expected.SequenceEqual(actual)) return;
        var missing = expected.Except(actual).Take(5).ToArray();
        var extra = actual.Except(expected).Take(5).ToArray();
        found.Add($"{what}: missing [{string.Join(" | ", missing)}], too much [{string.Join(" | ", extra)}], {actual.Length} of {expected.Length}");
    }
}
