using Godwit.Cli.Rendering;
using Godwit.Cli.Syntax;

namespace Godwit.Cli.Commands;

/// <summary>Sets up a project in this directory.</summary>
internal sealed class InitCommand : Verb
{
    private readonly TextOption naming = new("--naming")
    {
        Description = "How migrations get their versions: timestamp, date or sequence.",
        HelpName = "HOW",
        Choices = ["date", "sequence", "timestamp"],
    };
    private readonly TextOption format = new("--format") { Description = "What make:migration writes: csharp (usual) or sql.", HelpName = "FORMAT", Choices = ["csharp", "sql"] };

    internal override Option[] Options => [naming, format];

    internal override (string Line, string Meaning)[] Examples =>
    [
        ("godwit init", "godwit.json, database/migrations, and lines for .gitignore."),
        ("godwit init --naming sequence", "Migrations are 001_name.cs, 002_name.cs, …"),
        ("godwit init --format sql", "Migrations are written in SQL."),
    ];

    internal override Task<ExitCode> RunAsync(Invocation invocation, CancellationToken cancellation)
    {
        var root = invocation.FromHere(invocation.Value(invocation.Globals.Project) ?? ".");
        var written = new ProjectTemplate(root).Write(invocation.Value(naming) ?? "timestamp", invocation.Value(format) ?? "csharp");
        invocation.Reporter.Show(new InitScreen(written));
        return Task.FromResult(ExitCode.Done);
    }
}
