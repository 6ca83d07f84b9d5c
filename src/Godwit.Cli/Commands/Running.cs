using Godwit.Cli.Rendering;
using Godwit.Cli.Syntax;
using Godwit.Configuration;
using Godwit.Dialects;
using Godwit.Migrations;
using Godwit.Planning;
using Godwit.Safety;

namespace Godwit.Cli.Commands;

/// <summary>Goes to a target, or shows the way: what all verbs that apply or undo have in common.</summary>
internal sealed class Running(Invocation invocation)
{
    private const int Alike = 3;
    private const int Newest = 50;

    internal static Flag PretendOption() => new("--pretend") { Description = "Prints the SQL that would run, and runs nothing." };

    internal static Flag CreateDatabaseOption() => new("--create-database") { Description = "Creates the database on its server if it is missing." };

    internal static ListOption AllowOption() => new("--allow")
    {
        Description = "Allows what a safety rule refuses. May be repeated.",
        HelpName = "RULE",
    };

    internal static TextOption OutOfOrderOption() => new("--out-of-order")
    {
        Description = "allow, warn or refuse migrations that sort before applied ones.",
        HelpName = "HOW",
        Choices = ["allow", "refuse", "warn"],
    };

    /// <summary>Plans, asks where the environment wants it, runs, and shows what was done.</summary>
    internal async Task<ExitCode> GoAsync(Target target, bool forced, CancellationToken cancellation)
    {
        invocation.Reporter.Show(new RunScreen(await RunAsync(target, forced, cancellation)));
        return ExitCode.Done;
    }

    /// <summary>Plans, asks where the environment wants it, and runs.</summary>
    internal async Task<RunResult> RunAsync(Target target, bool forced, CancellationToken cancellation)
    {
        var plan = await invocation.Migrator.PlanAsync(target, cancellation);
        plan.ThrowIfForbidden();
        if (!plan.IsEmpty)
        {
            await WarnOfLossesAsync(plan, cancellation);
            await ConfirmAsync(plan, forced, cancellation);
        }
        else if (plan.Direction is Direction.Up && HasNoFiles()) invocation.Reporter.Note(Hints.NoMigrations, Style.Hint);
        return await invocation.Migrator.RunAsync(plan, cancellation);
    }

    /// <summary>Shows the SQL of the way to a target.</summary>
    internal async Task<ExitCode> PretendAsync(Target target, CancellationToken cancellation)
    {
        var plan = await invocation.Migrator.PlanAsync(target, cancellation);
        foreach (var finding in plan.Findings.Where(finding => finding.Severity is Severity.Warning))
            invocation.Reporter.Observe(new Execution.ExecutionEvent.Noticed(finding));
        invocation.Reporter.Show(new SqlScreen(await invocation.Migrator.PreviewAsync(plan, cancellation)));
        return ExitCode.Done;
    }

    /// <summary>Runs something that needs the database, offering to create it when it is missing.</summary>
    internal async Task<ExitCode> WithDatabaseAsync(bool create, Func<Task<ExitCode>> work, CancellationToken cancellation)
    {
        try
        {
            return await work();
        }
        catch (GodwitException missing) when (missing.Code is ErrorCode.DatabaseMissing && CanBeCreated)
        {
            if (!create && !await OfferAsync(cancellation)) throw Missing(missing);
            await invocation.Database.CreateAsync(cancellation);
            invocation.Reporter.Note($"Created the database {invocation.Database.Name}.");
            return await work();
        }
    }

    // an embedded database is created by the first write; where that failed, so would another attempt
    private bool CanBeCreated => invocation.Database.Dialect.Traits.DatabaseCreation is DatabaseCreation.WhenAsked;

    private async Task<bool> OfferAsync(CancellationToken cancellation) => invocation.Audience is Audience.Person
        && await new Asking(invocation).AnsweredAsync($"The database {invocation.Database.Name} does not exist. Create it?", cancellation);

    private bool HasNoFiles()
    {
        foreach (var directory in invocation.Project.MigrationDirectories)
        {
            if (Directory.EnumerateFileSystemEntries(directory).Any()) return false;
        }

        return true;
    }

    // All files are looked at before anything is applied, those too that this run would not come to; in development those that it comes to,
    // and what is wrong with one is met when its turn comes. A migration that an earlier run has left half applied is no reason to stop: the
    // run goes on with it.
    private async Task ValidateAsync(Plan plan, CancellationToken cancellation)
    {
        if (invocation.Environment.Kind is EnvironmentKind.Development)
        {
            // A long plan is for a new database: its first migrations were warned of when they were written.
            Warn(invocation.Migrator.Validate(plan with { Steps = [.. plan.Steps.TakeLast(Newest)] }));
            return;
        }

        var validation = await invocation.Migrator.ValidateAsync(cancellation: cancellation);
        if (validation.Findings.FirstOrDefault(finding => finding is { Severity: Severity.Error, Code: not ErrorCode.InDoubt }) is { } error) throw error.ToException();
        if (invocation.Environment.Kind is EnvironmentKind.Production)
            Warn(validation.Findings.Where(finding => plan.Steps.Any(step => step.Migration.Source?.Path == finding.Location?.Path) && !plan.Findings.Contains(finding)));
    }

    // Of many that say the same, the first few.
    private void Warn(IEnumerable<Finding> findings)
    {
        foreach (var alike in findings.Where(finding => finding.Severity is Severity.Warning).GroupBy(finding => finding.Code))
        {
            foreach (var finding in alike.Take(Alike)) invocation.Reporter.Observe(new Execution.ExecutionEvent.Noticed(finding));
            if (alike.Count() > Alike) invocation.Reporter.Note($"{CodeText.Of(alike.Key)}: {alike.Count() - Alike} more. godwit validate shows them.", Style.Warning);
        }
    }

    // What a person is to know before production is changed, and what no answer lets through.
    private async Task InspectAsync(Plan plan, CancellationToken cancellation)
    {
        var review = await invocation.Migrator.ReviewAsync(plan, cancellation);
        invocation.Reporter.Announce(new PlanScreen(plan, review));
        review.ThrowIfUnsafe();
        invocation.Reporter.LogStatements();
    }

    private static GodwitException Missing(GodwitException missing) =>
        new(missing.Code, missing.Message, "Create it with --create-database, or name another one.", inner: missing, state: "Nothing was changed.");

    // Where undoing is an everyday matter, nobody wants to read each time that a dropped table is gone.
    private async Task WarnOfLossesAsync(Plan plan, CancellationToken cancellation)
    {
        if (plan.Direction is Direction.Up || Confirmations.Needed(Hazard.Undoes, invocation.Environment.Kind) is Confirmation.None) return;
        foreach (var loss in await invocation.Migrator.LossesAsync(plan, cancellation)) invocation.Reporter.Observe(new Execution.ExecutionEvent.Noticed(loss));
    }

    private async Task ConfirmAsync(Plan plan, bool forced, CancellationToken cancellation)
    {
        var undoes = plan.Direction is Direction.Down;
        if (!undoes) await ValidateAsync(plan, cancellation);
        var hazard = undoes ? Hazard.Undoes : Hazard.Applies;
        if (invocation.Environment.Kind is EnvironmentKind.Production) await InspectAsync(plan, cancellation);
        else if (Confirmations.Needed(hazard, invocation.Environment.Kind) is not Confirmation.None && !forced)
            invocation.Reporter.Announce(new PlanScreen(plan, SafetyReview.Nothing));
        var what = $"{(undoes ? "undo" : "apply")} {Counting.Of(plan.Steps.Length, "migration")}";
        await new Asking(invocation).ConfirmAsync(what, hazard, forced, null, cancellation);
    }
}
