using Godwit.Cli.Rendering;
using Godwit.Cli.Syntax;
using Godwit.Planning;
using Godwit.Safety;

namespace Godwit.Cli.Commands;

/// <summary>Undoes everything, then applies everything.</summary>
internal sealed class RefreshCommand : Verb
{
    private readonly Flag seed = Seeding.SeedOption();
    private readonly Flag force = Asking.ForceOption();
    private readonly TextOption name = Asking.DatabaseNameOption();

    internal override Option[] Options => [seed, force, name];

    internal override (string Line, string Meaning)[] Examples =>
    [
        ("godwit migrate:refresh", "Runs every down, then every up."),
        ("godwit migrate:refresh --force --seed", "Without asking, with seed data afterwards."),
    ];

    internal override async Task<ExitCode> RunAsync(Invocation invocation, CancellationToken cancellation)
    {
        await new Asking(invocation).ConfirmAsync(
            "undo and apply every migration, which empties their tables,", Hazard.Destroys, invocation.Value(force), invocation.Value(name), cancellation);
        var undone = await invocation.Migrator.RunAsync(new Target.Base(), cancellation);
        var applied = await invocation.Migrator.RunAsync(new Target.Head(), cancellation);
        var seeded = await new Seeding(invocation).RunAsync(invocation.Value(seed), cancellation);
        invocation.Reporter.Show(new RebuildScreen(Demolition.Reset, undone.Completed.Length, applied, seeded));
        return ExitCode.Done;
    }
}
