using Microsoft.Extensions.Diagnostics.HealthChecks;

namespace Godwit.Hosting;

/// <summary>
/// Whether the database is as the application needs it. Only reads, and is as good during a run of this or another instance.
/// </summary>
internal sealed class MigrationHealthCheck(ApplicationMigrations migrations) : IHealthCheck
{
    // Readers wait for a moment on an SQLite file that is being committed to; longer than that, and a run holds it.
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(2);

    public async Task<HealthCheckResult> CheckHealthAsync(HealthCheckContext context, CancellationToken cancellationToken = default)
    {
        try
        {
            var (assessment, runner) = await migrations.AssessAsync(Patience, cancellationToken);
            return Result(assessment, runner, context.Registration.FailureStatus);
        }
        catch (GodwitException busy) when (busy.Code is ErrorCode.Locked)
        {
            return HealthCheckResult.Degraded(busy.Message, busy);
        }
        catch (GodwitException failure)
        {
            return new HealthCheckResult(context.Registration.FailureStatus, failure.Message, failure);
        }
    }

    private static HealthCheckResult Result(Assessment assessment, string? runner, HealthStatus failed)
    {
        var data = Data(assessment);
        if (assessment.IsCurrent) return HealthCheckResult.Healthy(Current(assessment), data);
        var sentence = Shortfall.Sentence(assessment);
        if (assessment.IsForARun && runner is not null) return HealthCheckResult.Degraded($"{runner} is migrating the database; {sentence}", data: data);
        return assessment.IsOnlyDrifted ? HealthCheckResult.Degraded(sentence, data: data) : new HealthCheckResult(failed, sentence, data: data);
    }

    private static string Current(Assessment assessment) => assessment.Ahead.IsEmpty
        ? "The database is up to date."
        : $"The database is up to date, and ahead of this application by {assessment.Ahead.Length}.";

    private static Dictionary<string, object> Data(Assessment assessment) => new()
    {
        ["pending"] = assessment.Pending,
        ["unfinished"] = assessment.Unfinished,
        ["failed"] = assessment.Failed,
        ["drifted"] = assessment.Drifted,
        ["ahead"] = assessment.Ahead,
    };
}
