using Godwit.Cli.Rendering;
using Godwit.Cli.Syntax;
using Godwit.Safety;

namespace Godwit.Cli.Commands;

/// <summary>Drops everything in the schema.</summary>
internal sealed class WipeCommand : Verb
{
    private readonly Flag keep = new("--keep-migrations")
    {
        Description = "Keeps the history table: true or false. Default: false.",
        HelpName = "BOOL",
    };
    private readonly Flag force = Asking.ForceOption();
    private readonly TextOption name = Asking.DatabaseNameOption();

    internal override Option[] Options => [keep, force, name];

    internal override (string Line, string Meaning)[] Examples =>
    [
        ("godwit db:wipe", "Drops every table, view, type, sequence and routine, after asking."),
        ("godwit db:wipe --keep-migrations", "The same, but the history stays."),
    ];

    internal override async Task<ExitCode> RunAsync(Invocation invocation, CancellationToken cancellation)
    {
        await new Asking(invocation).ConfirmAsync("drop everything", Hazard.Destroys, invocation.Value(force), invocation.Value(name), cancellation);
        var dropped = await invocation.Migrator.WipeAsync(invocation.Value(keep) ? WipeHistory.Keep : WipeHistory.Drop, cancellation);
        invocation.Reporter.Show(new MessageScreen(dropped == 0 ? "There was nothing to drop." : $"Dropped {Counting.Of(dropped, "object")}.", ("dropped", dropped.ToString(null, null))));
        return ExitCode.Done;
    }
}
