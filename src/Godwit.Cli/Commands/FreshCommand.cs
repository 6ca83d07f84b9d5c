using Godwit.Cli.Rendering;
using Godwit.Cli.Syntax;
using Godwit.Planning;
using Godwit.Safety;

namespace Godwit.Cli.Commands;

/// <summary>Drops everything, then applies everything.</summary>
internal sealed class FreshCommand : Verb
{
    private readonly Flag seed = Seeding.SeedOption();
    private readonly Flag force = Asking.ForceOption();
    private readonly TextOption name = Asking.DatabaseNameOption();
    private readonly Flag create = Running.CreateDatabaseOption();

    internal override Option[] Options => [seed, force, name, create];

    internal override (string Line, string Meaning)[] Examples =>
    [
        ("godwit migrate:fresh", "Drops everything in the schema and applies every migration."),
        ("godwit migrate:fresh --force --seed", "Without asking, with seed data afterwards."),
    ];

    internal override Task<ExitCode> RunAsync(Invocation invocation, CancellationToken cancellation) =>
        new Running(invocation).WithDatabaseAsync(invocation.Value(create), () => FreshAsync(invocation, cancellation), cancellation);

    private async Task<ExitCode> FreshAsync(Invocation invocation, CancellationToken cancellation)
    {
        // what cannot be applied is found before anything is dropped
        (await invocation.Migrator.SurveyAsync(cancellation)).ThrowIfUnreadable();
        await new Asking(invocation).ConfirmAsync("drop everything", Hazard.Destroys, invocation.Value(force), invocation.Value(name), cancellation);
        var dropped = await invocation.Migrator.WipeAsync(cancellation: cancellation);
        var applied = await invocation.Migrator.RunAsync(new Target.Head(), cancellation);
        var seeded = await new Seeding(invocation).RunAsync(invocation.Value(seed), cancellation);
        invocation.Reporter.Show(new RebuildScreen(Demolition.Wipe, dropped, applied, seeded));
        return ExitCode.Done;
    }
}
