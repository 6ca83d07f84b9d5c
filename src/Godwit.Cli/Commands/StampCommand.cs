using Godwit.Cli.Rendering;
using Godwit.Cli.Syntax;
using Godwit.Planning;
using Godwit.Safety;

namespace Godwit.Cli.Commands;

/// <summary>Makes the history say that the database is at a revision, and runs nothing.</summary>
internal sealed class StampCommand : Verb
{
    private readonly Flag purge = new("--purge") { Description = "Clears the history first, including rows without files and half-done migrations." };
    private readonly Flag force = Asking.ForceOption();

    internal override Option[] Options => [purge, force];

    internal override Argument Argument => new("REV", WordCount.One, "head, base, an id, a part of one, a version or a name.");

    internal override (string Line, string Meaning)[] Examples =>
    [
        ("godwit stamp head", "The database is up to date: records everything as applied."),
        ("godwit stamp create_posts", "Records everything up to create_posts as applied, the rest as pending."),
        ("godwit stamp base --purge", "An empty history."),
    ];

    internal override async Task<ExitCode> RunAsync(Invocation invocation, CancellationToken cancellation)
    {
        var revision = invocation.Word!;
        var rows = invocation.Value(purge) ? StampedRows.Purge : StampedRows.Keep;
        var planned = await invocation.Migrator.PlanStampAsync(revision, rows, cancellation);
        if (!planned.IsEmpty) await ConfirmAsync(invocation, planned, cancellation);
        var stamp = planned.IsEmpty ? planned : await invocation.Migrator.StampAsync(revision, rows, cancellation);
        invocation.Reporter.Show(new StampScreen(stamp));
        return ExitCode.Done;
    }

    private Task ConfirmAsync(Invocation invocation, Stamp planned, CancellationToken cancellation)
    {
        var record = $"record {Counting.Of(planned.Recorded.Length, "migration")} as applied without running any";
        var remove = $"take {Counting.Of(planned.Removed.Length, "row")} out of the history";
        var what = planned.Removed.IsEmpty ? record : planned.Recorded.IsEmpty ? remove : $"{remove} and {record}";
        var hazard = planned.Removed.IsEmpty ? Hazard.Applies : Hazard.Undoes;
        return new Asking(invocation).ConfirmAsync(what, hazard, invocation.Value(force), null, cancellation);
    }
}
