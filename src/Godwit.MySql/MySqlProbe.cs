using Godwit.Dialects;
using Godwit.Sql;

namespace Godwit.MySql;

/// <summary>
/// Asks the catalog what became of a DDL statement whose run was cut off. Each is atomic by itself (MySQL manual, "Atomic Data
/// Definition Statement Support"), so for one object it is there or it is not; the statements that touch several are left unclear.
/// </summary>
internal sealed class MySqlProbe(MySqlSession session)
{
    internal Task<StatementEffect> ProbeAsync(SqlStatement statement, CancellationToken cancellation)
    {
        var words = new TokenReader(session.Splitter.Lexer, statement);
        if (words.Accept("CREATE")) return CreateAsync(words, cancellation);
        if (words.Accept("DROP")) return DropAsync(words, cancellation);
        if (words.Accept("TRUNCATE") || words.Accept("ANALYZE") || words.Accept("OPTIMIZE") || words.Accept("FLUSH"))
            return Task.FromResult(StatementEffect.Absent);
        return Task.FromResult(StatementEffect.Unclear);
    }

    private async Task<StatementEffect> CreateAsync(TokenReader words, CancellationToken cancellation)
    {
        // replacing a definition twice has the effect of replacing it once
        if (words.AcceptAll("OR", "REPLACE")) return StatementEffect.Absent;
        var unique = words.Accept("UNIQUE") || words.Accept("FULLTEXT") || words.Accept("SPATIAL");
        if (words.Accept("INDEX")) return await CreatedAsync(IndexQuery(words), cancellation);
        if (unique || Kind(words) is not { } kind) return StatementEffect.Unclear;
        words.AcceptAll("IF", "NOT", "EXISTS");
        return await CreatedAsync(ObjectQuery(kind, words), cancellation);
    }

    private async Task<StatementEffect> DropAsync(TokenReader words, CancellationToken cancellation)
    {
        string? query;
        if (words.Accept("INDEX"))
        {
            query = IndexQuery(words);
        }
        else
        {
            if (Kind(words) is not { } kind) return StatementEffect.Unclear;
            words.AcceptAll("IF", "EXISTS");
            query = ObjectQuery(kind, words);
            // a list of tables is dropped one by one, and may have stopped in the middle
            if (!words.AtEnd) return StatementEffect.Unclear;
        }

        return await CreatedAsync(query, cancellation) switch
        {
            StatementEffect.Present => StatementEffect.Absent,
            StatementEffect.Absent => StatementEffect.Present,
            var unclear => unclear,
        };
    }

    private async Task<StatementEffect> CreatedAsync(string? query, CancellationToken cancellation)
    {
        if (query is null) return StatementEffect.Unclear;
        return await session.ScalarAsync(query, cancellation) is null ? StatementEffect.Absent : StatementEffect.Present;
    }

    private static string? Kind(TokenReader words)
    {
        foreach (var kind in (ReadOnlySpan<string>)["TABLE", "VIEW", "TRIGGER", "PROCEDURE", "FUNCTION", "EVENT"])
        {
            if (words.Accept(kind)) return kind;
        }

        return null;
    }

    private static string? ObjectQuery(string kind, TokenReader words)
    {
        if (words.QualifiedName() is not { } written) return null;
        var (schema, name) = Split(written);
        var (table, prefix) = kind switch
        {
            "TABLE" or "VIEW" => ("TABLES", "TABLE"),
            "TRIGGER" => ("TRIGGERS", "TRIGGER"),
            "EVENT" => ("EVENTS", "EVENT"),
            _ => ("ROUTINES", "ROUTINE"),
        };
        var ofKind = table == "ROUTINES" ? $" AND ROUTINE_TYPE = '{kind}'" : "";
        return $"SELECT 1 FROM information_schema.{table} WHERE {prefix}_SCHEMA = {schema} AND {prefix}_NAME = {name}{ofKind}";
    }

    private static string? IndexQuery(TokenReader words)
    {
        words.AcceptAll("IF", "NOT", "EXISTS");
        words.AcceptAll("IF", "EXISTS");
        if (words.Name() is not { } index) return null;
        while (!words.AtEnd && !words.Accept("ON")) words.Advance();
        if (words.QualifiedName() is not { } table) return null;
        var (schema, name) = Split(table);
        return $"SELECT 1 FROM information_schema.STATISTICS WHERE TABLE_SCHEMA = {schema} AND TABLE_NAME = {name} AND INDEX_NAME = {Literal(index)} LIMIT 1";
    }

    private static (string Schema, string Name) Split(string written)
    {
        var dot = written.IndexOf('.', StringComparison.Ordinal);
        return dot < 0 ? ("DATABASE()", Literal(written)) : (Literal(written[..dot]), Literal(written[(dot + 1)..]));
    }

    private static string Literal(string written) => MySqlDialect.Instance.Literal(
        written.StartsWith('`') ? written[1..^1].Replace("``", "`", StringComparison.Ordinal) : written);
}
