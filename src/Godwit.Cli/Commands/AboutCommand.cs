using System.Runtime.InteropServices;
using Godwit.Cli.Rendering;

namespace Godwit.Cli.Commands;

/// <summary>Shows versions, settings and where they come from.</summary>
internal sealed class AboutCommand : Verb
{
    internal override (string Line, string Meaning)[] Examples => [("godwit about", "Which project, which database, which versions.")];

    internal override async Task<ExitCode> RunAsync(Invocation invocation, CancellationToken cancellation)
    {
        var project = invocation.Project;
        var rows = new List<(string Name, string Value)>
        {
            ("godwit", Product.Version),
            ("runtime", RuntimeInformation.FrameworkDescription),
            ("project", project.Root),
            ("settings", project.SettingsPath ?? "none: every setting has its default"),
            ("environment", invocation.Environment.Name),
            ("migrations", string.Join(", ", project.MigrationDirectories.Select(project.Shown))),
            ("history table", project.Table),
            ("database", invocation.Database.Description),
            ("chosen by", invocation.Connection.Source),
        };
        rows.Add(("server", await ServerAsync(invocation, cancellation)));
        invocation.Reporter.Show(new AboutScreen(rows));
        return ExitCode.Done;
    }

    private static async Task<string> ServerAsync(Invocation invocation, CancellationToken cancellation)
    {
        try
        {
            await using var session = await invocation.Database.OpenAsync(cancellation);
            return session.ServerVersion;
        }
        catch (GodwitException failure)
        {
            return $"not reached: {failure.Message}";
        }
    }
}
