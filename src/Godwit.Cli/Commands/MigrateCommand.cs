using Godwit.Cli.Rendering;
using Godwit.Cli.Syntax;
using Godwit.Planning;

namespace Godwit.Cli.Commands;

/// <summary>Applies everything that is pending, as one batch.</summary>
internal sealed class MigrateCommand : Verb
{
    private readonly NumberOption step = new("--step", "--steps") { Description = "Only the next N migrations.", HelpName = "N" };
    private readonly TextOption target = new("--target") { Description = "Up to and including this migration.", HelpName = "REV" };
    private readonly Flag pretend = Running.PretendOption();
    private readonly Flag seed = Seeding.SeedOption();
    private readonly Flag force = Asking.ForceOption();
    private readonly Flag create = Running.CreateDatabaseOption();
    private readonly TextOption order = Running.OutOfOrderOption();
    private readonly ListOption allow = Running.AllowOption();

    internal override Option[] Options => [step, target, pretend, seed, force, create, order, allow];

    internal override (string Line, string Meaning)[] Examples =>
    [
        ("godwit migrate", "Applies everything that is pending."),
        ("godwit migrate --step 1", "Applies the next migration."),
        ("godwit migrate --target create_posts", "Applies up to and including create_posts."),
        ("godwit migrate --pretend > plan.sql", "Writes the SQL to a file and changes nothing."),
    ];

    internal override Task<ExitCode> RunAsync(Invocation invocation, CancellationToken cancellation)
    {
        var running = new Running(invocation);
        invocation.Choose(invocation.Value(order));
        invocation.Allow(invocation.Value(allow));
        return running.WithDatabaseAsync(invocation.Value(create), () => MigrateAsync(invocation, running, cancellation), cancellation);
    }

    private async Task<ExitCode> MigrateAsync(Invocation invocation, Running running, CancellationToken cancellation)
    {
        var goal = Goal(invocation);
        if (invocation.Value(pretend)) return await running.PretendAsync(goal, cancellation);
        var seeding = new Seeding(invocation);
        await seeding.ConfirmAsync(invocation.Value(seed), invocation.Value(force), cancellation);
        var result = await running.RunAsync(goal, invocation.Value(force), cancellation);
        invocation.Reporter.Show(new RunScreen(result, await seeding.RunAsync(invocation.Value(seed), cancellation)));
        return ExitCode.Done;
    }

    private Target Goal(Invocation invocation)
    {
        if (invocation.Value(target) is { } revision) return new Target.UpTo(revision);
        return invocation.Value(step) is { } count ? new Target.Next(Counts.Positive("--step", count)) : new Target.Head();
    }
}
