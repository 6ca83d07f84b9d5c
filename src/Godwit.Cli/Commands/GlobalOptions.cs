using System.CommandLine;

namespace Godwit.Cli.Commands;

/// <summary>The options that every verb has.</summary>
internal sealed class GlobalOptions
{
    /// <summary>Those that take a value: they may stand before the verb.</summary>
    internal static readonly string[] WithValue = ["--connection", "--url", "--dir", "--table", "--env", "--project", "--lock-timeout"];

    internal Option<string> Connection { get; } = new("--connection") { Description = "A connection of godwit.json, by name.", HelpName = "NAME" };

    internal Option<string> Url { get; } = new("--url") { Description = "The database: sqlite:PATH, postgresql://…, mysql://…, mariadb://….", HelpName = "URL" };

    internal Option<string[]> Directories { get; } = new("--dir") { Description = "A directory with migrations. May be given several times.", HelpName = "PATH" };

    internal Option<string> Table { get; } = new("--table") { Description = "The history table's name.", HelpName = "NAME" };

    internal Option<string> Environment { get; } = new("--env") { Description = "The environment: development, staging, production.", HelpName = "NAME" };

    internal Option<string> Project { get; } = new("--project") { Description = "The project's directory, instead of finding it upwards from here.", HelpName = "PATH" };

    internal Option<string> LockTimeout { get; } = new("--lock-timeout") { Description = "How long to wait for another run: 500ms, 30s, 5m.", HelpName = "TIME" };

    internal Option<bool> Json { get; } = new("--json") { Description = "One JSON document on standard output." };

    internal Option<bool> NoInteraction { get; } = new("--no-interaction", "-n") { Description = "Ask nothing. So it is without a terminal, and with CI set." };

    internal Option<bool> Quiet { get; } = new("--quiet", "-q") { Description = "Errors only." };

    internal Option<bool> Verbose { get; } = new("--verbose", "-v") { Description = "Every statement, and more columns." };

    internal Option<bool> NoColor { get; } = new("--no-color") { Description = "No colours. NO_COLOR does the same." };

    internal Option[] All => [Connection, Url, Directories, Table, Environment, Project, LockTimeout, Json, NoInteraction, Quiet, Verbose, NoColor];
}
