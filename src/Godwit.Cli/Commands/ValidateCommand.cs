using Godwit.Cli.Rendering;
using Godwit.Cli.Syntax;

namespace Godwit.Cli.Commands;

/// <summary>Looks at all migrations, by themselves and beside the history. Changes nothing.</summary>
internal sealed class ValidateCommand : Verb
{
    private readonly Flag files = new("--files") { Description = "Checks the files only, without a connection." };
    private readonly TextOption since = new("--since") { Description = "A branch or commit. Migrations that it lacks must sort after those that it has.", HelpName = "GIT-REF" };
    private readonly Flag strict = new("--strict") { Description = "Exit code 3 for warnings as well." };

    internal override Option[] Options => [files, since, strict];

    internal override (string Line, string Meaning)[] Examples =>
    [
        ("godwit validate", "Everything wrong or odd about files and history. Exit code 3 if something is wrong."),
        ("godwit validate --files --since origin/main", "For a pull request: no database, and nothing may sort before what main has."),
        ("godwit validate --json", "Each finding with severity, code, text, file, line and column."),
    ];

    internal override async Task<ExitCode> RunAsync(Invocation invocation, CancellationToken cancellation)
    {
        var published = invocation.Value(since) is { } reference ? await new GitRepository(invocation.Project).PublishedAsync(reference, cancellation) : null;
        var validation = invocation.Value(files)
            ? invocation.Migrator.ValidateFiles(published)
            : await invocation.Migrator.ValidateAsync(published, cancellation);
        invocation.Reporter.Show(new ValidationScreen(validation));
        return validation.HasErrors || (invocation.Value(strict) && !validation.Findings.IsEmpty) ? ExitCode.Difference : ExitCode.Done;
    }
}
