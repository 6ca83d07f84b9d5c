using Godwit.Cli.Syntax;

namespace Godwit.Cli.Commands;

/// <summary>The options that every verb has.</summary>
internal sealed class GlobalOptions
{
    /// <summary>Those that take a value: they may stand before the verb.</summary>
    internal static readonly string[] WithValue = ["--connection", "--url", "--dir", "--table", "--env", "--project", "--lock-timeout"];

    internal TextOption Connection { get; } = new("--connection") { Description = "The name of a connection in godwit.json.", HelpName = "NAME" };

    internal TextOption Url { get; } = new("--url") { Description = "The database: sqlite:PATH, postgresql://…, mysql://…, mariadb://….", HelpName = "URL" };

    internal ListOption Directories { get; } = new("--dir") { Description = "A directory with migrations. May be repeated.", HelpName = "PATH" };

    internal TextOption Table { get; } = new("--table") { Description = "The history table's name.", HelpName = "NAME" };

    internal TextOption Environment { get; } = new("--env") { Description = "The environment: development, staging, production.", HelpName = "NAME" };

    internal TextOption Project { get; } = new("--project") { Description = "The project's directory. Default: the nearest one here or above.", HelpName = "PATH" };

    internal TextOption LockTimeout { get; } = new("--lock-timeout") { Description = "How long to wait for another run: 500ms, 30s, 5m.", HelpName = "TIME" };

    internal Flag Json { get; } = new("--json") { Description = "One JSON document on standard output." };

    internal Flag NoInteraction { get; } = new("--no-interaction", "-n") { Description = "Asks nothing. The default without a terminal, or when CI is set." };

    internal Flag Quiet { get; } = new("--quiet", "-q") { Description = "Shows errors only." };

    internal Flag Verbose { get; } = new("--verbose", "-v") { Description = "Shows every statement, and more columns." };

    internal Flag NoColor { get; } = new("--no-color") { Description = "No colours. The same as setting NO_COLOR." };

    internal Option[] All => [Connection, Url, Directories, Table, Environment, Project, LockTimeout, Json, NoInteraction, Quiet, Verbose, NoColor];
}
