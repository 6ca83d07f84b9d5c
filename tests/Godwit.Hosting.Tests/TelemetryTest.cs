using System.Collections.Concurrent;
using System.Diagnostics;
using System.Diagnostics.Metrics;
using Godwit.Dialects;
using Godwit.Sqlite.Tests;
using Microsoft.Extensions.Hosting;
using Xunit;

namespace Godwit.Hosting.Tests;

/// <summary>The names under which a run is traced and measured are those that docs/hosting.md lists.</summary>
public sealed class TelemetryTest : HostingSpecification<SqliteProduct>
{
    [Fact]
    public async Task A_run_is_one_activity_with_one_in_it_for_each_migration()
    {
        var ended = new ConcurrentQueue<Activity>();
        using var listener = new ActivityListener
        {
            ShouldListenTo = source => source.Name == GodwitTelemetry.ActivitySource,
            Sample = (ref ActivityCreationOptions<ActivityContext> _) => ActivitySamplingResult.AllData,
            ActivityStopped = ended.Enqueue,
        };
        ActivitySource.AddActivityListener(listener);
        using var mine = new Activity("test").Start();
        WriteTwoMigrations();
        Project.Write("003_mistake.sql", "INSERT INTO nowhere VALUES (1);\n");

        await NewApplication().FailToStartAsync();

        // other tests run beside this one
        var activities = ended.Where(activity => activity.TraceId == mine.TraceId).ToArray();
        var run = Assert.Single(activities, activity => activity.OperationName == "godwit migrate");
        Assert.Equal("sqlite", run.GetTagItem("db.system.name"));
        Assert.Equal(ActivityStatusCode.Error, run.Status);
        var migrations = activities.Where(activity => activity.OperationName == "godwit migration").ToArray();
        Assert.Equal(["001_create_birds", "002_create_nests", "003_mistake"], migrations.Select(one => one.GetTagItem("godwit.migration")));
        Assert.All(migrations, migration => Assert.Equal(run.SpanId, migration.ParentSpanId));
        Assert.Equal([ActivityStatusCode.Unset, ActivityStatusCode.Unset, ActivityStatusCode.Error], migrations.Select(one => one.Status));
    }

    [Fact]
    public async Task Durations_and_what_is_pending_are_measured()
    {
        WriteTwoMigrations();
        var application = NewApplication(options => options.AtStart = AtStart.Nothing);
        var measured = new ConcurrentQueue<string>();
        using var listener = new MeterListener();
        listener.InstrumentPublished = (instrument, it) =>
        {
            // the application's own meter, not that of another test
            if (instrument.Meter.Name == GodwitTelemetry.Meter && ReferenceEquals(instrument.Meter.Scope, application.Services.GetService(typeof(IMeterFactory))))
                it.EnableMeasurementEvents(instrument);
        };
        listener.SetMeasurementEventCallback<double>((instrument, _, tags, _) => measured.Enqueue($"{instrument.Name} {Tags(tags)}"));
        listener.SetMeasurementEventCallback<int>((instrument, value, tags, _) => measured.Enqueue($"{instrument.Name} {value} {Tags(tags)}"));
        listener.Start();

        await application.StartAsync();
        await application.HealthAsync();
        await application.Host.MigrateAsync();

        Assert.Equal(
            [
                "godwit.migrations.pending 2 db.system.name=sqlite",
                "godwit.migration.duration db.system.name=sqlite godwit.outcome=applied",
                "godwit.migration.duration db.system.name=sqlite godwit.outcome=applied",
                "godwit.migrations.pending 0 db.system.name=sqlite",
            ],
            measured);
    }

    protected override void Use(IDatabaseChoice choice, string connection) => choice.UseSqlite(connection);

    private static string Tags(ReadOnlySpan<KeyValuePair<string, object?>> tags) =>
        string.Join(' ', tags.ToArray().Select(tag => $"{tag.Key}={tag.Value}"));
}
