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
        if (words.Accept("ALTER")) return AlterAsync(words, cancellation);
        if (words.Accept("RENAME")) return words.Accept("TABLE") || words.Accept("TABLES") ? new AlterProbe(session).RenameTablesAsync(words, cancellation) : Unclear;
        return IsRepeatable(words) ? Absent : Unclear;
    }

    private static Task<StatementEffect> Absent => Task.FromResult(StatementEffect.Absent);

    private static Task<StatementEffect> Unclear => Task.FromResult(StatementEffect.Unclear);

    // Running them twice has the effect of running them once.
    private static bool IsRepeatable(TokenReader words)
    {
        foreach (var word in (ReadOnlySpan<string>)["TRUNCATE", "ANALYZE", "OPTIMIZE", "FLUSH", "CHECK", "REPAIR", "GRANT", "SET", "USE", "LOCK", "UNLOCK"])
        {
            if (words.Is(word)) return true;
        }

        return false;
    }

    private Task<StatementEffect> AlterAsync(TokenReader words, CancellationToken cancellation)
    {
        words.Accept("ONLINE");
        words.Accept("IGNORE");
        if (words.Accept("TABLE")) return new AlterProbe(session).AlterTableAsync(words, cancellation);
        // they say how it is to be
        return words.Is("DATABASE") || words.Is("SCHEMA") || words.Is("VIEW") || words.Is("PROCEDURE") || words.Is("FUNCTION") ? Absent : Unclear;
    }

    private async Task<StatementEffect> CreateAsync(TokenReader words, CancellationToken cancellation)
    {
        // replacing a definition twice has the effect of replacing it once
        if (words.AcceptAll("OR", "REPLACE")) return StatementEffect.Absent;
        var unique = words.Accept("UNIQUE") || words.Accept("FULLTEXT") || words.Accept("SPATIAL");
        if (words.Accept("INDEX")) return await CreatedAsync(IndexQuery(words), cancellation);
        if (unique || Kind(words) is not { } kind) return StatementEffect.Unclear;
        if (words.AcceptAll("IF", "NOT", "EXISTS")) return StatementEffect.Absent;
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
        // DEFINER, ALGORITHM, SQL SECURITY and AGGREGATE stand before the kind
        var described = words.Is("DEFINER") || words.Is("ALGORITHM") || words.Is("SQL") || words.Is("AGGREGATE");
        for (; !words.AtEnd; words.Advance())
        {
            foreach (var kind in (ReadOnlySpan<string>)["TABLE", "VIEW", "SEQUENCE", "TRIGGER", "PROCEDURE", "FUNCTION", "EVENT"])
            {
                if (words.Accept(kind)) return kind;
            }

            if (!described) return null;
        }

        return null;
    }

    private static string? ObjectQuery(string kind, TokenReader words)
    {
        if (words.QualifiedName() is not { } written) return null;
        var (schema, name) = MySqlCatalog.Split(written);
        var (table, prefix) = kind switch
        {
            "TABLE" or "VIEW" or "SEQUENCE" => ("TABLES", "TABLE"),
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
        var (schema, name) = MySqlCatalog.Split(table);
        return $"SELECT 1 FROM information_schema.STATISTICS WHERE TABLE_SCHEMA = {schema} AND TABLE_NAME = {name} AND INDEX_NAME = {MySqlCatalog.Literal(index)} LIMIT 1";
    }
}
