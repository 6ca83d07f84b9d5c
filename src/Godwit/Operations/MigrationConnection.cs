using System.Data.Common;
using System.Globalization;

namespace Godwit;

/// <summary>The open connection of a running migration, inside its transaction, for code that reads and writes rows.</summary>
public sealed class MigrationConnection
{
    internal MigrationConnection(DbConnection connection, string product)
    {
        Connection = connection;
        Product = product;
    }

    /// <summary>The connection itself, for what the other members lack. The transaction is Godwit's: do not begin or end one.</summary>
    public DbConnection Connection { get; }

    /// <summary>The database by name: <c>sqlite</c>, <c>postgresql</c>, <c>mysql</c>, <c>mariadb</c>.</summary>
    public string Product { get; }

    /// <summary>Runs a statement.</summary>
    /// <param name="sql">The statement, with <c>@p0</c>, <c>@p1</c> … where the values stand.</param>
    /// <param name="cancellation">Cancels it.</param>
    /// <param name="values">The values.</param>
    /// <returns>How many rows it changed.</returns>
    /// <exception cref="DbException">The database refused it.</exception>
    public async Task<int> ExecuteAsync(string sql, CancellationToken cancellation, params object?[] values)
    {
        await using var command = Command(sql, values);
        return await command.ExecuteNonQueryAsync(cancellation);
    }

    /// <summary>Runs a query for the first value of its first row.</summary>
    /// <param name="sql">The query, with <c>@p0</c>, <c>@p1</c> … where the values stand.</param>
    /// <param name="cancellation">Cancels it.</param>
    /// <param name="values">The values.</param>
    /// <returns>The value; the type's default when there is no row or it is NULL.</returns>
    /// <exception cref="DbException">The database refused it.</exception>
    public async Task<T?> ScalarAsync<T>(string sql, CancellationToken cancellation, params object?[] values)
    {
        await using var command = Command(sql, values);
        var value = await command.ExecuteScalarAsync(cancellation);
        if (value is null or DBNull) return default;
        return value is T same ? same : (T)Convert.ChangeType(value, Nullable.GetUnderlyingType(typeof(T)) ?? typeof(T), CultureInfo.InvariantCulture);
    }

    /// <summary>Runs a query for all its rows, which are read to the end before anything else happens on the connection.</summary>
    /// <param name="sql">The query, with <c>@p0</c>, <c>@p1</c> … where the values stand.</param>
    /// <param name="row">Makes something of a row.</param>
    /// <param name="cancellation">Cancels it.</param>
    /// <param name="values">The values.</param>
    /// <exception cref="DbException">The database refused it.</exception>
    public async Task<IReadOnlyList<T>> QueryAsync<T>(string sql, Func<DbDataReader, T> row, CancellationToken cancellation, params object?[] values)
    {
        await using var command = Command(sql, values);
        await using var reader = await command.ExecuteReaderAsync(cancellation);
        var rows = new List<T>();
        while (await reader.ReadAsync(cancellation)) rows.Add(row(reader));
        return rows;
    }

    private DbCommand Command(string sql, object?[] values)
    {
        var command = Connection.CreateCommand();
        command.CommandText = sql;
        command.CommandTimeout = 0;
        for (var i = 0; i < values.Length; i++)
        {
            var parameter = command.CreateParameter();
            parameter.ParameterName = "@p" + i.ToString(CultureInfo.InvariantCulture);
            parameter.Value = values[i] ?? DBNull.Value;
            command.Parameters.Add(parameter);
        }

        return command;
    }
}
