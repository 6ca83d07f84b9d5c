using Godwit.Dialects;
using Godwit.Sql;

namespace Godwit.Seeding;

/// <summary>The table that says which seeders that run once have been run.</summary>
internal sealed class SeedMemory(Dialect dialect, BookkeepingTables tables)
{
    private readonly string table = dialect.QuoteQualified(tables.Seeders);

    /// <summary>The names of those that have been run. A missing table knows none.</summary>
    internal async Task<HashSet<string>> ReadAsync(DatabaseSession session, CancellationToken cancellation)
    {
        var names = new HashSet<string>(StringComparer.Ordinal);
        try
        {
            await session.QueryAsync($"SELECT seeder FROM {table}", reader => names.Add(reader.GetString(0)), cancellation);
        }
        catch (StatementException failure) when (failure.Error.Kind is DatabaseErrorKind.UndefinedTable)
        {
            // no seeder has been remembered yet
        }

        return names;
    }

    /// <summary>Creates the table, outside of any transaction.</summary>
    internal Task InstallAsync(DatabaseSession session, CancellationToken cancellation) => session.RunAsync(
        [
            new SqlStatement(
                $"""
                CREATE TABLE IF NOT EXISTS {table} (
                    seeder varchar(255) NOT NULL PRIMARY KEY,
                    executed_at {dialect.Traits.TimestampType} NOT NULL,
                    applied_by varchar(255)
                ){dialect.Traits.TableOptions}
                """),
        ],
        SilentObserver.Instance, cancellation);

    /// <summary>Notes that a seeder has been run, in its own transaction.</summary>
    internal SqlStatement[] Note(string seeder, string by) =>
    [
        new($"DELETE FROM {table} WHERE seeder = {dialect.Literal(seeder)}"),
        new($"INSERT INTO {table} (seeder, executed_at, applied_by) VALUES ({dialect.Literal(seeder)}, {dialect.Traits.UtcNow}, {dialect.Literal(by)})"),
    ];

    /// <summary>Forgets all of them.</summary>
    internal async Task ForgetAsync(DatabaseSession session, CancellationToken cancellation)
    {
        try
        {
            await session.RunAsync([new SqlStatement($"DELETE FROM {table}")], SilentObserver.Instance, cancellation);
        }
        catch (StatementException failure) when (failure.Error.Kind is DatabaseErrorKind.UndefinedTable)
        {
            // there is nothing to forget
        }
    }
}
