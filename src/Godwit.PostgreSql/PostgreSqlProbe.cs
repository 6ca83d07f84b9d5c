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
            words.Accept("UNIQUE");
            if (words.Accept("INDEX") && words.Accept("CONCURRENTLY")) return CreatedIndexAsync(words, cancellation);
            if (words.Accept("DATABASE")) return ExistsAsync($"SELECT 1 FROM pg_database WHERE datname = {Folded(words)}", present: true, cancellation);
        }
        else if (words.Accept("DROP"))
        {
            if (words.Accept("INDEX") && words.Accept("CONCURRENTLY")) return DroppedIndexAsync(words, cancellation);
            if (words.Accept("DATABASE")) return DroppedDatabaseAsync(words, cancellation);
        }
        else if (words.Accept("VACUUM") || words.Accept("REINDEX") || words.Accept("CLUSTER") || words.Accept("DISCARD"))
        {
            // running them twice has the effect of running them once
            return Task.FromResult(StatementEffect.Absent);
        }

        return Task.FromResult(StatementEffect.Unclear);
    }

    // A cancelled or failed build leaves an invalid index behind, which blocks the name and costs every write
    // (PostgreSQL manual, CREATE INDEX, "Building Indexes Concurrently"): it is dropped so that the build can be tried again.
    private async Task<StatementEffect> CreatedIndexAsync(TokenReader words, CancellationToken cancellation)
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
        if (!found.EndsWith(" invalid", StringComparison.Ordinal)) return StatementEffect.Present;
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

    private Task<StatementEffect> DroppedDatabaseAsync(TokenReader words, CancellationToken cancellation)
    {
        words.AcceptAll("IF", "EXISTS");
        return ExistsAsync($"SELECT 1 FROM pg_database WHERE datname = {Folded(words)}", present: false, cancellation);
    }

    private async Task<StatementEffect> ExistsAsync(string query, bool present, CancellationToken cancellation)
    {
        var exists = await session.ScalarAsync(query, cancellation) is not null;
        return exists == present ? StatementEffect.Present : StatementEffect.Absent;
    }

    private static string Folded(TokenReader words) => Literal(words.Name() is { } name ? PostgreSqlNames.Fold(name) : null);

    private static string Literal(string? value) => PostgreSqlDialect.Instance.Literal(value);
}
