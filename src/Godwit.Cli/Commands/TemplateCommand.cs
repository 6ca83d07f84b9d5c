using System.Collections.Immutable;
using Godwit.Cli.Syntax;
using Godwit.Migrations;

namespace Godwit.Cli.Commands;

/// <summary>Writes a new migration of a usual kind.</summary>
internal sealed class TemplateCommand : Verb
{
    private readonly TextOption table = new("--table") { Description = "The table.", HelpName = "TABLE" };

    private readonly ListOption columns = new("--column", "--columns")
    {
        Description = "A column, or several separated by commas. A new one may have a type: title, title:string(200), price:decimal(10,2), note:text? (nullable).",
        HelpName = "NAME[:TYPE]",
    };

    private readonly TextOption type = new("--type")
    {
        Description = "The type of new columns without one: string (default), text, integer, bigint, boolean, decimal, date, timestamp, json, uuid, foreignid …",
        HelpName = "TYPE",
    };

    private readonly TextOption references = new("--references") { Description = "What the foreign key refers to: users, or users(id).", HelpName = "TABLE[(COLUMN)]" };

    private readonly Flag unique = new("--unique") { Description = "Makes the index unique." };

    private readonly TextOption name = new("--name") { Description = "The name of the index or foreign key. Default: table_columns_kind.", HelpName = "NAME" };

    private readonly NewFile file = new();

    internal override Argument Argument => new("TEMPLATE", WordCount.One, "add_table, add_column, add_index or add_foreign_key.");

    internal override Option[] Options => [table, columns, type, references, unique, name, .. file.Options];

    internal override (string Line, string Meaning)[] Examples =>
    [
        ("godwit template add_table --table posts --columns title:string(200),body:text?", "A new table with an id, two columns and timestamps."),
        ("godwit template add_column --table posts --column slug", "A new column."),
        ("godwit template add_index --table posts --columns user_id,title --unique", "A unique index posts_user_id_title_unique."),
        ("godwit template add_foreign_key --table a --column b_id --references b", "A foreign key on an existing column."),
    ];

    internal override Task<ExitCode> RunAsync(Invocation invocation, CancellationToken cancellation)
    {
        var (words, draft) = Fill(invocation, invocation.Words[0]);
        file.Write(invocation, new NewMigration(words) { Draft = draft });
        return Task.FromResult(ExitCode.Done);
    }

    private (string Words, MigrationDraft Draft) Fill(Invocation invocation, string word)
    {
        switch (word.Replace('-', '_').ToLowerInvariant())
        {
            case "add_table":
                Refuse(invocation, word, references, unique, name);
                return ($"create_{Table(invocation)}_table", new MigrationDraft.CreateTable(Table(invocation), NewColumns(invocation)));
            case "add_column":
                Refuse(invocation, word, references, unique, name);
                return AddColumns(invocation);
            case "add_index":
                Refuse(invocation, word, references, type);
                return AddIndex(invocation);
            case "add_foreign_key":
                Refuse(invocation, word, unique, type);
                return AddForeignKey(invocation);
            default: throw Unknown(word);
        }
    }

    private (string Words, MigrationDraft Draft) AddColumns(Invocation invocation)
    {
        var added = NewColumns(invocation);
        if (added.IsEmpty) throw Missing(columns, "slug:string");
        return ($"add_{Joined(added.Select(column => column.Name))}_to_{Table(invocation)}_table", new MigrationDraft.AddColumns(Table(invocation), added));
    }

    private (string Words, MigrationDraft Draft) AddIndex(Invocation invocation)
    {
        var indexed = Texts(invocation);
        if (indexed.IsEmpty) throw Missing(columns, "user_id,title");
        var kind = invocation.Value(unique) ? DraftIndexKind.Unique : DraftIndexKind.Plain;
        var words = $"add_{Joined(indexed)}_{(kind is DraftIndexKind.Unique ? "unique" : "index")}_to_{Table(invocation)}_table";
        return (words, new MigrationDraft.AddIndex(Table(invocation), indexed, kind, invocation.Value(name)));
    }

    private (string Words, MigrationDraft Draft) AddForeignKey(Invocation invocation)
    {
        var referring = Texts(invocation);
        if (referring.Length != 1) throw Missing(columns, "user_id");
        var target = invocation.Value(references) ?? throw Missing(references, "users");
        var parenthesis = target.IndexOf('(');
        var (to, column) = parenthesis > 0 && target.EndsWith(')') ? (target[..parenthesis], target[(parenthesis + 1)..^1]) : (target, "id");
        var words = $"add_{referring[0]}_foreign_key_to_{Table(invocation)}_table";
        return (words, new MigrationDraft.AddForeignKey(Table(invocation), referring[0], to, column, invocation.Value(name)));
    }

    private string Table(Invocation invocation) => invocation.Value(table) is { Length: > 0 } given ? given : throw Missing(table, "posts");

    private ImmutableArray<DraftColumn> NewColumns(Invocation invocation)
    {
        var usual = invocation.Value(type) ?? DraftColumn.UsualType;
        return [.. Texts(invocation).Select(text => DraftColumn.Parse(text.Contains(':', StringComparison.Ordinal) ? text : $"{text}:{usual}"))];
    }

    private ImmutableArray<string> Texts(Invocation invocation) =>
        [.. invocation.Value(columns).SelectMany(SplitAtCommas).Select(text => text.Trim()).Where(text => text.Length > 0)];

    // A comma between the parentheses of a type is the type's own: price:decimal(10,2).
    private static IEnumerable<string> SplitAtCommas(string text)
    {
        var (start, depth) = (0, 0);
        for (var i = 0; i < text.Length; i++)
        {
            if (text[i] == '(') depth++;
            else if (text[i] == ')') depth--;
            else if (text[i] == ',' && depth == 0)
            {
                yield return text[start..i];
                start = i + 1;
            }
        }

        yield return text[start..];
    }

    private static string Joined(IEnumerable<string> names) => string.Join("_and_", names);

    private static void Refuse(Invocation invocation, string word, params Option[] options)
    {
        foreach (var option in options)
        {
            if (invocation.Has(option))
                throw new GodwitException(ErrorCode.Usage, $"The template {word} does not take {option.Name}.", "godwit template --help shows what each is for.");
        }
    }

    private static GodwitException Missing(Option option, string example) => new(
        ErrorCode.Usage, $"The template needs {option.Name}.", $"For example {option.Name} {example}. godwit template --help shows more.");

    private static GodwitException Unknown(string word)
    {
        string[] known = ["add_table", "add_column", "add_index", "add_foreign_key"];
        var nearest = Suggestion.Nearest(word, known);
        return new GodwitException(
            ErrorCode.Usage, $"There is no template '{word}'.", nearest is null ? $"Write one of: {string.Join(", ", known)}." : $"Did you mean {nearest}?");
    }
}
