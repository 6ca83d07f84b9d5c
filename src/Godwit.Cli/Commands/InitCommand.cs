using Godwit.Cli.Rendering;
using Godwit.Cli.Syntax;
using Godwit.Configuration;

namespace Godwit.Cli.Commands;

/// <summary>Sets up a project in this directory. A person is asked for what nobody can guess: the database and the language.</summary>
internal sealed class InitCommand : Verb
{
    private readonly TextOption database = new("--database")
    {
        Description = "The kind of database: sqlite (default), postgresql, mysql or mariadb.",
        HelpName = "KIND",
        Choices = DriverName.All,
    };
    private readonly TextOption naming = new("--naming")
    {
        Description = "How migrations are numbered: timestamp, date or sequence.",
        HelpName = "HOW",
        Choices = ["date", "sequence", "timestamp"],
    };
    private readonly TextOption format = new("--format") { Description = "What make:migration writes: csharp (default) or sql.", HelpName = "FORMAT", Choices = ["csharp", "sql"] };

    internal override Option[] Options => [database, naming, format];

    internal override (string Line, string Meaning)[] Examples =>
    [
        ("godwit init", "Writes godwit.json, database/migrations and .gitignore."),
        ("godwit init --database postgresql", "A connection to PostgreSQL instead of an SQLite file."),
        ("godwit init --naming sequence", "Migrations are 001_name.cs, 002_name.cs, …"),
        ("godwit init --format sql", "Migrations are written in SQL."),
    ];

    internal override async Task<ExitCode> RunAsync(Invocation invocation, CancellationToken cancellation)
    {
        var root = invocation.FromHere(invocation.Value(invocation.Globals.Project) ?? ".");
        var template = new ProjectTemplate(root);
        var asking = template.HasSettings ? null : new Asking(invocation);
        var driver = await ChosenAsync(invocation.Value(database), asking, "Which database?", DriverName.All, cancellation);
        var language = await ChosenAsync(invocation.Value(format), asking, "Migrations in C# or in SQL?", ["csharp", "sql"], cancellation);
        var written = template.Write(driver, invocation.Value(naming) ?? "timestamp", language);
        invocation.Reporter.Show(new InitScreen(written, written.Contains(ProjectTemplate.SettingsFile) && driver != DriverName.Sqlite));
        return ExitCode.Done;
    }

    // What was said on the command line is not asked; without settings to write, and without a person, nothing is.
    private static async Task<string> ChosenAsync(string? given, Asking? asking, string question, string[] choices, CancellationToken cancellation) =>
        given ?? (asking is null ? choices[0] : await asking.ChosenAsync(question, choices, cancellation));
}
