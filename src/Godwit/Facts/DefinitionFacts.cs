using Godwit.Operations;

namespace Godwit.Facts;

/// <summary>Reads the definitions of columns and constraints, as all databases write them.</summary>
internal static class DefinitionFacts
{
    private static readonly string[] AfterType =
    [
        "CONSTRAINT", "NOT", "NULL", "DEFAULT", "PRIMARY", "UNIQUE", "CHECK", "REFERENCES", "GENERATED", "COLLATE", "AS", "AUTO_INCREMENT",
        "AUTOINCREMENT", "COMMENT", "ON", "FIRST", "AFTER", "KEY", "STORED", "VIRTUAL", "PERSISTENT", "INVISIBLE", "CHARSET", "USING", "STORAGE",
        "COMPRESSION", "DEFERRABLE", "INITIALLY", "CHARACTER", "IDENTITY",
    ];

    private static readonly string[] TableConstraints =
        ["CONSTRAINT", "PRIMARY", "UNIQUE", "FOREIGN", "CHECK", "EXCLUDE", "LIKE", "INDEX", "KEY", "FULLTEXT", "SPATIAL", "PERIOD"];

    /// <summary>Whether a part of a table's definition is a constraint or an index, and no column.</summary>
    internal static bool IsOfTable(SqlCursor words) => words.IsAny(TableConstraints);

    /// <summary>The column's definition behind its name.</summary>
    internal static ColumnShape Column(SqlName name, SqlCursor words)
    {
        var column = new ColumnShape(name, words.IsAny(AfterType) && !words.Is("CHARACTER") || words.AtEndOfPart ? "" : words.ToWord(AfterType));
        if (TypeText.IsSerial(column.Type)) column = column with { IsNumbered = true };
        while (!words.AtEndOfPart) column = Attribute(column, words);
        return column;
    }

    private static ColumnShape Attribute(ColumnShape column, SqlCursor words)
    {
        var word = words.Word;
        if (words.AtParenthesis) words.Parenthesis();
        else words.Advance();
        switch (word)
        {
            case "CONSTRAINT": words.Name(); return column;
            case "NOT": return words.Accept("NULL") ? column with { IsNotNull = true } : column;
            case "DEFAULT": return column with { Default = words.ToWord(AfterType) };
            case "PRIMARY": words.Accept("KEY"); return column with { IsPrimaryKey = true, IsNotNull = true };
            case "UNIQUE": words.Accept("KEY"); return column with { IsUnique = true };
            case "CHECK": return column with { Check = words.Parenthesis() ?? "" };
            case "REFERENCES": return column with { References = References(words) };
            case "GENERATED": return Generated(column, words);
            case "AS": return column with { Generated = words.Parenthesis() ?? "" };
            case "STORED" or "PERSISTENT": return column with { IsStored = true };
            case "AUTO_INCREMENT" or "AUTOINCREMENT": return column with { IsNumbered = true };
            case "COLLATE": return column with { Collation = words.Name()?.Written };
            case "CHARSET": return column with { Charset = words.Name()?.Written };
            case "CHARACTER": words.Accept("SET"); return column with { Charset = words.Name()?.Written };
            case "ON": words.AcceptAny("UPDATE", "CONFLICT"); words.Advance(); return column;
            case "FIRST": return column with { Position = "FIRST" };
            case "AFTER": return column with { Position = $"AFTER {words.Name()}" };
            default: return column;
        }
    }

    private static ColumnShape Generated(ColumnShape column, SqlCursor words)
    {
        words.AcceptAny("ALWAYS", "BY");
        words.Accept("DEFAULT");
        words.Accept("AS");
        if (!words.Accept("IDENTITY")) return column with { Generated = words.Parenthesis() ?? "" };
        words.Parenthesis();
        return column with { IsNumbered = true };
    }

    // other (id) ON DELETE SET NULL
    private static string References(SqlCursor words)
    {
        var start = words.Start;
        words.Name();
        words.Parenthesis();
        while (words.IsAny("ON", "MATCH"))
        {
            words.Advance();
            words.AcceptAny("DELETE", "UPDATE");
            if (words.AcceptAny("SET", "NO")) words.Advance();
            else words.Advance();
        }

        return words.Since(start);
    }

    /// <summary>A constraint's definition, its name included; null where it is an index or none of these.</summary>
    internal static ConstraintShape? Constraint(SqlCursor words)
    {
        var name = words.Accept("CONSTRAINT") && !words.IsAny("PRIMARY", "UNIQUE", "FOREIGN", "CHECK") ? words.Name() : null;
        var start = words.Start;
        ConstraintShape? shape = null;
        if (words.Accept("PRIMARY")) shape = Keyed(ConstraintKind.PrimaryKey, name, words);
        else if (words.Accept("UNIQUE")) shape = Keyed(ConstraintKind.Unique, name, words);
        else if (words.Accept("CHECK")) shape = new ConstraintShape(ConstraintKind.Check, name, []);
        else if (words.Accept("EXCLUDE")) shape = new ConstraintShape(ConstraintKind.Exclusion, name, []);
        else if (words.AcceptAll("FOREIGN", "KEY")) shape = Foreign(name, words);
        if (shape is null) return null;
        words.ToWord(["NOT", "ALGORITHM", "LOCK"]);
        while (!words.AtEndOfPart)
        {
            if (words.Is("NOT"))
            {
                var end = words.Since(start);
                words.Advance();
                if (words.Accept("VALID")) return shape with { IsNotValid = true, Body = end };
            }
            else
            {
                words.Advance();
            }
        }

        return shape with { Body = words.Since(start) };
    }

    private static ConstraintShape Keyed(ConstraintKind kind, SqlName? name, SqlCursor words)
    {
        words.AcceptAny("KEY", "INDEX");
        words.AcceptAll("NULLS", "NOT", "DISTINCT");
        if (words.AcceptAll("USING", "INDEX")) return new ConstraintShape(kind, name, []) { UsingIndex = words.Name() };
        if (!words.AtParenthesis && !words.AtEndOfPart && !words.Is("USING")) name ??= words.Name();
        if (words.Accept("USING")) words.Name();
        return new ConstraintShape(kind, name, words.NamesInParentheses());
    }

    private static ConstraintShape Foreign(SqlName? name, SqlCursor words)
    {
        words.IfExists();
        if (!words.AtParenthesis) name ??= words.Name();
        var columns = words.NamesInParentheses();
        return new ConstraintShape(ConstraintKind.ForeignKey, name, columns)
        {
            ReferencedTable = words.Accept("REFERENCES") ? words.Name() : null,
        };
    }
}
