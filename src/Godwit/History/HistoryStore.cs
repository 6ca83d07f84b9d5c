using System.Collections.Immutable;
using System.Data.Common;
using System.Globalization;
using Godwit.Dialects;
using Godwit.Migrations;

namespace Godwit.History;

/// <summary>Reads the history and the journal of one database.</summary>
internal sealed class HistoryStore(Dialect dialect, BookkeepingTables tables)
{
    /// <summary>The statements about them.</summary>
    internal HistorySql Sql { get; } = new(dialect, tables);

    /// <summary>Reads the history in one query. A missing table is an empty history.</summary>
    /// <exception cref="GodwitException">The table belongs to another tool, or was written by a newer Godwit.</exception>
    internal async Task<HistorySnapshot> ReadAsync(DatabaseSession session, CancellationToken cancellation)
    {
        var rows = ImmutableArray.CreateBuilder<AppliedMigration>();
        try
        {
            await session.QueryAsync(Sql.Read, reader => rows.Add(Row(reader)), cancellation);
        }
        catch (StatementException failure) when (failure.Error.Kind is DatabaseErrorKind.UndefinedTable)
        {
            return HistorySnapshot.Empty;
        }
        catch (StatementException failure) when (failure.Error.Kind is DatabaseErrorKind.UndefinedColumn)
        {
            throw await ForeignAsync(session, cancellation);
        }

        if (IsUnsettled(rows)) await MarkBeingUndoneAsync(session, rows, cancellation);
        return new HistorySnapshot(Installed: true, rows.DrainToImmutable());
    }

    // A run is inside a migration or stopped there. Otherwise the read is one query.
    private static bool IsUnsettled(ImmutableArray<AppliedMigration>.Builder rows)
    {
        foreach (var row in rows)
        {
            if (row.State is not MigrationState.Applied) return true;
        }

        return false;
    }

    private async Task MarkBeingUndoneAsync(DatabaseSession session, ImmutableArray<AppliedMigration>.Builder rows, CancellationToken cancellation)
    {
        var undone = new HashSet<string>();
        await session.QueryAsync(Sql.ReadBeingUndone, reader => undone.Add(reader.GetString(0)), cancellation);
        for (var i = 0; i < rows.Count; i++)
        {
            if (rows[i].State is not MigrationState.Applied && undone.Contains(rows[i].Id)) rows[i] = rows[i] with { IsBeingUndone = true };
        }
    }

    /// <summary>Creates the tables that are missing. Several runners may do so at once.</summary>
    internal async Task InstallAsync(DatabaseSession session, CancellationToken cancellation)
    {
        const int Attempts = 5;
        for (var attempt = 1; ; attempt++)
        {
            try
            {
                await session.RunAsync(Sql.CreateTables(), SilentObserver.Instance, cancellation);
                await AddLockRowAsync(session, cancellation);
                return;
            }
            catch (StatementException failure) when (failure.Error.Kind is DatabaseErrorKind.AlreadyExists && attempt < Attempts)
            {
                // Another runner creates them in this moment; IF NOT EXISTS does not exclude that on PostgreSQL (23505, 42P07, 42710).
            }
        }
    }

    // Looked for by itself: an INSERT on a condition waits for the run that has the row locked, however long that runs
    // (MySQL manual, "Locks Set by Different SQL Statements in InnoDB").
    private async Task AddLockRowAsync(DatabaseSession session, CancellationToken cancellation)
    {
        if (await session.ScalarAsync(Sql.FindLockRow, cancellation) is not null) return;
        try
        {
            await session.RunAsync([Sql.AddLockRow], SilentObserver.Instance, cancellation);
        }
        catch (StatementException)
        {
            // another runner may have added it in this moment
            if (await session.ScalarAsync(Sql.FindLockRow, cancellation) is null) throw;
        }
    }

    /// <summary>The SQL that undoes a migration, as it was when it was applied; null when none was kept.</summary>
    internal Task<string?> ReadDownSqlAsync(DatabaseSession session, string id, CancellationToken cancellation) =>
        session.ScalarAsync(Sql.ReadDownSql(id), cancellation);

    /// <summary>The journaled steps of a migration, in order.</summary>
    internal async Task<ImmutableArray<JournalEntry>> ReadJournalAsync(
        DatabaseSession session, string id, Direction direction, CancellationToken cancellation)
    {
        var entries = ImmutableArray.CreateBuilder<JournalEntry>();
        await session.QueryAsync(Sql.ReadJournal(id, direction), reader => entries.Add(Entry(reader)), cancellation);
        return entries.DrainToImmutable();

        JournalEntry Entry(DbDataReader reader) => new(
            id, direction, (int)Number(reader, 0), reader.GetString(1), State<StepState>(reader.GetString(2)), Text(reader, 3))
        {
            Position = reader.IsDBNull(4) ? null : Number(reader, 4),
        };
    }

    private static AppliedMigration Row(DbDataReader reader)
    {
        var version = reader.GetString(8);
        if (GodwitVersion.IsNewer(version)) throw Newer(version);
        return new AppliedMigration
        {
            Sequence = Number(reader, 0),
            Id = reader.GetString(1),
            Batch = (int)Number(reader, 2),
            ExecutedAt = Moment(reader.GetString(3)),
            Checksum = reader.GetString(4),
            State = State<MigrationState>(reader.GetString(5)),
            Duration = reader.IsDBNull(6) ? null : TimeSpan.FromMilliseconds(Number(reader, 6)),
            AppliedBy = Text(reader, 7),
            GodwitVersion = version,
            HasDownSql = Number(reader, 9) != 0,
        };
    }

    private async Task<GodwitException> ForeignAsync(DatabaseSession session, CancellationToken cancellation)
    {
        var columns = new List<string>();
        await using (var command = session.Connection.CreateCommand())
        {
            command.CommandText = Sql.ReadNothing;
            await using var reader = await command.ExecuteReaderAsync(cancellation);
            for (var i = 0; i < reader.FieldCount; i++) columns.Add(reader.GetName(i));
        }

        return ForeignTable.Describe(tables.History, columns);
    }

    private static GodwitException Newer(string version) => new(
        ErrorCode.NewerHistory,
        $"The history was written by Godwit {version}; this is Godwit {GodwitVersion.Current}, which may misread it.",
        "Update the command (dotnet tool update Godwit.Tool) or the Godwit packages of the application, then try again.");

    // 64-bit, 32-bit and boolean integers come as different CLR types from different drivers.
    private static long Number(DbDataReader reader, int column) => Convert.ToInt64(reader.GetValue(column), CultureInfo.InvariantCulture);

    private static string? Text(DbDataReader reader, int column) => reader.IsDBNull(column) ? null : reader.GetString(column);

    private static DateTimeOffset Moment(string text) =>
        DateTimeOffset.Parse(text, CultureInfo.InvariantCulture, DateTimeStyles.AssumeUniversal | DateTimeStyles.AdjustToUniversal);

    private static T State<T>(string name)
        where T : struct, Enum => Enum.TryParse<T>(name, ignoreCase: true, out var state)
            ? state
            : throw new GodwitException(ErrorCode.NewerHistory, $"The history holds the state '{name}', which this Godwit does not know.",
                "Update Godwit, then try again.");
}
