using Godwit.Dialects;
using Godwit.Sql;

namespace Godwit.PostgreSql;

/// <summary>Asks the catalog what became of a statement that runs outside any transaction.</summary>
internal sealed class PostgreSqlProbe(PostgreSqlSession session)
{
    internal Task<StatementEffect> ProbeAsync(SqlStatement statement, CancellationToken cancellation)
    {
        var words = new TokenReader(session.Splitter.Lexer, statement);
        if (words.Accept("CREATE"))
        {
            var isUnique = words.Accept("UNIQUE");
            if (words.Accept("INDEX") && words.Accept("CONCURRENTLY")) return CreatedIndexAsync(words, isUnique, statement.Text, cancellation);
            if (ClusterWide(words) is { } catalog) return ExistsAsync(Named(catalog, words), present: true, cancellation);
        }
        else if (words.Accept("DROP"))
        {
            if (words.Accept("INDEX") && words.Accept("CONCURRENTLY")) return DroppedIndexAsync(words, cancellation);
            if (ClusterWide(words) is { } catalog) return DroppedAsync(catalog, words, cancellation);
        }
        else if (words.Accept("ALTER"))
        {
            if (words.Accept("TABLE")) return DetachedAsync(words, cancellation);
            // they say how it is to be
            if (words.Is("SYSTEM") || words.Is("DATABASE")) return Task.FromResult(StatementEffect.Absent);
        }
        else if (words.Accept("REINDEX"))
        {
            return ReindexedAsync(cancellation);
        }
        else if (words.Accept("VACUUM") || words.Accept("CLUSTER") || words.Accept("DISCARD"))
        {
            // running them twice has the effect of running them once
            return Task.FromResult(StatementEffect.Absent);
        }

        return Task.FromResult(StatementEffect.Unclear);
    }

    // A cancelled or failed build leaves an invalid index behind, which blocks the name and costs every write
    // (PostgreSQL manual, CREATE INDEX, "Building Indexes Concurrently"): it is dropped so that the build can be tried again.
    private async Task<StatementEffect> CreatedIndexAsync(TokenReader words, bool isUnique, string statement, CancellationToken cancellation)
    {
        words.AcceptAll("IF", "NOT", "EXISTS");
        if (words.Accept("ON") || words.Name() is not { } index || !words.Accept("ON")) return StatementEffect.Unclear;
        words.Accept("ONLY");
        if (words.QualifiedName() is not { } table) return StatementEffect.Unclear;
        string? found = null;
        await session.QueryAsync(
            $"""
            SELECT format('%I.%I', n.nspname, c.relname) || CASE WHEN i.indisvalid THEN '' ELSE ' invalid' END
            FROM pg_index i JOIN pg_class c ON c.oid = i.indexrelid JOIN pg_namespace n ON n.oid = c.relnamespace
            WHERE i.indrelid = to_regclass({Literal(table)}) AND c.relname = {Literal(PostgreSqlNames.Fold(index))}
            """,
            reader => found = reader.GetString(0), cancellation);
        if (found is null) return StatementEffect.Absent;
        if (!found.EndsWith(" invalid", StringComparison.Ordinal))
        {
            return await new IndexTrial(session).IsSameAsync(found, table, isUnique, statement[words.Current.Start..], cancellation)
                ? StatementEffect.Present
                : StatementEffect.Unclear;
        }

        await session.RunAsync([new SqlStatement($"DROP INDEX CONCURRENTLY {found[..^" invalid".Length]}")], SilentObserver.Instance, cancellation);
        return StatementEffect.Absent;
    }

    private async Task<StatementEffect> DroppedIndexAsync(TokenReader words, CancellationToken cancellation)
    {
        words.AcceptAll("IF", "EXISTS");
        if (words.QualifiedName() is not { } index || !words.AtEnd) return StatementEffect.Unclear;
        return await session.ScalarAsync($"SELECT to_regclass({Literal(index)})::text", cancellation) is null
            ? StatementEffect.Present
            : StatementEffect.Absent;
    }

    private Task<StatementEffect> DroppedAsync((string View, string Column) catalog, TokenReader words, CancellationToken cancellation)
    {
        words.AcceptAll("IF", "EXISTS");
        return ExistsAsync(Named(catalog, words), present: false, cancellation);
    }

    // What is not transactional because it is the whole server's, or another server's as well.
    private static (string View, string Column)? ClusterWide(TokenReader words) => words switch
    {
        _ when words.Accept("DATABASE") => ("pg_database", "datname"),
        _ when words.Accept("TABLESPACE") => ("pg_tablespace", "spcname"),
        _ when words.Accept("SUBSCRIPTION") => ("pg_subscription", "subname"),
        _ => null,
    };

    private static string Named((string View, string Column) catalog, TokenReader words) =>
        $"SELECT 1 FROM {catalog.View} WHERE {catalog.Column} = {Folded(words)}";

    // The new index of a rebuild that was cut off, or the old one, stays behind invalid (PostgreSQL manual, REINDEX, "Rebuilding
    // Indexes Concurrently"); on TOAST tables only the server itself may drop them.
    private async Task<StatementEffect> ReindexedAsync(CancellationToken cancellation)
    {
        var left = new List<SqlStatement>();
        await session.QueryAsync(
            """
            SELECT format('DROP INDEX CONCURRENTLY %I.%I', n.nspname, c.relname)
            FROM pg_index i JOIN pg_class c ON c.oid = i.indexrelid JOIN pg_namespace n ON n.oid = c.relnamespace
            WHERE NOT i.indisvalid AND c.relname ~ '_cc(new|old)[0-9]*$' AND n.nspname <> 'pg_toast'
                  AND NOT EXISTS (SELECT FROM pg_stat_progress_create_index p WHERE p.relid = i.indrelid)
            """,
            reader => left.Add(new SqlStatement(reader.GetString(0))), cancellation);
        // one message each: they are refused in a message with others
        foreach (var drop in left) await session.RunAsync([drop], SilentObserver.Instance, cancellation);
        return StatementEffect.Absent;
    }

    // One that was cut off between its two transactions is brought to its end (PostgreSQL manual, ALTER TABLE, DETACH PARTITION).
    private async Task<StatementEffect> DetachedAsync(TokenReader words, CancellationToken cancellation)
    {
        words.AcceptAll("IF", "EXISTS");
        if (words.QualifiedName() is not { } parent || !words.AcceptAll("DETACH", "PARTITION") || words.QualifiedName() is not { } partition) return StatementEffect.Unclear;
        var pending = await session.ScalarAsync(
            $"""
            SELECT inhdetachpending::text FROM pg_inherits WHERE inhparent = to_regclass({Literal(parent)}) AND inhrelid = to_regclass({Literal(partition)})
            """,
            cancellation);
        if (pending is null) return StatementEffect.Present;
        if (pending != "true") return StatementEffect.Absent;
        await session.RunAsync([new SqlStatement($"ALTER TABLE {parent} DETACH PARTITION {partition} FINALIZE")], SilentObserver.Instance, cancellation);
        return StatementEffect.Present;
    }

    private async Task<StatementEffect> ExistsAsync(string query, bool present, CancellationToken cancellation)
    {
        var exists = await session.ScalarAsync(query, cancellation) is not null;
        return exists == present ? StatementEffect.Present : StatementEffect.Absent;
    }

    private static string Folded(TokenReader words) => Literal(words.Name() is { } name ? PostgreSqlNames.Fold(name) : null);

    private static string Literal(string? value) => PostgreSqlDialect.Instance.Literal(value);
}
