using Godwit.Cli.Rendering;
using Godwit.Cli.Syntax;

namespace Godwit.Cli.Commands;

/// <summary>Writes the script with which a shell completes godwit's words, and answers what that script asks.</summary>
internal sealed class CompletionCommand : Verb
{
    private readonly Flag install = new("--install") { Description = "Installs the script where the shell looks for it." };

    private readonly TextOption line = new("--line")
    {
        Description = "For the scripts: lists the words that can complete this line (without the leading godwit).",
        HelpName = "TEXT",
    };

    internal override Option[] Options => [install, line];

    internal override Argument Argument => new("SHELL", WordCount.OneOrNone, "bash, zsh, fish or powershell.");

    internal override (string Line, string Meaning)[] Examples =>
    [
        ("godwit completion bash --install", "Enables completion in every new bash."),
        ("godwit completion zsh", "Shows the script."),
    ];

    internal override Task<ExitCode> RunAsync(Invocation invocation, CancellationToken cancellation)
    {
        if (invocation.Value(line) is { } begun)
        {
            invocation.Reporter.Show(new CandidatesScreen(Completions.Of(begun, invocation)));
            return Task.FromResult(ExitCode.Done);
        }

        var shell = ShellOf(invocation.Word);
        if (invocation.Value(install)) Install(shell, invocation);
        else invocation.Reporter.Show(new ScriptScreen(shell.Script));
        return Task.FromResult(ExitCode.Done);
    }

    private static Shell ShellOf(string? name) => Shell.Find(name ?? "")
        ?? throw new GodwitException(ErrorCode.Usage, name is null ? "godwit completion needs a shell." : $"{name} is not a shell that godwit knows.",
            $"Write one of: {string.Join(", ", Shell.All.Select(shell => shell.Name))}.");

    private static void Install(Shell shell, Invocation invocation)
    {
        var path = shell.Place(invocation.Variables);
        try
        {
            Directory.CreateDirectory(Path.GetDirectoryName(path)!);
            File.WriteAllText(path, shell.Script);
        }
        catch (Exception exception) when (exception is IOException or UnauthorizedAccessException)
        {
            throw new GodwitException(ErrorCode.FileAccess, $"{path} could not be written: {exception.Message}",
                $"godwit completion {shell.Name} shows the script: put it where your shell finds it.", inner: exception);
        }

        invocation.Reporter.Show(new InstalledScreen(path, shell.Then(path)));
    }
}
