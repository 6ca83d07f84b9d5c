using System.Diagnostics;
using System.Diagnostics.Metrics;

namespace Godwit.Hosting;

/// <summary>The instruments of Godwit's meter; docs/hosting.md lists them.</summary>
internal sealed class Measures
{
    private readonly Histogram<double> migrationDuration;
    private readonly Histogram<double> lockWait;
    private readonly Gauge<int> pending;

    /// <param name="factory">The application's; without one, a meter of our own.</param>
    public Measures(IMeterFactory? factory = null)
    {
        var meter = factory?.Create(GodwitTelemetry.Meter) ?? new Meter(GodwitTelemetry.Meter);
        migrationDuration = meter.CreateHistogram<double>("godwit.migration.duration", "s", "How long a migration took to be applied, or to fail.");
        lockWait = meter.CreateHistogram<double>("godwit.lock.wait.duration", "s", "How long a run waited while another one held the lock.");
        pending = meter.CreateGauge<int>("godwit.migrations.pending", "{migration}", "Migrations that were not applied when the database was last looked at.");
    }

    internal void Migrated(TimeSpan elapsed, string database, string outcome) => migrationDuration.Record(
        elapsed.TotalSeconds,
        new TagList { { "db.system.name", database }, { "godwit.outcome", outcome } });

    internal void Waited(TimeSpan elapsed, string database) => lockWait.Record(elapsed.TotalSeconds, new TagList { { "db.system.name", database } });

    internal void Pending(int count, string database) => pending.Record(count, new TagList { { "db.system.name", database } });
}
