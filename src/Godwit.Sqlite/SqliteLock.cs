using System.Globalization;
using Godwit.Dialects;
using Godwit.Sql;

namespace Godwit.Sqlite;

/// <summary>
/// No lock at all, which a killed run could leave behind: SQLite has one writer at a time, and a transaction that begins with
/// BEGIN IMMEDIATE is it. What is needed is only that the plan still fits the history: each working transaction raises the token
/// from the value that was read before planning, and fails if another run has raised it meanwhile. Then the plan is made anew.
/// </summary>
internal sealed class SqliteLock(BookkeepingTables tables) : MigrationLock
{
    private readonly string row = SqliteDialect.Instance.QuoteQualified(tables.Lock);

    public override async Task<HeldLock?> TryAcquireAsync(DatabaseSession worker, string owner, CancellationToken cancellation)
    {
        var token = await worker.ScalarAsync($"SELECT token FROM {row} WHERE id = 1", cancellation);
        return new SqliteHeldLock(long.Parse(token ?? "0", CultureInfo.InvariantCulture), row, SqliteDialect.Instance.Literal(owner));
    }

    public override Task<LockHolder?> HolderAsync(DatabaseSession session, CancellationToken cancellation) => Task.FromResult<LockHolder?>(null);

    public override Task<bool> BreakAsync(DatabaseSession session, CancellationToken cancellation) => Task.FromResult(false);
}

/// <summary>The position in the history that a plan was made for.</summary>
internal sealed class SqliteHeldLock(long token, string row, string owner) : HeldLock
{
    public override long Token => token;

    internal override long FencedToken => token + 1;

    public override CancellationToken Lost => CancellationToken.None;

    /// <summary>
    /// Raises the token and fails unless that met its row. An error out of an expression: abs() of the smallest integer
    /// (SQLite, "Built-In Scalar SQL Functions").
    /// </summary>
    public override IReadOnlyList<SqlStatement> Fence =>
    [
        new($"UPDATE {row} SET token = token + 1, owner = {owner} WHERE id = 1 AND token = {token}"),
        new("SELECT abs(CASE changes() WHEN 1 THEN 1 ELSE -9223372036854775807 - 1 END)"),
    ];

    internal override async Task<bool> IsOvertakenAsync(DatabaseSession worker, CancellationToken cancellation) =>
        await worker.ScalarAsync($"SELECT token <> {token} FROM {row} WHERE id = 1", cancellation) is not "0";

    public override void Committed() => token++;

    public override ValueTask DisposeAsync() => ValueTask.CompletedTask;
}
