using Godwit.Cli.Rendering;
using Godwit.Cli.Syntax;
using Godwit.Planning;

namespace Godwit.Cli.Commands;

/// <summary>Makes the history agree with what a person knows.</summary>
internal sealed class RepairCommand : Verb
{
    private readonly Flag done = new("--done") { Description = "What was left half done is there." };
    private readonly Flag retry = new("--retry") { Description = "Nothing of what was left half done is there." };
    private readonly Flag accept = new("--accept") { Description = "Accepts an edit though it changes what the migration does: the database has it in another way." };

    internal override Option[] Options => [done, retry, accept];

    internal override Argument Argument => new("REV", WordCount.OneOrNone, "The migration: its id, a part of it, its version or its name. If not said: all whose edits are shown to be harmless.");

    internal override (string Line, string Meaning)[] Examples =>
    [
        ("godwit repair", "Accepts edits of comments and blanks, by the texts that git has, and lists what else is wrong."),
        ("godwit repair 003_add_index", "Accepts an edited file, or forgets one that is gone."),
        ("godwit repair 003_add_index --retry", "The statement that was cut off did nothing: run it again."),
    ];

    internal override async Task<ExitCode> RunAsync(Invocation invocation, CancellationToken cancellation)
    {
        if (invocation.Value(done) && invocation.Value(retry)) throw new GodwitException(ErrorCode.Usage, "--done and --retry exclude each other.", "Leave one out.");
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
        RepairAction.ChecksumAccepted when edit is Edit.Harmless => "Only comments, blanks or the down were changed: the file is accepted as what was applied.",
        RepairAction.ChecksumAccepted when edit is Edit.Unknown => "The file is accepted as what was applied. What was applied is not in git, so nobody has compared the two.",
        RepairAction.ChecksumAccepted => "The file is accepted as what was applied.",
        RepairAction.Forgotten => "It is taken out of the history. What it did stays in the database.",
        RepairAction.MarkedApplied => "It counts as applied.",
        RepairAction.MarkedPending => "It counts as not applied.",
        RepairAction.StatementDone => "The statement that a run was cut off in counts as done. The next run goes on after it.",
        RepairAction.StatementPending => "The statement that a run was cut off in counts as not run. The next run begins with it.",
        _ => "There is nothing to repair about it.",
    };

    private static GodwitException Changes(MigrationStanding migration, Sql.SqlStatement change) => new(
        ErrorCode.EditedAfterApplied, $"{migration.Id} does something else since it was edited; git has the text that was applied.",
        $"Put it back (git log -p {migration.Source!.Path}) and make the change in a new migration; or, if the database has it all the same: godwit repair {migration.Id} --accept",
        change.Location, "Nothing was changed.");
}
