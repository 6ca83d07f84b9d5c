using Godwit.Cli.Rendering;
using Godwit.Cli.Syntax;
using Godwit.Migrations;

namespace Godwit.Cli.Commands;

/// <summary>The words that can stand at the end of a command line that is being written.</summary>
internal static class Completions
{
    /// <summary>The words; none where a file's name or anything else can stand.</summary>
    /// <param name="line">The line without the program's name, up to the cursor.</param>
    /// <param name="invocation">Where it is written: for the names of migrations and connections.</param>
    internal static IReadOnlyList<string> Of(string line, Invocation invocation)
    {
        var words = line.Split(' ', StringSplitOptions.RemoveEmptyEntries);
        var begun = line.Length == 0 || line[^1] == ' ' ? "" : words[^1];
        string[] before = begun.Length == 0 ? words : words[..^1];
        return Of(before, begun, invocation);
    }

    private static IReadOnlyList<string> Of(string[] before, string begun, Invocation invocation)
    {
        // --env=sta is --env sta
        if (begun.StartsWith('-') && begun.IndexOf('=', StringComparison.Ordinal) is > 0 and var equals)
            return [.. Of([.. before, begun[..equals]], begun[(equals + 1)..], invocation).Select(value => begun[..(equals + 1)] + value)];
        return [.. Candidates(before, begun, invocation).Where(word => word.StartsWith(begun, StringComparison.Ordinal)).Distinct().Order(StringComparer.Ordinal)];
    }

    private static IEnumerable<string> Candidates(string[] before, string begun, Invocation invocation)
    {
        var words = CommandWords.Split(before);
        var found = words.Verb.Length == 0 ? null : VerbTable.Find(words);
        if (found is not { } verb) return begun.StartsWith('-') ? Spelt(new GlobalOptions().All) : VerbsAfter(words.Verb);
        var command = verb.Entry.Create();
        Option[] options = [.. command.Options, .. command.SharedOptions];
        if (before.Length > 0 && Array.Find(options, option => option.Is(before[^1])) is { } open and not Flag) return Values(open, invocation);
        if (begun.StartsWith('-')) return Spelt(options);
        return [.. before.Length == verb.Words ? VerbsAfter(words.Verb) : [], .. Arguments(command.Argument, invocation)];
    }

    // make migration is make:migration: after the first word of such a name comes its second.
    private static IEnumerable<string> VerbsAfter(string[] verb)
    {
        var names = VerbTable.All.SelectMany(entry => (string[])[entry.Name, .. entry.Aliases]);
        if (verb.Length == 0) return names;
        var prefix = string.Join(':', verb) + ":";
        return names.Where(name => name.StartsWith(prefix, StringComparison.Ordinal)).Select(name => name[prefix.Length..]);
    }

    private static IEnumerable<string> Spelt(Option[] options) => options.Select(option => option.Name).Append("--help");

    private static IEnumerable<string> Values(Option option, Invocation invocation) => option switch
    {
        TextOption { Choices: { Length: > 0 } choices } => choices,
        { Name: "--connection" } => InProject(invocation, () => invocation.Project.Connections.Keys),
        { Name: "--env" } => ["development", "staging", "production"],
        { HelpName: "REV" } => Revisions(invocation),
        _ => [],
    };

    private static IEnumerable<string> Arguments(Argument? argument, Invocation invocation) => argument?.HelpName switch
    {
        "REV" => Revisions(invocation),
        "SHELL" => Shell.All.Select(shell => shell.Name),
        "CODE" => Catalogue.All().Select(one => one.Code),
        _ => [],
    };

    private static IEnumerable<string> Revisions(Invocation invocation) => InProject(invocation, () =>
        [.. MigrationCatalog.Read(invocation.Project.Root, invocation.Project.MigrationDirectories, invocation.Code).Migrations.Select(migration => migration.Id.Text)]);

    // While a line is written nobody wants to read that there is no project, or that its settings are broken.
    private static IEnumerable<string> InProject(Invocation invocation, Func<IEnumerable<string>> names)
    {
        try
        {
            return [.. names()];
        }
        catch (GodwitException)
        {
            return [];
        }
    }
}
