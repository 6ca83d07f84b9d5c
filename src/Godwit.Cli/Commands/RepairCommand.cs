using Godwit.Cli.Rendering;
using Godwit.Cli.Syntax;

namespace Godwit.Cli.Commands;

/// <summary>Makes the history agree with what a person knows.</summary>
internal sealed class RepairCommand : Verb
{
    private readonly Flag done = new("--done") { Description = "What was left half done is there." };
    private readonly Flag retry = new("--retry") { Description = "Nothing of what was left half done is there." };

    internal override Option[] Options => [done, retry];

    internal override Argument Argument => new("REV", WordCount.One, "The migration: its id, a part of it, its version or its name.");

    internal override (string Line, string Meaning)[] Examples =>
    [
        ("godwit repair 003_add_index", "Accepts an edited file, or forgets one that is gone."),
        ("godwit repair 003_add_index --retry", "The statement that was cut off did nothing: run it again."),
    ];

    internal override async Task<ExitCode> RunAsync(Invocation invocation, CancellationToken cancellation)
    {
        if (invocation.Value(done) && invocation.Value(retry)) throw new GodwitException(ErrorCode.Usage, "--done and --retry exclude each other.", "Leave one out.");
        var decision = invocation.Value(done) ? RepairDecision.Done : invocation.Value(retry) ? RepairDecision.Retry : RepairDecision.Undecided;
        var id = invocation.Word!;
        var action = await invocation.Migrator.RepairAsync(id, decision, cancellation);
        var text = action switch
        {
            RepairAction.ChecksumAccepted => "The file is accepted as what was applied.",
            RepairAction.Forgotten => "It is taken out of the history. What it did stays in the database.",
            RepairAction.MarkedApplied => "It counts as applied.",
            RepairAction.MarkedPending => "It counts as not applied.",
            RepairAction.StatementDone => "The statement that a run was cut off in counts as done. The next run goes on after it.",
            RepairAction.StatementPending => "The statement that a run was cut off in counts as not run. The next run begins with it.",
            _ => "There is nothing to repair about it.",
        };
        invocation.Reporter.Show(new MessageScreen(text, ("action", action is { } did ? CodeText.Of(did) : "none")));
        return ExitCode.Done;
    }
}
