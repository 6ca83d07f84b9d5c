using System.Collections.Immutable;
using System.Diagnostics;
using Godwit.Dialects;
using Godwit.Schema;

namespace Godwit.Seeding;

/// <summary>One run of seeders on one session: their order, their transactions, and what is remembered of them.</summary>
internal sealed class SeedRun(DatabaseSession session, SeedCatalog catalog, SeedSettings settings)
{
    private readonly HashSet<SeedSource> done = [];
    private readonly List<SeededBy> results = [];
    private HashSet<string>? remembered;
    private DatabaseSchema? schema;
    private GodwitException? told;

    internal DatabaseSession Session => session;

    internal SeedSettings Settings => settings;

    /// <summary>Runs what was asked for.</summary>
    /// <exception cref="GodwitException">A seeder is unknown or failed.</exception>
    internal async Task<SeedResult> RunAsync(SeedRequest request)
    {
        ImmutableArray<SeedSource> wanted = request.Seeder is { } name ? [catalog.Require(name)] : catalog.Usual;
        catalog.RequireOrder(wanted);
        remembered = request.Remembered is Remembered.RunAgain ? [] : await settings.Memory.ReadAsync(session, settings.Cancellation);
        foreach (var source in wanted) await RunAsync(source, caller: null);
        return new SeedResult([.. results]);
    }

    /// <summary>Runs the seeder of a name for another one.</summary>
    internal Task CallAsync(string name, SeedFrame caller)
    {
        var source = catalog.Require(name);
        catalog.RequireOrder([source]);
        return RunAsync(source, caller);
    }

    /// <summary>What the database holds, read once.</summary>
    internal async Task<DatabaseSchema> SchemaAsync() => schema ??= await session.ReadSchemaAsync([], settings.Cancellation);

    /// <summary>Makes the next look at the schema read it anew.</summary>
    internal void ForgetSchema() => schema = null;

    private async Task RunAsync(SeedSource source, SeedFrame? caller)
    {
        for (var frame = caller; frame is not null; frame = frame.Caller)
        {
            if (frame.Source == source) throw SeedCatalog.Circle(Chain(caller!, source));
        }

        if (!done.Add(source)) return;
        foreach (var dependency in catalog.DependenciesOf(source)) await RunAsync(dependency, caller);
        if (source.IsOnce && remembered!.Contains(source.Name))
        {
            results.Add(new SeededBy(source.Name, 0, TimeSpan.Zero, SeedOutcome.Remembered));
            settings.Emit(new SeedEvent.Skipped(source.Name));
            return;
        }

        if (source.IsOnce && caller is not { IsOpen: true }) await settings.Memory.InstallAsync(session, settings.Cancellation);
        await RunAsync(new SeedFrame(this, source, caller));
    }

    private async Task RunAsync(SeedFrame frame)
    {
        var started = Stopwatch.GetTimestamp();
        settings.Emit(new SeedEvent.Started(frame.Source.Name));
        try
        {
            await frame.EnterAsync();
            await frame.Source.RunAsync(new SeedContext(frame));
            if (frame.Source.IsOnce) await frame.ExecuteAsync(settings.Memory.Note(frame.Source.Name, settings.By));
            await frame.LeaveAsync();
        }
#pragma warning disable CA1031 // whatever a seeder throws is a failure of that seeder, and told as one
        catch (Exception thrown)
#pragma warning restore CA1031
        {
            await frame.UndoAsync();
            // that of a seeder which this one called
            if (told == thrown) throw;
            told = SeedFailure.Of(thrown, frame, [.. results.Where(result => result.Outcome is SeedOutcome.Ran).Select(result => result.Name)]);
            throw told;
        }

        var elapsed = Stopwatch.GetElapsedTime(started);
        results.Add(new SeededBy(frame.Source.Name, frame.Rows, elapsed, SeedOutcome.Ran));
        settings.Emit(new SeedEvent.Completed(frame.Source.Name, frame.Rows, elapsed));
    }

    private static ImmutableArray<SeedSource> Chain(SeedFrame caller, SeedSource source)
    {
        var chain = new List<SeedSource> { source };
        for (var frame = caller; frame is not null; frame = frame.Caller)
        {
            chain.Add(frame.Source);
            if (frame.Source == source) break;
        }

        chain.Reverse();
        return [.. chain];
    }
}

/// <summary>What a run of seeders works with.</summary>
internal sealed record SeedSettings
{
    /// <summary>The project's directory.</summary>
    internal required string Root { get; init; }

    /// <summary>The environment's name.</summary>
    internal required string Environment { get; init; }

    /// <summary>Who seeds.</summary>
    internal required string By { get; init; }

    /// <summary>Values for <c>${name}</c> in SQL files.</summary>
    internal required IReadOnlyDictionary<string, string> Placeholders { get; init; }

    /// <summary>What is remembered.</summary>
    internal required SeedMemory Memory { get; init; }

    /// <summary>Where events go.</summary>
    internal required Action<SeedEvent> Emit { get; init; }

    /// <summary>Waits a little because another program holds the database, or throws when that has lasted too long.</summary>
    internal required Func<CancellationToken, Task> WaitForOthers { get; init; }

    /// <summary>Cancels the run.</summary>
    internal required CancellationToken Cancellation { get; init; }
}
