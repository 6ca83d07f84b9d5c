using Godwit.Dialects;
using Godwit.Generation;
using Godwit.Operations;
using Godwit.Schema;
using Godwit.Sql;
using Microsoft.Data.Sqlite;

namespace Godwit.Sqlite.Tests.Operations;

/// <summary>A database in memory on which operations are carried out as the engine does it.</summary>
internal sealed class Scratch : IAsyncDisposable
{
    private readonly SqliteConnection connection;
    private readonly DatabaseSession session;

    private Scratch(SqliteConnection connection, DatabaseSession session)
    {
        this.connection = connection;
        this.session = session;
    }

    internal static async Task<Scratch> CreateAsync(params string[] statements)
    {
        var connection = new SqliteConnection("Data Source=:memory:;Foreign Keys=true");
        await connection.OpenAsync();
        var scratch = new Scratch(connection, await new SqliteDatabase(connection).OpenAsync(CancellationToken.None));
        foreach (var statement in statements) await scratch.ExecuteAsync(statement);
        return scratch;
    }

    internal Task<DatabaseSchema> ReadAsync() => session.ReadSchemaAsync([], CancellationToken.None);

    internal async Task<DatabaseSchema> ReadNormalizedAsync() => SqliteDialect.Instance.Normalize(await ReadAsync());

    internal Task ExecuteAsync(string sql) => session.RunAsync([new SqlStatement(sql)], new Silent(), CancellationToken.None);

    internal async Task<string?> ScalarAsync(string sql) => await session.ScalarAsync(sql, CancellationToken.None);

    /// <summary>The rows of a query, each a line with its values between bars.</summary>
    internal async Task<string[]> RowsAsync(string sql)
    {
        var rows = new List<string>();
        await session.QueryAsync(sql, row =>
        {
            var values = new object[row.FieldCount];
            row.GetValues(values);
            rows.Add(string.Join('|', values.Select(value => value is DBNull ? "NULL" : value)));
        }, CancellationToken.None);
        return [.. rows];
    }

    internal Task RollbackAsync() => session.RollbackAsync();

    /// <summary>Carries out operations in one transaction, and rolls it back when one of them fails.</summary>
    internal async Task<GeneratedSql> ApplyAsync(params Operation[] operations)
    {
        var sql = session.Generator.Generate(operations, await ReadAsync());
        var isSuspended = sql.ForeignKeys is ForeignKeyEnforcement.Suspended;
        if (isSuspended) await ExecuteAsync("PRAGMA foreign_keys = OFF");
        try
        {
            await session.RunAsync([new("BEGIN IMMEDIATE"), .. sql.Statements, new("COMMIT")], new Silent(), CancellationToken.None);
        }
        catch (StatementException)
        {
            await session.RollbackAsync();
            throw;
        }
        finally
        {
            if (isSuspended) await ExecuteAsync("PRAGMA foreign_keys = ON");
        }

        return sql;
    }

    public async ValueTask DisposeAsync()
    {
        await session.DisposeAsync();
        await connection.DisposeAsync();
    }

    private sealed class Silent : IStatementObserver
    {
        public void Started(int index)
        {
        }

        public void Completed(int index, int affected, TimeSpan elapsed)
        {
        }
    }
}
