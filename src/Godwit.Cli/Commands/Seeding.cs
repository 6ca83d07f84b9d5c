using Godwit.Cli.Syntax;
using Godwit.Safety;
using Godwit.Seeding;

namespace Godwit.Cli.Commands;

/// <summary>Runs seeders: what db:seed and the verbs with --seed have in common.</summary>
internal sealed class Seeding(Invocation invocation)
{
    internal static Flag SeedOption() => new("--seed") { Description = "Runs the seeders of database/seeders afterwards." };

    /// <summary>Asks whether the database may be filled, where the environment wants it.</summary>
    internal Task ConfirmAsync(bool asked, bool forced, CancellationToken cancellation) => asked
        ? new Asking(invocation).ConfirmAsync("fill tables with the seeders' rows", Hazard.Seeds, forced, null, cancellation)
        : Task.CompletedTask;

    /// <summary>Runs them if that was asked for.</summary>
    /// <returns>What they did; null when it was not asked for.</returns>
    internal async Task<SeedResult?> RunAsync(bool asked, CancellationToken cancellation) =>
        asked ? await RunAsync(new SeedRequest(), cancellation) : null;

    /// <summary>Runs what was asked for, of the files and the classes of the project.</summary>
    internal Task<SeedResult> RunAsync(SeedRequest request, CancellationToken cancellation) =>
        invocation.Migrator.SeedAsync(request with { Classes = SeederClasses.Of(invocation.Project) }, cancellation);
}
