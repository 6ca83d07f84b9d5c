using Godwit.Operations;

namespace Godwit.Facts;

/// <summary>Reads what follows ALTER TABLE: any number of changes with commas between them.</summary>
internal static class AlterTableFacts
{
    internal static IEnumerable<Fact> Read(SqlCursor words)
    {
        words.IfExists();
        words.Accept("ONLY");
        if (words.Name() is not { } table) return [];
        words.Accept('*');
        if (words.AcceptAny("WAIT", "NOWAIT") && !words.AtEnd && words.Word.Length == 0) words.Advance();
        var facts = new List<Fact>();
        string? algorithm = null, held = null;
        var parts = 0;
        while (!words.AtEnd)
        {
            var location = words.Location;
            if (words.Accept("ALGORITHM")) algorithm = AlterFacts.Value(words);
            else if (words.Accept("LOCK")) held = AlterFacts.Value(words);
            else
            {
                parts++;
                facts.AddRange(Change(table, words).Select(fact => fact with { Location = location }));
            }

            words.ToEndOfPart();
            if (!words.Accept(',')) break;
        }

        if (algorithm is not null || held is not null) facts.Insert(0, new AlterHinted(table, algorithm, held));
        return [new TableAltered(table, parts), .. facts];
    }

    private static IEnumerable<Fact> Change(SqlName table, SqlCursor words)
    {
        var start = words.Start;
        var word = words.Word;
        words.Advance();
        switch (word)
        {
            case "ADD": return Added(table, words, start);
            case "DROP": return Dropped(table, words, start);
            case "ALTER": return Altered(table, words);
            case "MODIFY": return Modified(table, words);
            case "CHANGE": return Changed(table, words);
            case "RENAME": return Renamed(table, words);
            case "VALIDATE": return words.Accept("CONSTRAINT") && words.Name() is { } valid ? [new ConstraintValidated(table, valid)] : [];
            case "ATTACH": return words.Accept("PARTITION") && words.Name() is { } attached ? [new PartitionAttached(table, attached)] : [];
            case "DETACH": return words.Accept("PARTITION") && words.Name() is { } detached ? [Detached(table, detached, words)] : [];
            case "ENABLE" or "DISABLE" or "FORCE" when words.AcceptAny("ROW", "TRIGGER", "RULE"): return [new TableGuarded(table, "row security")];
            case "SET" when words.IsAny("LOGGED", "UNLOGGED", "TABLESPACE", "ACCESS"):
                words.ToEndOfPart();
                return [new StorageChanged(table, words.Since(start))];
            case "ENGINE" or "CONVERT" or "CHARACTER" or "CHARSET" or "COLLATE" or "DEFAULT" or "ROW_FORMAT" or "FORCE" or "PARTITION" or "REMOVE" or "ORDER" or "COALESCE" or "REORGANIZE":
                words.ToEndOfPart();
                return [new StorageChanged(table, words.Since(start))];
            default: return [];
        }
    }

    private static PartitionDetached Detached(SqlName table, SqlName partition, SqlCursor words) =>
        new(table, partition, words.IsAny("CONCURRENTLY", "FINALIZE"));

    private static IEnumerable<Fact> Added(SqlName table, SqlCursor words, int start)
    {
        var column = words.Accept("COLUMN");
        if (!column && words.Is("PARTITION"))
        {
            words.ToEndOfPart();
            return [new StorageChanged(table, words.Since(start))];
        }

        if (!column && words.IsAny("UNIQUE", "INDEX", "KEY", "FULLTEXT", "SPATIAL")) return [Indexed(table, words)];
        if (!column && DefinitionFacts.IsOfTable(words))
            return DefinitionFacts.Constraint(words) is { } constraint ? [new ConstraintAdded(table, constraint)] : [];
        words.IfExists();
        if (words.AtParenthesis) return Several(table, words);
        return words.Name() is { } name ? [new ColumnAdded(table, DefinitionFacts.Column(name, words))] : [];
    }

    // ADD (a int, b int) of MySQL and MariaDB
    private static IEnumerable<Fact> Several(SqlName table, SqlCursor words)
    {
        words.Advance();
        do
        {
            if (words.Name() is { } name) yield return new ColumnAdded(table, DefinitionFacts.Column(name, words));
        }
        while (words.Accept(','));
        words.Advance();
    }

    // ADD UNIQUE (a) is a constraint; ADD [UNIQUE] INDEX is an index, which no other database can say here.
    private static Fact Indexed(SqlName table, SqlCursor words)
    {
        var unique = words.Is("UNIQUE");
        var kind = words.IsAny("FULLTEXT", "SPATIAL") ? words.Word : null;
        if (unique)
        {
            return DefinitionFacts.Constraint(words) is { } constraint ? new ConstraintAdded(table, constraint) : new TableAltered(table, 0);
        }

        if (kind is not null) words.Advance();
        words.AcceptAny("INDEX", "KEY");
        words.IfExists();
        var name = words.AtParenthesis || words.Is("USING") ? null : words.Name();
        if (words.Accept("USING")) words.Name();
        return new IndexCreated(table, name, words.PartsInParentheses()) { Kind = kind };
    }

    private static IEnumerable<Fact> Dropped(SqlName table, SqlCursor words, int start)
    {
        if (words.Accept("CONSTRAINT")) return ConstraintGone(table, words, null);
        if (words.Is("PRIMARY")) return [new ConstraintDropped(table, null, ConstraintKind.PrimaryKey)];
        if (words.AcceptAll("FOREIGN", "KEY")) return ConstraintGone(table, words, ConstraintKind.ForeignKey);
        if (words.Accept("CHECK")) return ConstraintGone(table, words, ConstraintKind.Check);
        if (words.Is("PARTITION"))
        {
            words.ToEndOfPart();
            return [new StorageChanged(table, words.Since(start))];
        }

        if (words.AcceptAny("INDEX", "KEY"))
        {
            words.IfExists();
            return words.Name() is { } index ? [new IndexesDropped([index], table, Concurrently: false)] : [];
        }

        words.Accept("COLUMN");
        words.IfExists();
        return words.Name() is { } column ? [new ColumnDropped(table, column)] : [];
    }

    private static IEnumerable<Fact> ConstraintGone(SqlName table, SqlCursor words, ConstraintKind? kind)
    {
        words.IfExists();
        return words.Name() is { } name ? [new ConstraintDropped(table, name, kind)] : [];
    }

    private static IEnumerable<Fact> Altered(SqlName table, SqlCursor words)
    {
        if (words.AcceptAny("INDEX", "CONSTRAINT", "KEY", "CHECK")) return [];
        words.Accept("COLUMN");
        if (words.Name() is not { } column) return [];
        words.Accept("SET");
        if (words.Accept("TYPE") || words.AcceptAll("DATA", "TYPE")) return [Retyped(table, column, words)];
        if (words.AcceptAll("NOT", "NULL")) return [new NullForbidden(table, column)];
        if (words.Accept("DEFAULT")) return [new DefaultChanged(table, column, words.ToEndOfPart())];
        if (words.Accept("ADD")) return words.Accept("GENERATED") ? [new ColumnNumbered(table, column)] : [];
        if (!words.Accept("DROP")) return [];
        if (words.AcceptAll("NOT", "NULL")) return [new NullAllowed(table, column)];
        return words.Accept("DEFAULT") ? [new DefaultChanged(table, column, null)] : [];
    }

    private static ColumnRetyped Retyped(SqlName table, SqlName column, SqlCursor words)
    {
        var type = words.ToWord(["COLLATE", "USING"]);
        var collation = words.Accept("COLLATE") ? words.Name()?.Written : null;
        return new ColumnRetyped(table, column, type) { Collation = collation, Using = words.Accept("USING") ? words.ToEndOfPart() : null };
    }

    private static IEnumerable<Fact> Modified(SqlName table, SqlCursor words)
    {
        words.Accept("COLUMN");
        words.IfExists();
        return words.Name() is { } name ? [new ColumnRedefined(table, name, DefinitionFacts.Column(name, words))] : [];
    }

    private static IEnumerable<Fact> Changed(SqlName table, SqlCursor words)
    {
        words.Accept("COLUMN");
        words.IfExists();
        if (words.Name() is not { } old || words.Name() is not { } name) yield break;
        if (old != name) yield return new ColumnRenamed(table, old, name);
        yield return new ColumnRedefined(table, old, DefinitionFacts.Column(name, words));
    }

    private static IEnumerable<Fact> Renamed(SqlName table, SqlCursor words)
    {
        if (words.AcceptAny("INDEX", "KEY", "CONSTRAINT")) return [];
        if (words.AcceptAny("TO", "AS")) return words.Name() is { } to ? [new TableRenamed(table, to)] : [];
        words.Accept("COLUMN");
        if (words.Name() is not { } from) return [];
        if (words.Accept("TO") && words.Name() is { } name) return [new ColumnRenamed(table, from, name)];
        return words.AtEndOfPart ? [new TableRenamed(table, from)] : [];
    }
}
