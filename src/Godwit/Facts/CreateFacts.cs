using System.Collections.Immutable;

namespace Godwit.Facts;

/// <summary>Reads what follows CREATE.</summary>
internal static class CreateFacts
{
    internal static IEnumerable<Fact> Read(SqlCursor words)
    {
        words.AcceptAll("OR", "REPLACE");
        var temporary = words.AcceptAny("TEMP", "TEMPORARY");
        words.AcceptAny("GLOBAL", "LOCAL", "UNLOGGED");
        if (words.Accept("TABLE")) return Table(words, temporary);
        var kind = words.IsAny("FULLTEXT", "SPATIAL") ? words.Word : null;
        if (kind is not null) words.Advance();
        var unique = words.Accept("UNIQUE");
        if (words.Accept("INDEX")) return Index(words, unique, kind);
        if (words.Accept("TYPE")) return words.Name() is { } type && words.AcceptAll("AS", "ENUM") ? [new EnumCreated(type)] : [];
        if (words.Accept("DOMAIN")) return Domain(words);
        return temporary ? [] : Guard(words);
    }

    private static IEnumerable<Fact> Table(SqlCursor words, bool temporary)
    {
        words.IfExists();
        if (words.Name() is not { } name) return [];
        if (words.AcceptAll("PARTITION", "OF")) return [new TableCreated(name, []) { Parent = words.Name() }];
        var columns = ImmutableArray.CreateBuilder<ColumnShape>();
        var constraints = ImmutableArray.CreateBuilder<ConstraintShape>();
        if (words.AtParenthesis)
        {
            words.Advance();
            while (!words.AtEnd)
            {
                if (DefinitionFacts.IsOfTable(words))
                {
                    if (DefinitionFacts.Constraint(words) is { } constraint) constraints.Add(constraint);
                }
                else if (words.Name() is { } column)
                {
                    columns.Add(DefinitionFacts.Column(column, words));
                }

                words.ToEndOfPart();
                if (!words.Accept(',')) break;
            }
        }

        return [new TableCreated(name, columns.DrainToImmutable()) { Constraints = constraints.DrainToImmutable(), IsTemporary = temporary }];
    }

    private static IEnumerable<Fact> Index(SqlCursor words, bool unique, string? kind)
    {
        var concurrently = words.Accept("CONCURRENTLY");
        var ifNotExists = words.Is("IF");
        words.IfExists();
        var name = words.Is("ON") ? null : words.Name();
        if (words.Accept("USING")) words.Name();
        if (!words.Accept("ON")) return [];
        var only = words.Accept("ONLY");
        if (words.Name() is not { } table) return [];
        var method = words.Accept("USING") ? words.Name()?.Key : null;
        var created = new IndexCreated(table, name, words.PartsInParentheses())
        {
            IsUnique = unique,
            Concurrently = concurrently,
            IfNotExists = ifNotExists,
            IsOnly = only,
            Method = method,
            Kind = kind,
        };
        return AlterFacts.Hints(words, table) is { } hints ? [created, hints] : [created];
    }

    private static IEnumerable<Fact> Domain(SqlCursor words)
    {
        if (words.Name() is not { } name) yield break;
        while (!words.AtEnd)
        {
            var start = words.Start;
            if (words.Accept("CHECK"))
            {
                words.Parenthesis();
                yield return new DomainConstrained(name, Existed: false, IsNotValid: false, words.Since(start));
                yield break;
            }

            if (words.AtParenthesis) words.Parenthesis();
            else words.Advance();
        }
    }

    private static IEnumerable<Fact> Guard(SqlCursor words)
    {
        words.Accept("CONSTRAINT");
        while (!words.AtEnd && !words.IsAny("TRIGGER", "RULE", "POLICY"))
        {
            // what stands before TRIGGER: DEFINER = user@host
            if (words.IsAny("VIEW", "FUNCTION", "PROCEDURE", "SEQUENCE", "SCHEMA", "EXTENSION", "MATERIALIZED", "ROLE", "USER", "DATABASE")) return [];
            words.Advance();
        }

        var what = words.Word switch { "TRIGGER" => "trigger", "RULE" => "rule", "POLICY" => "policy", _ => null };
        if (what is null) return [];
        words.Advance();
        words.IfExists();
        words.Name();
        if (!words.Find(what == "rule" ? "TO" : "ON")) return [];
        words.Advance();
        return words.Name() is { } table ? [new TableGuarded(table, what)] : [];
    }
}
