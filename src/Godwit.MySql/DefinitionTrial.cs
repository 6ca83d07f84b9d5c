using Godwit.Dialects;
using Godwit.Sql;

namespace Godwit.MySql;

/// <summary>
/// Whether something that is there was made by a statement, or only has the name of it: what the statement makes is made once more, on
/// a temporary table, and the server says whether both are the same. A temporary table commits nothing, is seen by nobody else, and is
/// gone with the session (MariaDB manual, CREATE TABLE, "CREATE TEMPORARY TABLE").
/// </summary>
internal sealed class DefinitionTrial(MySqlSession session)
{
    private const string Copy = "godwit_trial";

    /// <summary>Whether a table is as a definition says. Foreign keys, which no temporary table has, are left out of both.</summary>
    /// <param name="table">Its name as it is written.</param>
    /// <param name="definition">What follows the name in CREATE TABLE.</param>
    /// <param name="cancellation">Cancels the statement that is running.</param>
    internal Task<bool> IsTableAsync(string table, string definition, CancellationToken cancellation) => TryAsync(table, async copy =>
    {
        await RunAsync($"CREATE TEMPORARY TABLE {copy} {definition}", cancellation);
        return Inside(await ShowAsync(copy, cancellation)).SequenceEqual(Inside(await ShowAsync(table, cancellation)));
    });

    /// <summary>Whether a table is the same when what was added to it is taken off and added again.</summary>
    /// <param name="table">Its name as it is written.</param>
    /// <param name="drops">The clauses of an ALTER TABLE that take it off.</param>
    /// <param name="adds">The clauses that add it.</param>
    /// <param name="cancellation">Cancels the statement that is running.</param>
    internal Task<bool> IsAddedAsync(string table, IEnumerable<string> drops, IEnumerable<string> adds, CancellationToken cancellation) => TryAsync(table, async copy =>
    {
        await RunAsync($"CREATE TEMPORARY TABLE {copy} LIKE {table}", cancellation);
        var found = await ShowAsync(copy, cancellation);
        await RunAsync($"ALTER TABLE {copy} {string.Join(", ", drops)}", cancellation);
        await RunAsync($"ALTER TABLE {copy} {string.Join(", ", adds)}", cancellation);
        return await ShowAsync(copy, cancellation) == found;
    });

    /// <summary>Whether a table has foreign keys as they are written; see <see cref="ForeignKeyText"/>.</summary>
    internal async Task<bool> HasForeignKeysAsync(string table, IEnumerable<string> written, CancellationToken cancellation)
    {
        var shown = (await ShowAsync(table, cancellation)).Split('\n').Select(line => ForeignKeyText.Of(line.TrimEnd(','), session.Splitter.Lexer)).ToHashSet();
        return written.All(shown.Contains);
    }

    // What cannot be tried on a temporary table (a full-text index, partitions), or not by this user, only its name tells of.
    private async Task<bool> TryAsync(string table, Func<string, Task<bool>> same)
    {
        var copy = MySqlCatalog.Beside(table, Copy);
        try
        {
            return await same(copy);
        }
        catch (StatementException untried) when (untried.Error.Kind is not (DatabaseErrorKind.ConnectionLost or DatabaseErrorKind.Cancelled))
        {
            return true;
        }
        finally
        {
            await RunAsync($"DROP TEMPORARY TABLE IF EXISTS {copy}", CancellationToken.None);
        }
    }

    private Task RunAsync(string sql, CancellationToken cancellation) => session.RunAsync([new SqlStatement(sql)], SilentObserver.Instance, cancellation);

    private async Task<string> ShowAsync(string table, CancellationToken cancellation)
    {
        var shown = "";
        await session.QueryAsync($"SHOW CREATE TABLE {table}", reader => shown = reader.GetString(1), cancellation);
        return shown;
    }

    // One column, key or check on each line. A foreign key brings an index with it unless there is one, and it takes the name of either.
    private static IEnumerable<string> Inside(string shown) =>
        shown.Split('\n')[1..^1].Select(line => line.TrimEnd(',')).Where(line => !line.StartsWith("  KEY ", StringComparison.Ordinal) && !line.Contains(" FOREIGN KEY ", StringComparison.Ordinal));
}
