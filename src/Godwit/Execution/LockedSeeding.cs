using Godwit.Dialects;
using Godwit.History;
using Godwit.Seeding;

namespace Godwit.Execution;

/// <summary>Seeders under the lock: no migration changes the tables meanwhile, and nobody else seeds.</summary>
internal sealed class LockedSeeding(Database database, DatabaseSession worker, HistoryStore store, BookkeepingTables tables, MigratorOptions options)
{
    private readonly Action<ExecutionEvent> listener = options.OnEvent ?? (_ => { });

    internal async Task<SeedResult> RunAsync(SeedRequest request, CancellationToken cancellation)
    {
        var catalog = new SeedCatalog([.. SeedFile.In(options.Root, options.SeederDirectory), .. Classes(request)]);
        var patience = new Patience(options.LockTimeout, listener);
        var reading = new Reading(database, patience);
        await reading.TryAsync(async () =>
        {
            await store.InstallAsync(worker, cancellation);
            return true;
        }, cancellation);
        await using var held = await new LockQueue(database, worker, tables, options).AcquireAsync(reading, patience, cancellation);
        using var stop = CancellationTokenSource.CreateLinkedTokenSource(cancellation, held.Lost);
        return await new SeedRun(worker, catalog, Settings(stop.Token)).RunAsync(request);
    }

    private IEnumerable<SeedSource> Classes(SeedRequest request) => options.Assemblies
        .SelectMany(assembly => assembly.GetTypes())
        .Concat(request.Classes)
        .Distinct()
        .Where(type => type.IsSubclassOf(typeof(Seeder)) && type is { IsAbstract: false, ContainsGenericParameters: false })
        .Select(type => new SeederClass(type, options.Root));

    private SeedSettings Settings(CancellationToken cancellation) => new()
    {
        Root = options.Root,
        Environment = options.Environment,
        By = options.AppliedBy,
        Placeholders = options.Placeholders,
        Memory = new SeedMemory(database.Dialect, tables),
        Emit = happened => listener(new ExecutionEvent.Seeding(happened)),
        WaitForOthers = Waiting(),
        Cancellation = cancellation,
    };

    private Func<CancellationToken, Task> Waiting()
    {
        var patience = new Patience(options.LockTimeout, listener);
        return token => patience.WaitAsync(null, $"{database.Description} is still locked by another program", token);
    }
}
