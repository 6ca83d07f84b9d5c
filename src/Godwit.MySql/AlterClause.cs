using Godwit.Sql;

namespace Godwit.MySql;

/// <summary>One clause of an ALTER TABLE, as far as the catalog can say whether it took effect.</summary>
/// <param name="Kind">What becomes of a thing.</param>
/// <param name="Thing">What kind of thing.</param>
/// <param name="Name">Its name as it is written; for a rename the old one.</param>
/// <param name="NewName">The new name as it is written; null for what is not a rename.</param>
internal sealed record AlterClause(AlterKind Kind, AlteredThing Thing, string Name, string? NewName = null)
{
    /// <summary>A clause that has the same effect when it is run again.</summary>
    internal static AlterClause Repeatable { get; } = new(AlterKind.Repeats, AlteredThing.Table, "");

    /// <summary>A clause of which the catalog, or this code, cannot tell.</summary>
    internal static AlterClause Unknown { get; } = new(AlterKind.Unknown, AlteredThing.Table, "");

    /// <summary>The clause as it is written.</summary>
    internal string Text { get; private init; } = "";

    /// <summary>The clause that takes off what this one adds.</summary>
    internal string Drop => Thing switch
    {
        AlteredThing.Index when Name == "PRIMARY" => "DROP PRIMARY KEY",
        AlteredThing.Index => $"DROP INDEX {Name}",
        AlteredThing.Constraint => $"DROP CONSTRAINT {Name}",
        _ => $"DROP COLUMN {Name}",
    };

    /// <summary>Reads all clauses; the reader stands behind the table's name (MariaDB manual, ALTER TABLE).</summary>
    /// <param name="words">The reader.</param>
    /// <param name="statement">The text it reads.</param>
    internal static List<AlterClause> ReadAll(TokenReader words, string statement)
    {
        var clauses = new List<AlterClause>();
        while (!words.AtEnd)
        {
            var start = words.Current.Start;
            var clause = Read(words);
            var end = SkipToComma(words);
            clauses.Add(clause with { Text = statement[start..end] });
        }

        return clauses;
    }

    private static AlterClause Read(TokenReader words)
    {
        if (words.Accept("ADD")) return ReadAdd(words);
        if (words.Accept("DROP")) return ReadDrop(words);
        if (words.Accept("RENAME")) return ReadRename(words);
        if (words.Accept("CHANGE")) return ReadChange(words);
        if (words.Is("PARTITION") || words.Is("TRUNCATE") || words.Is("EXCHANGE") || words.Is("REORGANIZE") || words.Is("COALESCE")
            || words.Is("REMOVE") || words.Is("DISCARD") || words.Is("IMPORT") || words.Is("CONVERT") && !IsCharacterSet(words)) return Unknown;
        // MODIFY, ALTER COLUMN, ENGINE, COMMENT, AUTO_INCREMENT, ALGORITHM … say how the table is to be
        return Repeatable;
    }

    private static AlterClause ReadAdd(TokenReader words)
    {
        var constraint = words.Accept("CONSTRAINT") && !words.Is("PRIMARY") && !words.Is("UNIQUE") && !words.Is("FOREIGN") && !words.Is("CHECK")
            ? NameUnlessExists(words)
            : null;
        if (words.Accept("PRIMARY")) return Added(AlteredThing.Index, "PRIMARY");
        if (words.Accept("FOREIGN"))
        {
            words.Accept("KEY");
            var exists = words.AcceptAll("IF", "NOT", "EXISTS");
            return exists ? Repeatable : Added(AlteredThing.Constraint, constraint ?? words.Name());
        }

        if (words.Accept("CHECK")) return Added(AlteredThing.Constraint, constraint);
        var unique = words.Accept("UNIQUE") || words.Accept("FULLTEXT") || words.Accept("SPATIAL");
        if (words.Accept("INDEX") || words.Accept("KEY") || unique)
        {
            words.Accept("INDEX");
            words.Accept("KEY");
            return words.Is("IF") ? Repeatable : Added(AlteredThing.Index, words.Name() ?? constraint);
        }

        if (words.Is("PARTITION") || words.Is("PERIOD") || words.Is("SYSTEM")) return Unknown;
        words.Accept("COLUMN");
        return words.Is("IF") ? Repeatable : Added(AlteredThing.Column, words.Name());
    }

    private static AlterClause ReadDrop(TokenReader words)
    {
        if (words.Accept("PRIMARY")) return new AlterClause(AlterKind.Drops, AlteredThing.Index, "PRIMARY");
        if (words.Is("PARTITION") || words.Is("SYSTEM")) return Unknown;
        var thing = AlteredThing.Column;
        if (words.Accept("INDEX") || words.Accept("KEY")) thing = AlteredThing.Index;
        else if (words.AcceptAll("FOREIGN", "KEY") || words.Accept("CONSTRAINT") || words.Accept("CHECK")) thing = AlteredThing.Constraint;
        else words.Accept("COLUMN");
        if (words.Is("IF")) return Repeatable;
        return words.Name() is { } name ? new AlterClause(AlterKind.Drops, thing, name) : Unknown;
    }

    private static AlterClause ReadRename(TokenReader words)
    {
        var thing = words.Accept("COLUMN") ? AlteredThing.Column : words.Accept("INDEX") || words.Accept("KEY") ? AlteredThing.Index : AlteredThing.Table;
        if (thing is AlteredThing.Table)
        {
            if (!words.Accept("TO")) words.Accept("AS");
            return words.QualifiedName() is { } table ? new AlterClause(AlterKind.Renames, thing, "", table) : Unknown;
        }

        if (words.Is("IF")) return Unknown;
        return words.Name() is { } old && words.Accept("TO") && words.Name() is { } name ? new AlterClause(AlterKind.Renames, thing, old, name) : Unknown;
    }

    private static AlterClause ReadChange(TokenReader words)
    {
        words.Accept("COLUMN");
        if (words.Is("IF") || words.Name() is not { } old || words.Name() is not { } name) return Unknown;
        return string.Equals(old.Trim('`'), name.Trim('`'), StringComparison.OrdinalIgnoreCase)
            ? Repeatable
            : new AlterClause(AlterKind.Renames, AlteredThing.Column, old, name);
    }

    private static AlterClause Added(AlteredThing thing, string? name) => name is null ? Unknown : new AlterClause(AlterKind.Adds, thing, name);

    private static string? NameUnlessExists(TokenReader words)
    {
        words.AcceptAll("IF", "NOT", "EXISTS");
        return words.Name();
    }

    private static bool IsCharacterSet(TokenReader words)
    {
        words.Advance();
        return words.AcceptAll("TO") && !words.Is("PARTITION");
    }

    // To behind the comma; gives where the comma stands.
    private static int SkipToComma(TokenReader words)
    {
        var depth = 0;
        for (; !words.AtEnd; words.Advance())
        {
            var at = words.Current.Start;
            if (words.Current.Kind == TokenKind.OpenParenthesis) depth++;
            else if (words.Current.Kind == TokenKind.CloseParenthesis) depth--;
            else if (depth == 0 && words.Accept(',')) return at;
        }

        return words.Current.Start;
    }
}

/// <summary>What a clause does with a thing.</summary>
internal enum AlterKind
{
    /// <summary>It is there afterwards.</summary>
    Adds,

    /// <summary>It is gone afterwards.</summary>
    Drops,

    /// <summary>It has another name afterwards.</summary>
    Renames,

    /// <summary>It has the same effect when it is run again.</summary>
    Repeats,

    /// <summary>It cannot be told.</summary>
    Unknown,
}

/// <summary>What an ALTER TABLE changes.</summary>
internal enum AlteredThing
{
    /// <summary>The table itself.</summary>
    Table,

    /// <summary>A column.</summary>
    Column,

    /// <summary>An index or key.</summary>
    Index,

    /// <summary>A foreign key or check.</summary>
    Constraint,
}
