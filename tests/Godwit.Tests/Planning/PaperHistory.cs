using System.Collections.Immutable;
using Godwit.Configuration;
using Godwit.History;
using Godwit.Migrations;
using Godwit.Planning;
using Godwit.Sqlite;
using Godwit.Tests.Migrations;

namespace Godwit.Tests.Planning;

/// <summary>Files beside a history that was never in a database.</summary>
internal sealed class PaperHistory : IDisposable
{
    private readonly TemporaryProject project = new();
    private readonly List<AppliedMigration> rows = [];

    internal string Environment { get; init; } = "development";

    public void Dispose() => project.Dispose();

    /// <summary>Writes a migration's file; the file's name without its ending is the id.</summary>
    internal PaperHistory File(string id, string content = "-- UP\nSELECT 1;\n-- DOWN\nSELECT 2;")
    {
        project.Write(id + ".sql", content);
        return this;
    }

    /// <summary>Adds a row for a migration, with the checksum of its file as it is now, if there is one.</summary>
    internal PaperHistory Row(string id, int batch, Func<AppliedMigration, AppliedMigration>? change = null)
    {
        var source = project.Read().Find(new MigrationId(id));
        var row = new AppliedMigration
        {
            Sequence = rows.Count + 1,
            Id = id,
            Batch = batch,
            ExecutedAt = DateTimeOffset.UnixEpoch,
            Checksum = source?.ComputeChecksum(SqliteDialect.Instance.Splitter).Text ?? "sha256:0",
            State = MigrationState.Applied,
            GodwitVersion = "0.1.0",
            HasDownSql = false,
        };
        rows.Add(change is null ? row : change(row));
        return this;
    }

    internal Survey Survey() => new Surveyor(
        project.Read(), SqliteDialect.Instance.Splitter, ImmutableDictionary<string, string>.Empty, Environment).Survey(new HistorySnapshot(true, [.. rows]));

    internal Plan Plan(Target target, OutOfOrder outOfOrder = OutOfOrder.Warn) => Planner.Plan(Survey(), target, outOfOrder);

    /// <summary>The steps of a plan as text: id and action.</summary>
    internal string[] Steps(Target target) => [.. Plan(target).Steps.Select(step => $"{step.Id} {step.Action}")];
}
