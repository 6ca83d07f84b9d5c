using Godwit.Dialects;

namespace Godwit.PostgreSql;

/// <summary>
/// Whether an index that is there was made by a statement, or only has the name of it: the statement's index is built once more, on an
/// empty temporary copy of the table in a transaction that is rolled back, and the server says whether both are the same.
/// </summary>
internal sealed class IndexTrial(PostgreSqlSession session)
{
    private const string Copy = "godwit_trial";

    /// <summary>Whether both are the same; so, too, where it cannot be tried, as by a user who may not make temporary tables.</summary>
    /// <param name="index">The index that is there, quoted and with its schema.</param>
    /// <param name="table">Its table as the statement writes it.</param>
    /// <param name="isUnique">Whether the statement says UNIQUE.</param>
    /// <param name="definition">What follows the table in the statement.</param>
    /// <param name="cancellation">Cancels the statement that is running.</param>
    internal async Task<bool> IsSameAsync(string index, string table, bool isUnique, string definition, CancellationToken cancellation)
    {
        try
        {
            await session.RunAsync(
                [
                    new("BEGIN"),
                    new($"CREATE TEMPORARY TABLE {Copy} (LIKE {table})"),
                    new($"CREATE {(isUnique ? "UNIQUE " : "")}INDEX {Copy}_index ON pg_temp.{Copy} {definition}"),
                ],
                SilentObserver.Instance, cancellation);
            return await session.ScalarAsync($"SELECT ({Shape(index)} = {Shape($"pg_temp.{Copy}_index")})::text", cancellation) == "true";
        }
        catch (StatementException untried) when (untried.Error.Kind is not (DatabaseErrorKind.ConnectionLost or DatabaseErrorKind.Cancelled or DatabaseErrorKind.Busy))
        {
            return true;
        }
        finally
        {
            await session.RollbackAsync();
        }
    }

    // The definition from its method on, without the names of index and table.
    private static string Shape(string index) =>
        $"""
        (SELECT i.indisunique::text || substr(pg_get_indexdef(c.oid), strpos(pg_get_indexdef(c.oid), ' USING ' || m.amname || ' ('))
         FROM pg_index i JOIN pg_class c ON c.oid = i.indexrelid JOIN pg_am m ON m.oid = c.relam WHERE c.oid = to_regclass({PostgreSqlDialect.Instance.Literal(index)}))
        """;
}
