using System.Collections.Immutable;
using System.Globalization;
using Godwit.Sql;

namespace Godwit.Migrations;

/// <summary>What the comment lines before the first statement of a script or section set.</summary>
internal sealed record Directives
{
    private static readonly Directives None = new();
    private static readonly string[] Names = ["transaction", "depends", "parent", "tags", "timeout", "environments", "foreign_keys", "allow", "baseline"];

    internal TransactionMode? Transaction { get; private init; }

    internal TimeSpan? Timeout { get; private init; }

    internal ForeignKeyEnforcement? ForeignKeys { get; private init; }

    internal ImmutableArray<Dependency> DependsOn { get; private init; } = [];

    internal ImmutableArray<Dependency>? Parents { get; private init; }

    internal ImmutableArray<string> Tags { get; private init; } = [];

    internal ImmutableArray<string> Environments { get; private init; } = [];

    internal ImmutableArray<Allowance> Allowances { get; private init; } = [];

    internal ImmutableArray<string>? Replaced { get; private init; }

    // Where something is set that concerns the whole migration.
    private SourceLocation? WholeLocation { get; init; }

    /// <summary>Reads the comments between two offsets, up to the first token that is none.</summary>
    internal static Directives Read(SourceText source, SqlLexer lexer, int start, int end)
    {
        var directives = None;
        for (var token = lexer.Next(source, start); token.Start < end; token = lexer.Next(source, token.End))
        {
            if (token.Kind == TokenKind.LineComment) directives = directives.AndComment(source, token);
            else if (token.Kind is not (TokenKind.Whitespace or TokenKind.BlockComment)) break;
        }

        return directives;
    }

    /// <summary>Reads the options after a <c>migrate:up</c>.</summary>
    internal static Directives OfMarker(SourceText source, int start, int end)
    {
        var text = source.Text[start..end].Trim();
        if (text.Length == 0) return None;
        var location = source.Locate(end - source.Text[start..end].TrimStart().Length);
        var value = text.StartsWith("transaction:", StringComparison.OrdinalIgnoreCase) ? text["transaction:".Length..].Trim() : null;
        return value?.ToUpperInvariant() switch
        {
            "TRUE" => new Directives { Transaction = TransactionMode.On },
            "FALSE" => new Directives { Transaction = TransactionMode.Off },
            _ => throw new GodwitException(
                ErrorCode.InvalidDirective,
                $"'{text}' is not an option of a section.",
                "The one option is transaction:false; everything else is set on comment lines below this one.",
                location),
        };
    }

    /// <summary>These directives and further ones, which win where both set the same.</summary>
    internal Directives And(Directives inner) => new()
    {
        Transaction = inner.Transaction ?? Transaction,
        Timeout = inner.Timeout ?? Timeout,
        ForeignKeys = inner.ForeignKeys ?? ForeignKeys,
        DependsOn = DependsOn.AddRange(inner.DependsOn),
        Parents = inner.Parents ?? Parents,
        Tags = Tags.AddRange(inner.Tags),
        Environments = inner.Environments.IsEmpty ? Environments : inner.Environments,
        Allowances = Allowances.AddRange(inner.Allowances),
        Replaced = (Replaced, inner.Replaced) is ({ } before, { } further) ? before.AddRange(further) : Replaced ?? inner.Replaced,
        WholeLocation = WholeLocation ?? inner.WholeLocation,
    };

    /// <summary>These directives, where they are those of a down.</summary>
    internal Directives ForDown() => WholeLocation is null ? this : throw new GodwitException(
        ErrorCode.InvalidDirective,
        "What a migration builds or depends on, what it stands for, its tags, the environments it is for and the rules it may breach concern its up, but are set in its down.",
        "Move the line to the beginning of the migration.",
        WholeLocation);

    private Directives AndComment(SourceText source, Token comment)
    {
        var text = source.Text.AsSpan(comment.Start, comment.Length);
        if (!text.StartsWith("--", StringComparison.Ordinal)) return this;
        var body = text[2..].Trim();
        if (IsGooseNoTransaction(body)) return this with { Transaction = TransactionMode.Off };
        var colon = body.IndexOf(':');
        var word = colon < 0 ? [] : body[..colon].TrimEnd();
        if (word.IsEmpty || word.ContainsAnyExceptInRange('A', 'z')) return this;

        var value = body[(colon + 1)..].Trim().ToString();
        var valueStart = comment.End - text[(text.IndexOf(':') + 1)..].TrimStart().Length;
        return AndSetting(word.ToString(), value, source.Locate(comment.Start), source.Locate(valueStart));
    }

    private Directives AndSetting(string word, string value, SourceLocation location, SourceLocation valueLocation)
    {
        var name = word.ToLowerInvariant();
        if (Array.IndexOf(Names, name) >= 0)
        {
            var set = Setting(name, value, valueLocation) ?? throw BadValue(name, value, valueLocation);
            return Sets(name) ? throw Repeated(name, location) : And(set with { WholeLocation = IsOfWhole(name) ? location : null });
        }

        // A comment may begin with any word and a colon. It is taken for a misspelling only if what follows makes sense, too.
        var meant = Suggestion.Nearest(word, Names);
        return meant is null || Setting(meant, value, valueLocation) is null ? this : throw Misspelt(word, meant, location);
    }

    private static bool IsOfWhole(string name) => name is "depends" or "parent" or "tags" or "environments" or "allow" or "baseline";

    private bool Sets(string name) => name switch
    {
        "transaction" => Transaction is not null,
        "timeout" => Timeout is not null,
        "foreign_keys" => ForeignKeys is not null,
        "environments" => !Environments.IsEmpty,
        "parent" => Parents is not null,
        _ => false,
    };

    // Null when the value is none for this name.
    private static Directives? Setting(string name, string value, SourceLocation location) => name switch
    {
        "transaction" => ToTransaction(value) is { } transaction ? new Directives { Transaction = transaction } : null,
        "timeout" => ToDuration(value) is { } timeout ? new Directives { Timeout = timeout } : null,
        "baseline" => ToReplaced(value) is { } replaced ? new Directives { Replaced = replaced } : null,
        "foreign_keys" => ToForeignKeys(value) is { } foreignKeys ? new Directives { ForeignKeys = foreignKeys } : null,
        "depends" => ToNames(value) is { } names ? new Directives { DependsOn = ToDependencies(names, location) } : null,
        "allow" => ToAllowances(value, location) is { } allowances ? new Directives { Allowances = allowances } : null,
        "parent" => ToNames(value) is { } names ? new Directives { Parents = ToDependencies(names, location) } : null,
        "tags" => ToNames(value) is { } names ? new Directives { Tags = names } : null,
        _ => ToNames(value) is { } names ? new Directives { Environments = names } : null,
    };

    private static ImmutableArray<Dependency> ToDependencies(ImmutableArray<string> names, SourceLocation location) =>
        [.. names.Select(name => new Dependency(name, location))];

    // PG01, PG07 the table is empty
    private static ImmutableArray<Allowance>? ToAllowances(string value, SourceLocation location)
    {
        var rules = ImmutableArray.CreateBuilder<string>();
        var rest = value;
        for (var more = true; more;)
        {
            var length = 0;
            while (length < rest.Length && char.IsAsciiLetterOrDigit(rest[length])) length++;
            if (length < 2 || !char.IsAsciiDigit(rest[length - 1])) return null;
            rules.Add(rest[..length].ToUpperInvariant());
            rest = rest[length..].TrimStart();
            more = rest.StartsWith(',');
            if (more) rest = rest[1..].TrimStart();
        }

        return rest.Length == 0 ? null : [.. rules.Select(rule => new Allowance(rule, rest, location))];
    }

    private static ImmutableArray<string>? ToReplaced(string value) =>
        value.Equals("none", StringComparison.OrdinalIgnoreCase) ? ImmutableArray<string>.Empty : ToNames(value);

    private static TransactionMode? ToTransaction(string value) => value.ToUpperInvariant() switch
    {
        "ON" => TransactionMode.On,
        "OFF" => TransactionMode.Off,
        _ => null,
    };

    private static ForeignKeyEnforcement? ToForeignKeys(string value) => value.ToUpperInvariant() switch
    {
        "ON" => ForeignKeyEnforcement.AsItIs,
        "OFF" => ForeignKeyEnforcement.Suspended,
        _ => null,
    };

    private static TimeSpan? ToDuration(string value)
    {
        var digits = value.TrimEnd(" smhSMH".ToCharArray());
        if (!int.TryParse(digits, NumberStyles.None, CultureInfo.InvariantCulture, out var number) || number == 0) return null;
        return value[digits.Length..].Trim().ToUpperInvariant() switch
        {
            "MS" => TimeSpan.FromMilliseconds(number),
            "S" => TimeSpan.FromSeconds(number),
            "M" => TimeSpan.FromMinutes(number),
            "H" => TimeSpan.FromHours(number),
            _ => null,
        };
    }

    private static ImmutableArray<string>? ToNames(string value)
    {
        var names = value.Split(',', StringSplitOptions.TrimEntries);
        foreach (var name in names)
        {
            if (name.Length == 0 || name.AsSpan().ContainsAny(' ', '\t')) return null;
        }

        return [.. names];
    }

    private static bool IsGooseNoTransaction(ReadOnlySpan<char> body)
    {
        if (!body.StartsWith("+goose", StringComparison.OrdinalIgnoreCase)) return false;
        body = body["+goose".Length..].Trim();
        return body.StartsWith("NO", StringComparison.OrdinalIgnoreCase)
            && body[2..].Trim().Equals("TRANSACTION", StringComparison.OrdinalIgnoreCase);
    }

    private static GodwitException BadValue(string name, string value, SourceLocation location) => new(
        ErrorCode.InvalidDirective,
        $"'{value}' is not a value of '{name}'.",
        name switch
        {
            "transaction" or "foreign_keys" => "Write on or off.",
            "timeout" => "Write a whole number above 0 with ms, s, m or h, for example 30s.",
            "baseline" => "Write none, or the ids of the migrations that it stands for, separated by commas.",
            "depends" => "Write ids or unique parts of ids, separated by commas, for example 003_create_orders.",
            "allow" => "Write a rule and the reason, for example PG01 the table is empty.",
            "parent" => "Write the id of the migration that this one builds on, several with commas between them, or base for none.",
            "tags" => "Write words without spaces, separated by commas, for example v1.0.",
            _ => "Write names separated by commas, for example development, staging.",
        },
        location);

    private static GodwitException Repeated(string name, SourceLocation location) => new(
        ErrorCode.InvalidDirective, $"'{name}' is set twice.", "Keep one of the two lines.", location);

    private static GodwitException Misspelt(string word, string meant, SourceLocation location) => new(
        ErrorCode.InvalidDirective,
        $"'{word}' is not a setting of a migration, but near to '{meant}'.",
        $"Write {meant}. If the line is a mere comment, leave out the colon.",
        location);
}
