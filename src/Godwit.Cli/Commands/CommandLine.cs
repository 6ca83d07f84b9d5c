using Godwit.Cli.Rendering;

namespace Godwit.Cli.Commands;

/// <summary>Finds the verb in the arguments, runs it, and turns failures into messages and exit codes.</summary>
internal sealed class CommandLine(Terminal terminal, Surroundings surroundings)
{
    internal async Task<ExitCode> RunAsync(string[] args, CancellationToken cancellation)
    {
        var words = CommandWords.Split(args);
        var help = words.Rest.Contains("--help") || words.Rest.Contains("-h");
        if (words.Verb.Length > 0 && words.Verb[0] == "help") (words, help) = (words.AfterHelp(), true);
        if (words.Verb.Length == 0) return Overview(words.Rest);
        if (VerbTable.Find(words) is not { } found) return Fail(words.Rest, UnknownVerb(words.Name));
        var command = found.Entry.Create();
        if (help) return Help(found.Entry, command);
        string[] rest = [.. words.Verb[found.Words..], .. words.Rest];
        return await RunAsync(found.Entry.Name, command, rest, cancellation);
    }

    private async Task<ExitCode> RunAsync(string name, Verb verb, string[] rest, CancellationToken cancellation)
    {
        using var reporter = ReporterFor(rest);
        try
        {
            await using var invocation = new Invocation(verb.Globals, verb.Read(name, rest), terminal, reporter, surroundings);
            return await verb.RunAsync(invocation, cancellation);
        }
        catch (GodwitException failure)
        {
            reporter.Fail(failure);
            return ExitCodes.Of(failure.Code);
        }
        catch (OperationCanceledException) when (cancellation.IsCancellationRequested)
        {
            reporter.Fail(new GodwitException(ErrorCode.Cancelled, "Cancelled.", "Run it again to continue.", state: "What was done before stays; no migration is half done."));
            return ExitCode.Cancelled;
        }
#pragma warning disable CA1031 // the last resort: what nobody foresaw is shown as what it is, without a stack trace across the screen
        catch (Exception bug)
#pragma warning restore CA1031
        {
            reporter.Fail(Unexpected(bug));
            return ExitCode.Failed;
        }
    }

    // No verb is a question for help, unless options are there that would have needed one.
    private ExitCode Overview(string[] rest)
    {
        if (rest.FirstOrDefault(option => option is not ("--help" or "-h" or "--no-color")) is { } option)
            return Fail(rest, new GodwitException(ErrorCode.Usage, $"{option} needs a verb.", "godwit --help lists the verbs."));
        OverviewScreen.WriteText(new TextOutput(terminal.Out, terminal.OutColours, HelpScreen.Width));
        terminal.Out.Flush();
        return ExitCode.Done;
    }

    private ExitCode Help(VerbEntry entry, Verb verb)
    {
        new HelpScreen(entry, verb).WriteText(new TextOutput(terminal.Out, terminal.OutColours, HelpScreen.Width));
        terminal.Out.Flush();
        return ExitCode.Done;
    }

    private ExitCode Fail(string[] rest, GodwitException failure)
    {
        using var reporter = ReporterFor(rest);
        reporter.Fail(failure);
        return ExitCode.Usage;
    }

    // Read off before parsing, so that an error in the arguments is already shown in the form that was asked for.
    private Reporter ReporterFor(string[] rest)
    {
        if (rest.Contains("--json")) return new JsonReporter(terminal);
        var verbosity = rest.Contains("--quiet") || rest.Contains("-q") ? Verbosity.Quiet : rest.Contains("--verbose") || rest.Contains("-v") ? Verbosity.Verbose : Verbosity.Normal;
        return new TextReporter(rest.Contains("--no-color") ? terminal.Plain() : terminal, verbosity);
    }

    private static GodwitException Unexpected(Exception bug) => new(
        ErrorCode.Unexpected, $"{bug.GetType().Name}: {bug.Message.ReplaceLineEndings(" ")}",
        "This is a bug in Godwit. Please report it with the output of --verbose.", state: "godwit status shows what is applied.", inner: bug);

    private static GodwitException UnknownVerb(string name)
    {
        var nearest = VerbTable.Nearest(name);
        return new GodwitException(ErrorCode.Usage, $"There is no verb '{name}'.",
            nearest is null ? "godwit --help lists the verbs." : $"Did you mean godwit {nearest}?");
    }
}
