using Godwit.Operations;
using Godwit.Schema;
using Godwit.Sql;

namespace Godwit.Dialects;

/// <summary>
/// Writes rows with INSERT statements of many rows each: what every database understands. A statement that is refused is tried again row
/// by row from where it began, so that the row which is at fault is known.
/// </summary>
internal sealed class RowInserts(DatabaseSession session, Dialect dialect, RowTarget target)
{
    // Far below the smallest message that a server takes by itself (MariaDB's max_allowed_packet: 16 MiB), and large enough that the
    // round trips do not count.
    private const int RowsOfAStatement = 1000;
    private const int LettersOfAStatement = 256 * 1024;

    private static readonly SqlStatement Mark = new("SAVEPOINT godwit_rows");
    private static readonly SqlStatement Return = new("ROLLBACK TO SAVEPOINT godwit_rows");
    private static readonly SqlStatement Release = new("RELEASE SAVEPOINT godwit_rows");

    private readonly string clause = target.Key.Count == 0 ? "" : " " + dialect.UpsertClause(target);
    private int written;

    internal async Task WriteAsync(IReadOnlyList<object?[]> rows, CancellationToken cancellation)
    {
        for (var first = 0; first < rows.Count;)
        {
            var end = End(rows, first);
            await WriteAsync(rows, first, end, cancellation);
            first = end;
        }

        written += rows.Count;
    }

    /// <summary>The statement that writes one row.</summary>
    internal SqlStatement Statement(object?[] row) => Statement([row]);

    private async Task WriteAsync(IReadOnlyList<object?[]> rows, int first, int end, CancellationToken cancellation)
    {
        try
        {
            await session.RunAsync([Mark, Statement(rows.Skip(first).Take(end - first)), Release], SilentObserver.Instance, cancellation);
        }
        catch (StatementException refused) when (refused.Index == 1 && refused.Error.Kind is (DatabaseErrorKind.Refused or DatabaseErrorKind.AlreadyExists))
        {
            await session.RunAsync([Return], SilentObserver.Instance, cancellation);
            await WriteEachAsync(rows, first, end, cancellation);
        }
        catch (StatementException refused)
        {
            throw new RowException(refused.Error, refused.InnerException ?? refused);
        }
    }

    private async Task WriteEachAsync(IReadOnlyList<object?[]> rows, int first, int end, CancellationToken cancellation)
    {
        for (var place = first; place < end; place++)
        {
            try
            {
                await session.RunAsync([Statement(rows[place])], SilentObserver.Instance, cancellation);
            }
            catch (StatementException refused)
            {
                throw new RowException(written + place, rows[place], refused.Error, refused.InnerException ?? refused);
            }
        }
    }

    private SqlStatement Statement(IEnumerable<object?[]> rows)
    {
        var insert = new InsertRows(target.Table, target.Names, rows.Select(row => row.ToValueList()).ToValueList());
        return new SqlStatement(session.Generator.Generate([insert], new DatabaseSchema(session.Product)).Statements.Single().Text + clause);
    }

    private static int End(IReadOnlyList<object?[]> rows, int first)
    {
        var (end, letters) = (first, 0);
        while (end < rows.Count && end - first < RowsOfAStatement && letters < LettersOfAStatement) letters += Letters(rows[end++]);
        return end;
    }

    /// <summary>About how many letters rows take.</summary>
    internal static long Letters(IReadOnlyList<object?[]> rows) => rows is FieldRows fields ? fields.Letters : rows.Sum(row => (long)Letters(row));

    private static int Letters(object?[] row)
    {
        var letters = 0;
        foreach (var value in row) letters += value switch { string text => text.Length, byte[] bytes => bytes.Length * 2, _ => 16 };
        return letters;
    }
}
