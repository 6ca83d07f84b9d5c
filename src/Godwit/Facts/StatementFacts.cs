using System.Collections.Immutable;
using Godwit.Sql;

namespace Godwit.Facts;

/// <summary>
/// Reads from a statement's text what it does, tolerantly: what is not understood yields no fact. One reader for all databases, whose
/// words do not contradict each other.
/// </summary>
internal static class StatementFacts
{
    /// <summary>The facts of a statement.</summary>
    /// <param name="lexer">The lexical rules of the database.</param>
    /// <param name="statement">The statement.</param>
    internal static ImmutableArray<Fact> Of(SqlLexer lexer, SqlStatement statement)
    {
        var words = new SqlCursor(lexer, statement);
        var location = words.Location ?? statement.Location;
        var verb = words.Word;
        ImmutableArray<Fact> facts = [.. Read(words).Select(fact => fact with { Location = fact.Location ?? location, Sql = statement.Text })];
        return facts.IsEmpty ? [new Plain(verb) { Location = location, Sql = statement.Text }] : facts;
    }

    /// <summary>The tables that a fact is about.</summary>
    internal static IEnumerable<SqlName> TablesOf(Fact fact) => fact switch
    {
        TablesDropped dropped => dropped.Names,
        TablesTruncated truncated => truncated.Names,
        ConstraintAdded { Constraint.ReferencedTable: { } other } added => [added.To, other],
        TableCreated created => created.Constraints.Select(constraint => constraint.ReferencedTable).OfType<SqlName>(),
        _ => fact.Table is { } table ? [table] : [],
    };

    private static IEnumerable<Fact> Read(SqlCursor words)
    {
        var word = words.Word;
        words.Advance();
        switch (word)
        {
            case "CREATE": return CreateFacts.Read(words);
            case "ALTER": return AlterFacts.Read(words);
            case "DROP": return Dropped(words);
            case "TRUNCATE": return Truncated(words);
            case "RENAME": return Renamed(words);
            case "UPDATE" or "DELETE": return Rows(word, words);
            case "WITH": return WithRows(words);
            case "REINDEX": return Reindexed(words);
            case "VACUUM": return Vacuumed(words);
            case "CLUSTER": return [new TableRewritten(words.Accept("ON") ? null : words.Name(), "CLUSTER")];
            case "OPTIMIZE": return Optimized(words);
            case "REFRESH": return Refreshed(words);
            case "SET" or "PRAGMA": return Set(words);
            case "DO" or "CALL" or "EXECUTE" or "EXEC": return [new Opaque(word)];
            case "BEGIN" or "START" or "COMMIT" or "ROLLBACK" or "END" or "ABORT" or "SAVEPOINT": return [new TransactionControlled(word)];
            default: return [];
        }
    }

    private static IEnumerable<Fact> Dropped(SqlCursor words)
    {
        words.Accept("TEMPORARY");
        var kind = words.Word;
        words.Advance();
        switch (kind)
        {
            case "TABLE":
                var ifExists = words.Is("IF");
                words.IfExists();
                return [new TablesDropped(words.Names(), ifExists)];
            case "SCHEMA" or "DATABASE":
                words.IfExists();
                return words.Name() is { } dropped ? [new NamespaceDropped(kind, dropped)] : [];
            case "INDEX":
                var concurrently = words.Accept("CONCURRENTLY");
                words.IfExists();
                var names = words.Names();
                return [new IndexesDropped(names, words.Accept("ON") ? words.Name() : null, concurrently)];
            default: return [];
        }
    }

    private static IEnumerable<Fact> Truncated(SqlCursor words)
    {
        words.Accept("TABLE");
        var names = words.Names();
        return [new TablesTruncated(names, words.Find("CASCADE"))];
    }

    // RENAME TABLE a TO b, c TO d
    private static IEnumerable<Fact> Renamed(SqlCursor words)
    {
        if (!words.AcceptAny("TABLE", "TABLES")) yield break;
        do
        {
            words.IfExists();
            if (words.Name() is { } from && words.Accept("TO") && words.Name() is { } to) yield return new TableRenamed(from, to);
        }
        while (words.Accept(','));
    }

    private static IEnumerable<Fact> Rows(string verb, SqlCursor words)
    {
        words.AcceptAny("LOW_PRIORITY", "QUICK", "IGNORE", "OR");
        words.AcceptAny("ROLLBACK", "ABORT", "REPLACE", "FAIL", "IGNORE");
        if (verb == "DELETE" && !words.Accept("FROM")) return [];
        words.Accept("ONLY");
        return words.Name() is { } table ? [new RowsChanged(table, verb, words.Find("WHERE"))] : [];
    }

    private static IEnumerable<Fact> WithRows(SqlCursor words)
    {
        while (!words.AtEnd && !words.IsAny("UPDATE", "DELETE", "INSERT", "SELECT", "MERGE"))
        {
            if (words.AtParenthesis) words.Parenthesis();
            else words.Advance();
        }

        var verb = words.Word;
        words.Advance();
        return verb is "UPDATE" or "DELETE" ? Rows(verb, words) : [];
    }

    private static IEnumerable<Fact> Reindexed(SqlCursor words)
    {
        var options = words.Parenthesis() ?? "";
        var kind = words.IsAny("INDEX", "TABLE", "SCHEMA", "DATABASE", "SYSTEM") ? words.Word : "";
        if (kind.Length > 0) words.Advance();
        var concurrently = words.Accept("CONCURRENTLY") || options.Contains("CONCURRENTLY", StringComparison.OrdinalIgnoreCase);
        return [new Reindexed(kind, words.Name(), concurrently)];
    }

    private static IEnumerable<Fact> Vacuumed(SqlCursor words)
    {
        var full = words.Parenthesis()?.Contains("FULL", StringComparison.OrdinalIgnoreCase) ?? words.Accept("FULL");
        while (words.AcceptAny("FREEZE", "VERBOSE", "ANALYZE")) full |= words.Accept("FULL");
        return full ? [new TableRewritten(words.Name(), "VACUUM FULL")] : [];
    }

    private static IEnumerable<Fact> Optimized(SqlCursor words)
    {
        words.AcceptAny("NO_WRITE_TO_BINLOG", "LOCAL");
        return words.Accept("TABLE") ? words.Names().Select(name => new TableRewritten(name, "OPTIMIZE TABLE")) : [];
    }

    private static IEnumerable<Fact> Refreshed(SqlCursor words)
    {
        if (!words.AcceptAll("MATERIALIZED", "VIEW")) return [];
        var concurrently = words.Accept("CONCURRENTLY");
        return words.Name() is { } name ? [new ViewRefreshed(name, concurrently)] : [];
    }

    // SET [LOCAL] name = value; SET @@session.name := value; PRAGMA name = value
    private static IEnumerable<Fact> Set(SqlCursor words)
    {
        do
        {
            words.AcceptAny("LOCAL", "SESSION", "GLOBAL", "PERSIST");
            while (words.Accept('@')) words.AcceptAny("SESSION", "GLOBAL");
            words.Accept('.');
            if (words.Name() is not { } name) yield break;
            words.Accept(':');
            words.Accept("TO");
            words.Accept('=');
            yield return new SettingChanged(name.Key, words.Parenthesis() ?? words.ToEndOfPart());
        }
        while (words.Accept(','));
    }
}
