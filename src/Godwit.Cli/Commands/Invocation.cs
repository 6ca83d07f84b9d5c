using Godwit.Cli.Rendering;
using Godwit.Cli.Syntax;
using Godwit.Configuration;
using Godwit.Execution;
using Godwit.Safety;

namespace Godwit.Cli.Commands;

/// <summary>One call of the command: the options, the project they lead to, and the way to the person who called.</summary>
internal sealed class Invocation(GlobalOptions globals, Line line, Terminal terminal, Reporter reporter, Surroundings surroundings)
    : IAsyncDisposable
{
    private ProjectConfig? project;
    private DeploymentEnvironment? environment;
    private ResolvedConnection? connection;
    private Database? database;
    private Migrator? migrator;
    private LooseCode? code;

    /// <summary>The options that every verb has.</summary>
    internal GlobalOptions Globals => globals;

    /// <summary>Shows results and failures.</summary>
    internal Reporter Reporter => reporter;

    /// <summary>How much is shown.</summary>
    internal bool IsVerbose => Value(globals.Verbose);

    /// <summary>Whether a question can be answered.</summary>
    internal Audience Audience => Value(globals.NoInteraction) || Value(globals.Json) ? Audience.Program : terminal.Audience;

    /// <summary>The terminal, for questions.</summary>
    internal Terminal Terminal => terminal;

    /// <summary>The environment variables.</summary>
    internal EnvironmentVariables Variables => surroundings.Variables;

    /// <summary>Where the command was called: what relative paths on the command line begin from.</summary>
    internal string Directory => surroundings.Directory;

    /// <summary>The project's settings, as they are in the environment.</summary>
    internal ProjectConfig Project
    {
        get
        {
            if (project is not null) return project;
            var found = ProjectConfig.Load(surroundings.Directory, Value(globals.Project), surroundings.Variables);
            environment = found.ResolveEnvironment(Value(globals.Environment));
            return project = Overridden(found.For(environment));
        }
    }

    /// <summary>The environment.</summary>
    internal DeploymentEnvironment Environment
    {
        get
        {
            _ = Project;
            return environment!;
        }
    }

    /// <summary>The connection that was chosen, and by whom.</summary>
    internal ResolvedConnection Connection => connection ??= Project.ResolveConnection(Value(globals.Url), Value(globals.Connection));

    /// <summary>The database.</summary>
    internal Database Database => database ??= Drivers.Find(Connection.Settings.Driver).Connect(Connection.Settings);

    /// <summary>Compiles and loads the project's C# migrations.</summary>
    internal LooseCode Code => code ??= new LooseCode(Project);

    /// <summary>The engine, for the project on the database.</summary>
    internal Migrator Migrator => migrator ??= new Migrator(Database, MigratorOptions);

    /// <summary>Tries the project's migrations beside the database.</summary>
    internal ReversalCheck ReversalCheck => new(Database, MigratorOptions);

    /// <summary>The words that are the verb's argument.</summary>
    internal IReadOnlyList<string> Words => line.Words;

    /// <summary>The first of them; null when there is none.</summary>
    internal string? Word => Words.Count > 0 ? Words[0] : null;

    /// <summary>Whether an option was given.</summary>
    internal bool Has(Option option) => line.Count(option) > 0;

    /// <summary>Whether an option was given.</summary>
    internal bool Value(Flag option) => line.Value(option);

    /// <summary>The text given for an option; null when none was.</summary>
    internal string? Value(TextOption option) => line.Value(option);

    /// <summary>The number given for an option; null when none was.</summary>
    internal int? Value(NumberOption option) => line.Value(option);

    /// <summary>The texts given for an option.</summary>
    internal IReadOnlyList<string> Value(ListOption option) => line.Value(option);

    /// <summary>Chooses what becomes of migrations out of order, where the command line says so.</summary>
    internal void Choose(string? outOfOrder)
    {
        if (outOfOrder is not null) project = Project with { OutOfOrder = Enum.Parse<OutOfOrder>(outOfOrder, ignoreCase: true) };
    }

    /// <summary>Lets safety rules be breached, where the command line says so.</summary>
    /// <exception cref="GodwitException">There is no such rule.</exception>
    internal void Allow(IReadOnlyList<string> rules)
    {
        if (rules.Count == 0) return;
        var allowed = new Dictionary<string, string>(Project.Allow);
        foreach (var given in rules) allowed[(RuleBook.Find(given) ?? throw UnknownRule(given)).Id] = "--allow";
        project = Project with { Allow = allowed };
    }

    public async ValueTask DisposeAsync()
    {
        if (migrator is not null) await migrator.DisposeAsync();
        if (database is not null) await database.DisposeAsync();
    }

    /// <summary>The absolute path of a path on the command line.</summary>
    internal string FromHere(string path) => Path.GetFullPath(path, surroundings.Directory);

    /// <summary>What the engine works with: the project's settings and the options.</summary>
    internal MigratorOptions MigratorOptions => new()
    {
        Root = Project.Root,
        Directories = Project.MigrationDirectories,
        Code = Code,
        Table = Project.Table,
        Environment = Environment.Name,
        OutOfOrder = Project.OutOfOrder ?? OutOfOrder.Warn,
        Placeholders = Project.Placeholders,
        Allow = Project.Allow,
        LockTimeout = Project.LockTimeout,
        StatementLockTimeout = Project.StatementLockTimeout,
        StatementTimeout = Project.StatementTimeout is { Ticks: > 0 } limit ? limit : null,
        LockAttempts = Project.LockAttempts ?? 10,
        Naming = Project.Naming,
        OnEvent = reporter.Observe,
    };

    private ProjectConfig Overridden(ProjectConfig config)
    {
        if (Value(globals.Directories) is { Count: > 0 } directories)
            config = config with { MigrationDirectories = [.. directories.Select(FromHere)] };
        if (Value(globals.Table) is { } table) config = config with { Table = table };
        if (Value(globals.LockTimeout) is { } text) config = config with { LockTimeout = Duration.Parse(text) ?? throw BadDuration(text) };
        return config;
    }

    private static GodwitException UnknownRule(string rule)
    {
        var nearest = Suggestion.Nearest(rule.ToUpperInvariant(), RuleBook.All.Select(known => known.Id));
        return new GodwitException(ErrorCode.Usage, $"--allow {rule}: there is no such rule.",
            nearest is null ? "godwit lint shows the rules by their ids, such as PG01." : $"Did you mean {nearest}?");
    }

    private static GodwitException BadDuration(string text) => new(
        ErrorCode.Usage, $"--lock-timeout {text} is not a length of time.", "Write a number and a unit: 500ms, 30s, 5m, 1h.");
}
