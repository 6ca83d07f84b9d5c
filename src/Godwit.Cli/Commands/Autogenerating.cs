using Godwit.Cli.Rendering;
using Godwit.Cli.Syntax;
using Godwit.Comparison;
using Godwit.Drift;
using Godwit.Migrations;
using Godwit.Planning;
using Godwit.Schema;

namespace Godwit.Cli.Commands;

/// <summary>Writes the migration that makes the database what the models say: the options for it, and the writing.</summary>
internal sealed class Autogenerating
{
    private readonly Flag auto = new("--auto", "--autogenerate") { Description = "Writes the difference between the models and the database." };

    private readonly TextOption from = new("--from")
    {
        Description = "With --auto: compares with the database (default), or with the migrations, replayed on an empty one.",
        HelpName = "WHAT",
        Choices = ["database", "migrations"],
    };

    private readonly ListOption renames = new("--rename")
    {
        Description = "With --auto: a rename: old:new for a table, posts.old:new for a column.",
        HelpName = "OLD:NEW",
    };

    /// <summary>The options.</summary>
    internal Option[] Options => [auto, from, renames];

    /// <summary>Whether it was asked for.</summary>
    internal bool IsWanted(Invocation invocation) => invocation.Value(auto);

    /// <summary>Refuses the options that only mean something with it.</summary>
    internal void RequireUnused(Invocation invocation)
    {
        if (invocation.Has(from)) throw Unused(from);
        if (invocation.Has(renames)) throw Unused(renames);
    }

    private static GodwitException Unused(Option option) => new(ErrorCode.Usage, $"{option.Name} means something with --auto only.", "Add --auto, or leave it out.");

    /// <summary>Writes it, if there is anything to write.</summary>
    internal async Task<ExitCode> RunAsync(Invocation invocation, NewFile file, string words, CancellationToken cancellation)
    {
        var models = ProjectModels.Require(invocation.Project);
        models.Read(invocation.Database.Dialect.Name);      // what is wrong with them is said before anything is connected to
        var states = new SchemaStates(invocation.Database, invocation.MigratorOptions);
        var replays = invocation.Value(from) == "migrations";
        if (!replays) await RequireNonePendingAsync(invocation, cancellation);
        var before = replays ? await states.ReplayAsync(new Target.Head(), models, cancellation) : await states.ReadLiveAsync(models, cancellation);
        var given = invocation.Value(renames).Select(text => RenameText.Parse(text, before.Schema)).ToValueList();
        var (difference, wanted) = await CompareAsync(invocation, states, models, before, new RenameDecisions(given, []), cancellation);
        if (difference.Operations.Count == 0)
        {
            foreach (var change in difference.Unsupported) invocation.Reporter.Note($"warning: {change.Problem} {change.Advice}", Style.Warning);
            if (wanted.Unread.Count > 0) invocation.Reporter.Note($"Not read from the models: {string.Join("; ", wanted.Unread)}.", Style.Hint);
            invocation.Reporter.Show(new MessageScreen($"Nothing to do: the {(replays ? "migrations match" : "database matches")} the models.", ("changed", "false")));
            return ExitCode.Done;
        }

        var migration = new GeneratedMigration(invocation.Database.Dialect, before, difference, wanted.Undecided);
        var written = file.Create(invocation, new NewMigration(words), migration);
        invocation.Reporter.Show(new GeneratedScreen(written, Path.GetRelativePath(invocation.Directory, written), difference, wanted.Undecided, wanted.Unread));
        return ExitCode.Done;
    }

    private static async Task<(SchemaDifference Difference, ModelState Wanted)> CompareAsync(
        Invocation invocation, SchemaStates states, SchemaSource.Models models, SchemaState before, RenameDecisions decisions, CancellationToken cancellation)
    {
        while (true)
        {
            var wanted = await states.ReadModelsAsync(models, before, decisions, cancellation);
            var difference = wanted.From(before.Schema);
            if (difference.Unanswered.Count == 0) return (difference, wanted);
            if (invocation.Audience is Audience.Program) throw RenameText.Unanswered(difference.Unanswered);
            foreach (var unanswered in difference.Unanswered)
            {
                var isRenamed = await new Asking(invocation).AnsweredAsync(RenameText.Question(unanswered), cancellation);
                decisions = isRenamed
                    ? decisions with { Accepted = decisions.Accepted.Add(unanswered.Rename) }
                    : decisions with { Refused = decisions.Refused.Add(unanswered.Rename) };
            }
        }
    }

    // What a pending migration does would be found missing, and written a second time.
    private static async Task RequireNonePendingAsync(Invocation invocation, CancellationToken cancellation)
    {
        var pending = await invocation.Migrator.PendingAsync(cancellation);
        if (pending.Count == 0) return;
        throw new GodwitException(
            ErrorCode.Pending, $"{Counting.Of(pending.Count, "migration")} not applied yet, so the models cannot be compared with the database: {pending[0].Id} …",
            "Apply them first with godwit migrate, or compare with the migrations: --from migrations", state: "Nothing was written.");
    }
}
