using System.CommandLine;
using Godwit.Cli.Rendering;

namespace Godwit.Cli.Commands;

/// <summary>Sets up a project in this directory.</summary>
internal sealed class InitCommand : Verb
{
    private readonly Option<string> naming = new("--naming") { Description = "How migrations get their versions: timestamp, date or sequence.", HelpName = "HOW" };
    private readonly Option<string> format = new("--format") { Description = "What make:migration writes: sql.", HelpName = "FORMAT" };

    public InitCommand()
    {
        naming.AcceptOnlyFromAmong("timestamp", "date", "sequence");
        format.AcceptOnlyFromAmong("sql");
    }

    protected override Symbol[] Symbols => [naming, format];

    internal override (string Line, string Meaning)[] Examples =>
    [
        ("godwit init", "godwit.json, database/migrations, and lines for .gitignore."),
        ("godwit init --naming sequence", "Migrations are 001_name.sql, 002_name.sql, …"),
    ];

    internal override Task<ExitCode> RunAsync(Invocation invocation, CancellationToken cancellation)
    {
        var root = invocation.FromHere(invocation.Value(invocation.Globals.Project) ?? ".");
        var written = new ProjectTemplate(root).Write(invocation.Value(naming) ?? "timestamp", invocation.Value(format) ?? "sql");
        invocation.Reporter.Show(new InitScreen(written));
        return Task.FromResult(ExitCode.Done);
    }
}
