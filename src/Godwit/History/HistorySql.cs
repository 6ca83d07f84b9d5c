using System.Collections.Immutable;
using System.Globalization;
using Godwit.Dialects;
using Godwit.Migrations;
using Godwit.Sql;

namespace Godwit.History;

/// <summary>Every statement about the history and the journal, in a dialect's SQL.</summary>
internal sealed class HistorySql
{
    private readonly Dialect dialect;
    private readonly DialectTraits traits;
    private readonly string history;
    private readonly string journal;
    private readonly string runLock;
    private readonly ScriptValues? values;

    internal HistorySql(Dialect dialect, BookkeepingTables tables, ScriptValues? values = null)
    {
        this.dialect = dialect;
        this.values = values;
        traits = dialect.Traits;
        history = dialect.QuoteQualified(tables.History);
        journal = dialect.QuoteQualified(tables.Journal);
        runLock = dialect.QuoteQualified(tables.Lock);
    }

    /// <summary>Reads the history in the order of application.</summary>
    internal string Read =>
        $"SELECT id, migration, batch, {AsText("executed_at")}, checksum, state, duration_ms, applied_by, godwit_version, " +
        $"CASE WHEN down_sql IS NULL THEN 0 ELSE 1 END FROM {history} ORDER BY id";

    /// <summary>The history table, quoted.</summary>
    internal string Table => history;

    /// <summary>The condition that some migration is half done.</summary>
    internal string AnyHalfDone => $"EXISTS (SELECT 1 FROM {history} WHERE state <> {Name(MigrationState.Applied)})";

    /// <summary>Adds the lock's row where it is not there, in one statement: for a script, which no other run is waited for in.</summary>
    internal SqlStatement AddLockRowIfMissing => new($"INSERT INTO {runLock} (id, token, hb) SELECT 1, 0, 0 WHERE NOT EXISTS (SELECT 1 FROM {runLock})");

    /// <summary>Reads no row: for the names of the columns of a table that is not ours.</summary>
    internal string ReadNothing => $"SELECT * FROM {history} WHERE 1 = 0";

    internal ImmutableArray<SqlStatement> CreateTables() =>
    [
        new($"""
            CREATE TABLE IF NOT EXISTS {history} (
                id {traits.GeneratedKey},
                migration varchar(255) NOT NULL UNIQUE,
                batch integer NOT NULL,
                executed_at {traits.TimestampType} NOT NULL,
                checksum varchar(128) NOT NULL,
                state varchar(16) NOT NULL,
                duration_ms bigint,
                applied_by varchar(255),
                godwit_version varchar(32) NOT NULL,
                down_sql {traits.TextType}
            ){traits.TableOptions}
            """),
        new($"""
            CREATE TABLE IF NOT EXISTS {runLock} (
                id integer PRIMARY KEY,
                token bigint NOT NULL,
                owner varchar(255),
                hb bigint NOT NULL,
                UNIQUE (id, token)
            ){traits.TableOptions}
            """),
        new($"""
            CREATE TABLE IF NOT EXISTS {journal} (
                migration varchar(255) NOT NULL,
                kind varchar(8) NOT NULL,
                idx integer NOT NULL,
                hash varchar(128) NOT NULL,
                state varchar(16) NOT NULL,
                token bigint NOT NULL,
                started {traits.TimestampType} NOT NULL,
                finished {traits.TimestampType},
                via varchar(32),
                position bigint,
                error {traits.TextType},
                PRIMARY KEY (migration, kind, idx)
            ){traits.TableOptions}
            """),
    ];

    /// <summary>Yields the id of the lock's row, if it is there.</summary>
    internal string FindLockRow => $"SELECT id FROM {runLock}";

    internal SqlStatement AddLockRow => new($"INSERT INTO {runLock} (id, token, hb) VALUES (1, 0, 0)");

    internal string ReadDownSql(string id) => $"SELECT down_sql FROM {history} WHERE migration = {Text(id)}";

    /// <summary>The ids of the migrations that a rollback has begun and not finished.</summary>
    internal string ReadBeingUndone => $"SELECT DISTINCT migration FROM {journal} WHERE kind = {Kind(Direction.Down)}";

    internal string ReadJournal(string id, Direction direction) =>
        $"SELECT idx, hash, state, error, position FROM {journal} WHERE {Of(id, direction)} ORDER BY idx";

    /// <summary>Records a migration that has just been applied. The elapsed time is an expression or a number.</summary>
    internal SqlStatement RecordApplied(HistoryRecord record, string milliseconds) => Insert(record, MigrationState.Applied, milliseconds);

    internal SqlStatement RecordRunning(HistoryRecord record) => Insert(record, MigrationState.Running, "NULL");

    internal SqlStatement MarkState(string id, MigrationState state) =>
        new($"UPDATE {history} SET state = {Name(state)} WHERE migration = {Text(id)}");

    internal SqlStatement MarkApplied(HistoryRecord record, string milliseconds) => new(
        $"UPDATE {history} SET batch = {Batch(record)}, executed_at = {traits.UtcNow}, checksum = {Text(record.Checksum)}, " +
        $"state = {Name(MigrationState.Applied)}, duration_ms = {milliseconds}, applied_by = {AppliedBy(record)}, " +
        $"godwit_version = {Text(record.GodwitVersion)}, down_sql = {Text(record.DownSql)} WHERE migration = {Text(record.Id)}");

    /// <summary>
    /// Puts a baseline into the place of the migrations that it stands for: into the row of the last of them, so that it keeps its place in
    /// the order of application and its batch.
    /// </summary>
    internal SqlStatement[] Succeed(HistoryRecord record, IReadOnlyCollection<string> replaced)
    {
        var ids = string.Join(", ", replaced.Select(Text));
        return
        [
            // MySQL does not read the table that it updates, unless by way of a derived one (manual, "Restrictions on Subqueries")
            new($"UPDATE {history} SET migration = {Text(record.Id)}, checksum = {Text(record.Checksum)}, applied_by = {Text(record.AppliedBy)}, "
                + $"godwit_version = {Text(record.GodwitVersion)}, down_sql = {Text(record.DownSql)} "
                + $"WHERE id = (SELECT newest FROM (SELECT MAX(id) AS newest FROM {history} WHERE migration IN ({ids})) AS last)"),
            new($"DELETE FROM {history} WHERE migration IN ({ids})"),
            new($"DELETE FROM {journal} WHERE migration IN ({ids})"),
        ];
    }

    internal SqlStatement SetChecksum(string id, string checksum) =>
        new($"UPDATE {history} SET checksum = {Text(checksum)} WHERE migration = {Text(id)}");

    /// <summary>The condition that a migration is in the history, with a checksum if one is given.</summary>
    internal string IsApplied(string id, string? checksum = null) =>
        $"EXISTS (SELECT 1 FROM {history} WHERE migration = {Text(id)}{(checksum is null ? "" : $" AND checksum = {Text(checksum)}")})";

    /// <summary>The number of some migrations that are in the history.</summary>
    internal string CountThere(IEnumerable<string> ids) => $"(SELECT COUNT(*) FROM {history} WHERE migration IN ({string.Join(", ", ids.Select(Text))}))";

    /// <summary>The number of some migrations that are applied, whole.</summary>
    internal string CountApplied(IEnumerable<string> ids) =>
        $"(SELECT COUNT(*) FROM {history} WHERE state = {Name(MigrationState.Applied)} AND migration IN ({string.Join(", ", ids.Select(Text))}))";

    internal SqlStatement Remove(string id) => new($"DELETE FROM {history} WHERE migration = {Text(id)}");

    internal SqlStatement ForgetJournal(string id) => new($"DELETE FROM {journal} WHERE migration = {Text(id)}");

    /// <summary>
    /// Notes that a step begins or, inside the step's own transaction, that it is done. The token comes out of the lock's row,
    /// so that a run which lost the lock finds NULL there and is refused by the column's NOT NULL.
    /// </summary>
    internal SqlStatement Journal(JournalEntry entry, long token) => Journal(entry, $" AND token = {Number(token)}");

    /// <summary>The same for a script, which holds no lock.</summary>
    internal SqlStatement Journal(JournalEntry entry) => Journal(entry, "");

    private SqlStatement Journal(JournalEntry entry, string fence)
    {
        var finished = entry.State is StepState.Done ? traits.UtcNow : "NULL";
        return new SqlStatement(
            $"INSERT INTO {journal} (migration, kind, idx, hash, state, token, started, finished) VALUES ({Text(entry.Migration)}, " +
            $"{Kind(entry.Direction)}, {Number(entry.Index)}, {Text(entry.Hash)}, {Name(entry.State)}, " +
            $"(SELECT token FROM {runLock} WHERE id = 1{fence}), {traits.UtcNow}, {finished})");
    }

    internal SqlStatement JournalState(JournalEntry entry, StepOutcome via) => new(
        $"UPDATE {journal} SET state = {Name(entry.State)}, finished = {traits.UtcNow}, via = {Text(Lower(via.ToString()))}, " +
        $"error = {Text(entry.Error)} WHERE {Of(entry.Migration, entry.Direction)} AND idx = {Number(entry.Index)}");

    /// <summary>Notes how far a walk through ranges has come, in the transaction of the range before it.</summary>
    internal SqlStatement JournalPosition(JournalEntry entry, long position) =>
        new($"UPDATE {journal} SET position = {Number(position)} WHERE {Of(entry.Migration, entry.Direction)} AND idx = {Number(entry.Index)}");

    /// <summary>
    /// A comment for a step that runs outside a transaction: what a killed run has left running is found by it. A name cannot end the
    /// comment.
    /// </summary>
    internal string Tag(JournalEntry entry) =>
        $"/*godwit:{history}:{entry.Migration.Replace('*', '_')}:{Lower(entry.Direction.ToString())}:{Number(entry.Index)}*/ ";

    internal SqlStatement ForgetStep(JournalEntry entry) =>
        new($"DELETE FROM {journal} WHERE {Of(entry.Migration, entry.Direction)} AND idx = {Number(entry.Index)}");

    private SqlStatement Insert(HistoryRecord record, MigrationState state, string milliseconds) => new(
        $"INSERT INTO {history} (migration, batch, executed_at, checksum, state, duration_ms, applied_by, godwit_version, down_sql) " +
        $"VALUES ({Text(record.Id)}, {Batch(record)}, {traits.UtcNow}, {Text(record.Checksum)}, {Name(state)}, {milliseconds}, " +
        $"{AppliedBy(record)}, {Text(record.GodwitVersion)}, {Text(record.DownSql)})");

    private string Batch(HistoryRecord record) => values?.Batch ?? Number(record.Batch);

    private string AppliedBy(HistoryRecord record) => values?.AppliedBy ?? Text(record.AppliedBy);

    private string Of(string id, Direction direction) => $"migration = {Text(id)} AND kind = {Kind(direction)}";

    private string Kind(Direction direction) => Text(Lower(direction.ToString()));

    private string Name<T>(T state)
        where T : struct, Enum => Text(Lower(state.ToString()));

    private string Text(string? value) => dialect.Literal(value);

    private string AsText(string column) => string.Format(CultureInfo.InvariantCulture, traits.TimestampAsText, column);

    private static string Lower(string name) => name.ToLowerInvariant();

    private static string Number(long value) => value.ToString(CultureInfo.InvariantCulture);
}
