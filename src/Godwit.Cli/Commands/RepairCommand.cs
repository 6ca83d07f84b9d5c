using Godwit.Cli.Rendering;
using Godwit.Cli.Syntax;
using Godwit.Planning;

namespace Godwit.Cli.Commands;

/// <summary>Makes the history agree with what a person knows.</summary>
internal sealed class RepairCommand : Verb
{
    private readonly Flag done = new("--done") { Description = "The interrupted statement took effect." };
    private readonly Flag retry = new("--retry") { Description = "The interrupted statement had no effect." };
    private readonly Flag accept = new("--accept") { Description = "Accepts an edit that changes what the migration does, because the database already has it." };

    internal override Option[] Options => [done, retry, accept];

    internal override Argument Argument => new("REV", WordCount.OneOrNone, "The migration: its id, a part of it, its version or its name. Default: all whose edits are shown to be harmless.");

    internal override (string Line, string Meaning)[] Examples =>
    [
        ("godwit repair", "Accepts edits to comments and whitespace (compared with git), and lists what else is wrong."),
        ("godwit repair 003_add_index", "Accepts an edited file, or forgets a missing one."),
        ("godwit repair 003_add_index --retry", "The interrupted statement had no effect: run it again."),
    ];

    internal override async Task<ExitCode> RunAsync(Invocation invocation, CancellationToken cancellation)
    {
        if (invocation.Value(done) && invocation.Value(retry)) throw new GodwitException(ErrorCode.Usage, "--done and --retry cannot be combined.", "Leave one out.");
        if (invocation.Word is not { } id) return await RepairAllAsync(invocation, cancellation);
        var decision = invocation.Value(done) ? RepairDecision.Done : invocation.Value(retry) ? RepairDecision.Retry : RepairDecision.Undecided;
        var survey = await invocation.Migrator.SurveyAsync(cancellation);
        var edited = survey.Resolve(id) is { } found && survey.Find(found) is { Standing: Standing.Edited } migration ? migration : null;
        var edit = edited is null ? null : await new EditCheck(invocation).OfAsync(edited, cancellation);
        if (edit is Edit.Harmful(var change) && !invocation.Value(accept)) throw Changes(edited!, change);
        var action = await invocation.Migrator.RepairAsync(id, decision, cancellation);
        invocation.Reporter.Show(new MessageScreen(Text(action, edit), ("action", action is { } did ? CodeText.Of(did) : "none")));
        return ExitCode.Done;
    }

    private static async Task<ExitCode> RepairAllAsync(Invocation invocation, CancellationToken cancellation)
    {
        var survey = await invocation.Migrator.SurveyAsync(cancellation);
        var (repaired, left) = (new List<MigrationStanding>(), new List<MigrationStanding>());
        foreach (var migration in survey.Migrations)
        {
            if (migration.Standing is Standing.Edited && await new EditCheck(invocation).OfAsync(migration, cancellation) is Edit.Harmless)
            {
                await invocation.Migrator.RepairAsync(migration.Id.Text, cancellation: cancellation);
                repaired.Add(migration);
            }
            else if (migration.Standing is Standing.Edited or Standing.Missing or Standing.Running or Standing.Failed)
            {
                left.Add(migration);
            }
        }

        invocation.Reporter.Show(new RepairScreen(repaired, left));
        return left.Count > 0 ? ExitCode.Difference : ExitCode.Done;
    }

    private static string Text(RepairAction? action, Edit? edit) => action switch
    {
        RepairAction.ChecksumAccepted when edit is Edit.Harmless => "Only comments, whitespace or the down were changed: the edit is accepted.",
        RepairAction.ChecksumAccepted when edit is Edit.Unknown => "The edit is accepted. Git does not have what was applied, so the two were not compared.",
        RepairAction.ChecksumAccepted => "The edit is accepted.",
        RepairAction.Forgotten => "It is removed from the history. What it did stays in the database.",
        RepairAction.MarkedApplied => "It counts as applied.",
        RepairAction.MarkedPending => "It counts as not applied.",
        RepairAction.StatementDone => "The interrupted statement counts as done. The next run continues after it.",
        RepairAction.StatementPending => "The interrupted statement counts as not run. The next run begins with it.",
        _ => "It needs no repair.",
    };

    private static GodwitException Changes(MigrationStanding migration, Sql.SqlStatement change) => new(
        ErrorCode.EditedAfterApplied, $"{migration.Id} was edited so that it does something else. Git has the text that was applied.",
        $"Put it back (git log -p {migration.Source!.Path}) and make the change in a new migration; or, if the database matches the edit: godwit repair {migration.Id} --accept",
        change.Location, "Nothing was changed.");
}
