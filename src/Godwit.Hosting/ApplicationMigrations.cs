using Godwit.Configuration;
using Godwit.Planning;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;

namespace Godwit.Hosting;

/// <summary>An application's migrations: applied, or looked at, as its options say.</summary>
internal sealed class ApplicationMigrations(
    GodwitOptions options, IServiceProvider services, Lazy<Database> database, IHostEnvironment host, ILoggerFactory loggers, Measures measures)
{
    private readonly ILogger log = loggers.CreateLogger(GodwitTelemetry.LogCategory);

    /// <summary>What the application's environment asks for.</summary>
    internal DeploymentEnvironment Environment
    {
        get
        {
            var configured = (services.GetService(typeof(IConfiguration)) as IConfiguration)?["GODWIT_ENV"];
            var name = options.Environment ?? (string.IsNullOrWhiteSpace(configured) ? host.EnvironmentName : configured);
            var environment = DeploymentEnvironment.Parse(name);
            return options.EnvironmentKind is { } kind ? environment with { Kind = kind } : environment;
        }
    }

    /// <summary>What a migrator of this application works with.</summary>
    internal MigratorOptions MigratorOptions => options.Change(new MigratorOptions
    {
        Root = host.ContentRootPath,
        Directories = [.. options.Directories],
        Assemblies = [.. options.Assemblies],
        Environment = Environment.Name,
        OutOfOrder = Environment.Kind is EnvironmentKind.Production ? OutOfOrder.Refuse : OutOfOrder.Warn,
        Clock = services.GetService(typeof(TimeProvider)) as TimeProvider ?? TimeProvider.System,
    });

    /// <summary>Applies what is pending.</summary>
    /// <exception cref="GodwitException">The database did not answer in time, or a migration failed or must not be applied.</exception>
    internal async Task<RunResult> MigrateAsync(CancellationToken cancellation)
    {
        using var observation = new RunObservation(log, measures, database.Value, StatementLevel);
        try
        {
            return await new Patience(options.StartTimeout, log).UntilReachableAsync(
                database.Value, () => RunAsync(observation, cancellation), cancellation);
        }
        catch (Exception failure)
        {
            observation.Fail(failure);
            throw;
        }
    }

    /// <summary>Ends well when nothing is pending, half applied or drifted. A run that is under way is waited for.</summary>
    /// <exception cref="GodwitException">The database did not answer in time, or is not as the application needs it.</exception>
    internal async Task VerifyAsync(CancellationToken cancellation)
    {
        var patience = new Patience(options.StartTimeout, log);
        try
        {
            await patience.UntilReachableAsync(database.Value, () => VerifyAsync(patience, cancellation), cancellation);
        }
        catch (GodwitException failure)
        {
            log.Failed(failure);
            throw;
        }
    }

    /// <summary>How the database stands, and who is migrating it; null when nobody is, as far as can be told.</summary>
    /// <param name="patience">How long to wait for a busy database.</param>
    /// <param name="cancellation">Cancels the reading.</param>
    internal async Task<(Assessment Assessment, string? Runner)> AssessAsync(TimeSpan patience, CancellationToken cancellation)
    {
        await using var migrator = new Migrator(database.Value, MigratorOptions with { LockTimeout = patience, OnEvent = null });
        var assessment = Assessment.Of(await migrator.SurveyAsync(cancellation));
        measures.Pending(assessment.Pending.Length, database.Value.Dialect.Name);
        var holder = assessment.IsForARun ? await migrator.LockHolderAsync(cancellation) : null;
        return (assessment, holder?.Owner);
    }

    private LogLevel StatementLevel => Environment.Kind is EnvironmentKind.Production ? LogLevel.Information : LogLevel.Debug;

    private async Task<RunResult> RunAsync(RunObservation observation, CancellationToken cancellation)
    {
        var configured = MigratorOptions;
        await using var migrator = new Migrator(database.Value, configured with { OnEvent = configured.OnEvent + observation.Observe });
        var plan = await migrator.PlanAsync(new Target.Head(), cancellation);
        if (plan.IsEmpty && plan.Findings.Any(finding => finding.Code is ErrorCode.AppliedButMissing))
        {
            var assessment = Assessment.Of(await migrator.SurveyAsync(cancellation));
            if (assessment.IsCurrent) return NothingToDo(plan, assessment);
        }

        if (Environment.Kind is EnvironmentKind.Production) await RequireSafeAsync(migrator, plan, cancellation);
        var result = await migrator.RunAsync(plan, cancellation);
        measures.Pending(0, database.Value.Dialect.Name);
        if (result.Completed.IsEmpty) log.UpToDate(database.Value.Description);
        else log.RunCompleted(database.Value.Description, result.Completed.Length);
        return result;
    }

    // What is run afterwards is what was reviewed, or less: a run does nothing that its plan does not hold.
    private async Task RequireSafeAsync(Migrator migrator, Plan plan, CancellationToken cancellation)
    {
        plan.ThrowIfForbidden();
        var review = await migrator.ReviewAsync(plan, cancellation);
        foreach (var finding in review.Findings.Where(finding => finding.AllowedBecause is null))
            log.Noticed($"{finding.Migration}: {finding.Message} ({finding.Rule}, {finding.Title})", finding.Remedy);
        try
        {
            review.ThrowIfUnsafe();
        }
        catch (GodwitException refusal)
        {
            throw new GodwitException(refusal.Code, refusal.Message,
                $"In production an application applies by itself only what is safe. Apply this before it starts: godwit migrate shows the plan and asks. {refusal.Remedy}",
                refusal.Location, refusal.State, refusal);
        }
    }

    // An older instance that starts again beside newer ones: it has nothing to apply, and what it does not know it need not have.
    private RunResult NothingToDo(Plan plan, Assessment assessment)
    {
        measures.Pending(0, database.Value.Dialect.Name);
        log.Ahead(database.Value.Description, assessment.Ahead.Length, assessment.Ahead[^1]);
        return new RunResult(plan, [], null);
    }

    private async Task<bool> VerifyAsync(Patience patience, CancellationToken cancellation)
    {
        while (true)
        {
            var (assessment, runner) = await AssessAsync(options.StartTimeout, cancellation);
            if (assessment.IsCurrent)
            {
                if (assessment.Ahead.IsEmpty) log.UpToDate(database.Value.Description);
                else log.Ahead(database.Value.Description, assessment.Ahead.Length, assessment.Ahead[^1]);
                return true;
            }

            if (runner is null || patience.IsOver) throw Shortfall.Of(assessment, database.Value.Description);
            log.WaitingForRun(database.Value.Description, runner);
            await patience.PauseAsync(cancellation);
        }
    }
}
