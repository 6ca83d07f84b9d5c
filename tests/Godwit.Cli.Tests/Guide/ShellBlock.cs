using System.Diagnostics;
using System.Text.RegularExpressions;
using Godwit.Cli.Commands;
using Godwit.Cli.Tests.Running;
using Xunit;

namespace Godwit.Cli.Tests.Guide;

/// <summary>Runs what a page says to type, in a project.</summary>
internal static partial class ShellBlock
{
    /// <summary>Runs each line. It has to end well, or with the exit code that the remark behind it names.</summary>
    internal static async Task RunAsync(Project project, string text, Func<Task> before)
    {
        foreach (var line in text.Split('\n', StringSplitOptions.RemoveEmptyEntries))
        {
            var parts = line.Split(" #", 2);
            var command = parts[0].Trim();
            if (command.Length == 0 || command[0] == '#') continue;
            await before();
            if (Words(command) is not ["godwit", .. var words]) await ForeignAsync(project, command);
            else await OwnAsync(project, words, parts.Length > 1 ? Code().Match(parts[1]).Groups[1].Value : "", line);
        }
    }

    /// <summary>Runs each line that begins with a dollar, and compares what it answers with what stands below it.</summary>
    internal static async Task CompareAsync(Project project, string text)
    {
        foreach (var part in text.Split("$ ", StringSplitOptions.RemoveEmptyEntries))
        {
            var lines = part.Split('\n', 2);
            var outcome = await project.RunAsync([.. Words(lines[0])[1..]]);
            Assert.Equal(Settled(lines[1]), Settled(outcome.Error + outcome.Out));
        }
    }

    /// <summary>The words of a line, as a shell takes them apart.</summary>
    internal static string[] Words(string line) => [.. Word().Matches(line).Select(word => word.Value.Replace("\"", "", StringComparison.Ordinal).Replace("'", "", StringComparison.Ordinal))];

    /// <summary>Whether the command takes a line for what it is: the verb, its options and its argument.</summary>
    internal static void RequireUnderstood(string line)
    {
        var words = CommandWords.Split([.. Words(line).Skip(1).TakeWhile(word => word is not (">" or "|" or "&&"))]);
        if (words.Rest is ["--help" or "--version"]) return;
        var found = VerbTable.Find(words);
        Assert.True(found is not null, $"{line}: there is no such verb");
        try
        {
            found.Value.Entry.Create().Read(found.Value.Entry.Name, [.. words.Verb[found.Value.Words..], .. words.Rest]);
        }
        catch (GodwitException mistake)
        {
            Assert.Fail($"{line}: {mistake.Message}");
        }
    }

    private static async Task OwnAsync(Project project, string[] words, string code, string line)
    {
        // Who begins is asked other things than who goes on.
        project.Answers = words[0] == "init" ? null : ["y"];
        var file = Array.IndexOf(words, ">");
        var outcome = await project.RunAsync(file < 0 ? words : words[..file]);
        Assert.True(outcome.Code is ExitCode.Done || $"{(int)outcome.Code}" == code, $"{line}: {outcome.Code}\n{outcome.Out}\n{outcome.Error}");
        if (file >= 0) project.Write(words[file + 1], outcome.Out);
    }

    private static async Task ForeignAsync(Project project, string command)
    {
        var start = new ProcessStartInfo("sh", ["-c", command]) { WorkingDirectory = project.Root, RedirectStandardError = true };
        using var process = Process.Start(start)!;
        var error = await process.StandardError.ReadToEndAsync();
        await process.WaitForExitAsync();
        Assert.True(process.ExitCode == 0, $"{command}: {error}");
    }

    private static string Settled(string text) => Duration().Replace(text.Trim(), "1 ms");

    [GeneratedRegex("exit code ([0-9])")]
    private static partial Regex Code();

    [GeneratedRegex("[0-9]+ ms")]
    private static partial Regex Duration();

    [GeneratedRegex("(?:\"[^\"]*\"|'[^']*'|[^ \"'])+")]
    private static partial Regex Word();
}
