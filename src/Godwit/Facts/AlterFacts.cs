namespace Godwit.Facts;

/// <summary>Reads what follows ALTER.</summary>
internal static class AlterFacts
{
    internal static IEnumerable<Fact> Read(SqlCursor words)
    {
        words.AcceptAny("ONLINE", "IGNORE");
        if (words.Accept("TABLE")) return AlterTableFacts.Read(words);
        if (words.Accept("TYPE")) return Type(words);
        if (words.Accept("DOMAIN")) return Domain(words);
        if (!words.Accept("SCHEMA")) return [];
        return words.Name() is { } from && words.AcceptAll("RENAME", "TO") && words.Name() is { } to ? [new NamespaceRenamed(from, to)] : [];
    }

    /// <summary>What the rest of a statement tells MySQL or MariaDB of how to do it; null where it tells nothing.</summary>
    internal static AlterHinted? Hints(SqlCursor words, SqlName table)
    {
        string? algorithm = null, held = null;
        while (!words.AtEnd)
        {
            if (words.Accept("ALGORITHM")) algorithm = Value(words);
            else if (words.Accept("LOCK")) held = Value(words);
            else words.Advance();
        }

        return algorithm is null && held is null ? null : new AlterHinted(table, algorithm, held);
    }

    /// <summary>The word behind an equals sign that may be missing.</summary>
    internal static string Value(SqlCursor words)
    {
        words.Accept('=');
        var value = words.Word;
        words.Advance();
        return value;
    }

    private static IEnumerable<Fact> Type(SqlCursor words)
    {
        if (words.Name() is not { } type) return [];
        if (words.AcceptAll("ADD", "VALUE"))
        {
            words.IfExists();
            var value = words.String() ?? "";
            return [new EnumValueAdded(type, value, words.IsAny("BEFORE", "AFTER"))];
        }

        if (!words.Accept("RENAME") || !words.Accept("VALUE")) return [];
        var from = words.String() ?? "";
        words.Accept("TO");
        return [new EnumValueRenamed(type, from, words.String() ?? "")];
    }

    private static IEnumerable<Fact> Domain(SqlCursor words)
    {
        if (words.Name() is not { } domain || !words.Accept("ADD")) return [];
        var start = words.Start;
        words.ToWord(["NOT"]);
        var check = words.Since(start);
        return [new DomainConstrained(domain, Existed: true, words.AcceptAll("NOT", "VALID"), check)];
    }
}
