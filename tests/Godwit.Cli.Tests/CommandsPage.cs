using System.Text;
using System.Text.RegularExpressions;
using Godwit.Cli.Commands;
using Godwit.Cli.Tests.Running;

namespace Godwit.Cli.Tests;

/// <summary>The part of docs/commands.md that the command itself writes: its help, and the documents it answers with.</summary>
internal static partial class CommandsPage
{
    /// <summary>The line that divides the page: what is above is written by hand.</summary>
    internal const string Mark = "<!-- What follows is the command's own help. GODWIT_ACCEPT=1 dotnet test tests/Godwit.Cli.Tests writes it anew. -->";

    private const string Shared = "\nOptions of every verb\n";
    private const string Examples = "\nExamples\n";

    /// <summary>Asks the command for all of it.</summary>
    internal static async Task<string> WriteAsync()
    {
        using var project = new Project();
        var page = new StringBuilder($"{Mark}\n\n## Options of every verb\n\n");
        var help = await HelpAsync(project, "status");
        page.Append(Block("", help[(At(help, Shared) + Shared.Length)..At(help, Examples)]));
        foreach (var group in VerbTable.All.GroupBy(entry => entry.Group))
        {
            page.Append($"\n## {group.Key}\n");
            foreach (var entry in group) page.Append(await WriteAsync(project, entry));
        }

        return page.ToString();
    }

    private static async Task<string> WriteAsync(Project project, VerbEntry entry)
    {
        var help = await HelpAsync(project, entry.Name);
        var text = new StringBuilder($"\n### {entry.Name}\n\n");
        text.Append(Block("", help[..At(help, Shared)] + help[At(help, Examples)..]));
        foreach (var line in JsonTest.Lines.Where(line => line.Entry == entry).Select(line => line.Text))
            text.Append($"\n`godwit {line} --json`:\n\n").Append(Block("json", await DocumentAsync(line)));
        return text.ToString();
    }

    private static async Task<string> HelpAsync(Project project, string verb) => (await project.RunAsync(verb + " --help")).Succeeded().Out;

    // The first of two migrations is applied.
    private static async Task<string> DocumentAsync(string line)
    {
        using var project = new Project();
        project.TableMigration("001_create_users.sql", "users");
        project.TableMigration("002_create_posts.sql", "posts");
        Directory.CreateDirectory(Path.Join(project.Root, "empty"));
        (await project.RunAsync("upgrade +1")).Succeeded();
        return Settled((await project.RunAsync(line + " --json")).Answered().Out, project.Root);
    }

    // Values that differ from run to run, or from machine to machine, are always these.
    private static string Settled(string document, string root)
    {
        var text = document.Replace(root, "/home/ada/blog", StringComparison.Ordinal);
        text = Stamp().Replace(TimeOfFile().Replace(text, "2026_01_05_093000_"), "'ada@laptop', '1.0.0'");
        return Value().Replace(text, value => $"\"{value.Groups[1].Value}\": " + value.Groups[1].Value switch
        {
            "appliedAt" => "\"2026-01-05T09:30:00Z\"",
            "durationMs" => "4",
            "godwit" or "godwitVersion" => "\"1.0.0\"",
            "appliedBy" => "\"ada@laptop\"",
            "runtime" => "\".NET 10.0\"",
            "server" => "\"SQLite 3.40\"",
            var other => throw new InvalidOperationException(other),
        });
    }

    private static string Block(string language, string text) => $"```{language}\n{text.Trim('\n')}\n```\n";

    private static int At(string help, string heading) => help.IndexOf(heading, StringComparison.Ordinal);

    [GeneratedRegex("[0-9]{4}_[0-9]{2}_[0-9]{2}_[0-9]{6}_")]
    private static partial Regex TimeOfFile();

    [GeneratedRegex("'[^' ]+@[^' ]+', '[0-9.]+'")]
    private static partial Regex Stamp();

    [GeneratedRegex("\"(appliedAt|durationMs|appliedBy|godwit|godwitVersion|runtime|server)\": (\"[^\"]*\"|[0-9]+)")]
    private static partial Regex Value();
}
