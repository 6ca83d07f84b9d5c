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
        if (words.Accept("CREATE")) return CreateAsync(words, statement.Text, cancellation);
        if (words.Accept("DROP")) return DropAsync(words, cancellation);
        if (words.Accept("ALTER")) return AlterAsync(words, statement.Text, cancellation);
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

    private Task<StatementEffect> AlterAsync(TokenReader words, string statement, CancellationToken cancellation)
    {
        words.Accept("ONLINE");
        words.Accept("IGNORE");
        if (words.Accept("TABLE")) return new AlterProbe(session).AlterTableAsync(words, statement, cancellation);
        // they say how it is to be
        return words.Is("DATABASE") || words.Is("SCHEMA") || words.Is("VIEW") || words.Is("PROCEDURE") || words.Is("FUNCTION") ? Absent : Unclear;
    }

    private async Task<StatementEffect> CreateAsync(TokenReader words, string statement, CancellationToken cancellation)
    {
        // replacing a definition twice has the effect of replacing it once
        if (words.AcceptAll("OR", "REPLACE")) return StatementEffect.Absent;
        var before = words.Current.Start;
        var special = words.Accept("UNIQUE") || words.Accept("FULLTEXT") || words.Accept("SPATIAL");
        if (words.Accept("INDEX")) return await CreatedIndexAsync(words, statement, before, cancellation);
        if (special || Kind(words) is not { } kind) return StatementEffect.Unclear;
        if (words.AcceptAll("IF", "NOT", "EXISTS")) return StatementEffect.Absent;
        if (words.QualifiedName() is not { } name) return StatementEffect.Unclear;
        if (await CreatedAsync(ObjectQuery(kind, name), cancellation) is StatementEffect.Absent) return StatementEffect.Absent;
        return kind switch
        {
            "TABLE" => await CreatedTableAsync(name, words, statement, cancellation),
            "PROCEDURE" or "FUNCTION" or "TRIGGER" or "EVENT" => await HasBodyAsync(kind, name, statement, cancellation),
            _ => StatementEffect.Present,
        };
    }

    // Something else that has the name: nobody can tell.
    private static StatementEffect Known(bool isAsWritten) => isAsWritten ? StatementEffect.Present : StatementEffect.Unclear;

    private async Task<StatementEffect> CreatedIndexAsync(TokenReader words, string statement, int before, CancellationToken cancellation)
    {
        if (words.AcceptAll("IF", "NOT", "EXISTS")) return StatementEffect.Absent;
        if (words.Name() is not { } index || !words.Find("ON")) return StatementEffect.Unclear;
        var on = words.Current.Start;
        words.Advance();
        if (words.QualifiedName() is not { } table) return StatementEffect.Unclear;
        if (await CreatedAsync(MySqlCatalog.Find(table, AlteredThing.Index, index), cancellation) is StatementEffect.Absent) return StatementEffect.Absent;
        // CREATE INDEX is an ALTER TABLE to the server (MySQL manual, CREATE INDEX)
        var add = $"ADD {statement[before..on]}{statement[words.Current.Start..]}";
        return Known(await new DefinitionTrial(session).IsAddedAsync(table, [$"DROP INDEX {index}"], [add], cancellation));
    }

    // Where rows come with it, they are not compared: it is there whole or not at all.
    private async Task<StatementEffect> CreatedTableAsync(string name, TokenReader words, string statement, CancellationToken cancellation)
    {
        var definition = statement[words.Current.Start..];
        if (words.Find("SELECT")) return StatementEffect.Present;
        return Known(await new DefinitionTrial(session).IsTableAsync(name, TableWithoutForeignKeys.Of(definition, session.Splitter.Lexer), cancellation));
    }

    // The catalog keeps bodies as they were written.
    private async Task<StatementEffect> HasBodyAsync(string kind, string written, string statement, CancellationToken cancellation)
    {
        var (schema, name) = MySqlCatalog.Split(written);
        var query = kind switch
        {
            "TRIGGER" => $"SELECT ACTION_STATEMENT FROM information_schema.TRIGGERS WHERE TRIGGER_SCHEMA = {schema} AND TRIGGER_NAME = {name}",
            "EVENT" => $"SELECT EVENT_DEFINITION FROM information_schema.EVENTS WHERE EVENT_SCHEMA = {schema} AND EVENT_NAME = {name}",
            _ => $"SELECT ROUTINE_DEFINITION FROM information_schema.ROUTINES WHERE ROUTINE_SCHEMA = {schema} AND ROUTINE_NAME = {name} AND ROUTINE_TYPE = '{kind}'",
        };
        // it is hidden from users who may not see it
        return Known(await session.ScalarAsync(query, cancellation) is not { } body || statement.TrimEnd().EndsWith(body.Trim(), StringComparison.Ordinal));
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
            query = words.QualifiedName() is { } name ? ObjectQuery(kind, name) : null;
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

    private static string ObjectQuery(string kind, string written)
    {
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
        words.AcceptAll("IF", "EXISTS");
        if (words.Name() is not { } index) return null;
        while (!words.AtEnd && !words.Accept("ON")) words.Advance();
        return words.QualifiedName() is { } table ? MySqlCatalog.Find(table, AlteredThing.Index, index) : null;
    }
}
