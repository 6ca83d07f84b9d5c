using System.Collections.Immutable;
using System.Collections.ObjectModel;

namespace Godwit.Configuration;

/// <summary>How a project is set up: what <c>godwit.json</c> says, and the defaults where it says nothing.</summary>
public sealed record ProjectConfig
{
    /// <summary>A project with the defaults for everything.</summary>
    /// <param name="root">The project's folder.</param>
    public ProjectConfig(string root)
    {
        Root = Path.GetFullPath(root);
        MigrationDirectories = [FullPath("database/migrations")];
        Models = new ModelSource { Folders = [FullPath("models"), FullPath("app/Models"), FullPath("Models")] };
    }

    /// <summary>The project's folder, as an absolute path.</summary>
    public string Root { get; }

    /// <summary>The settings file, as an absolute path; null when the project has none.</summary>
    public string? SettingsPath { get; private init; }

    /// <summary>The folders with migrations, as absolute paths. Default: <c>database/migrations</c>.</summary>
    public ImmutableArray<string> MigrationDirectories { get; init; }

    /// <summary>The history table's name. Default: <c>migrations</c>.</summary>
    public string Table { get; init; } = "migrations";

    /// <summary>How a new migration's version is made. Default: timestamp.</summary>
    public MigrationNaming Naming { get; init; } = MigrationNaming.Timestamp;

    /// <summary>The language of a new migration. Null: C#, or SQL in a project whose migrations are all SQL.</summary>
    public MigrationFormat? Format { get; init; }

    /// <summary>
    /// What happens when a pending migration sorts before one that is applied. Null: refuse in an environment of kind production,
    /// warn elsewhere; <see cref="For"/> puts the answer here.
    /// </summary>
    public OutOfOrder? OutOfOrder { get; init; }

    /// <summary>Where the model classes are. Default: <c>models</c>, <c>app/Models</c> or <c>Models</c>.</summary>
    public ModelSource Models { get; init; }

    /// <summary>Assemblies that loose C# files may use, as absolute paths. Default: none.</summary>
    public ImmutableArray<string> References { get; init; } = [];

    /// <summary>The name of the connection to use where nothing else chooses one; null: the only one there is.</summary>
    public string? Connection { get; init; }

    /// <summary>The connections by name. Default: none, which means SQLite in <c>database/database.sqlite</c>.</summary>
    public IReadOnlyDictionary<string, ConnectionDefinition> Connections { get; init; } =
        ReadOnlyDictionary<string, ConnectionDefinition>.Empty;

    /// <summary>What differs in single environments, by their whole names in lower case. Default: nothing.</summary>
    public IReadOnlyDictionary<string, EnvironmentSettings> Environments { get; init; } =
        ReadOnlyDictionary<string, EnvironmentSettings>.Empty;

    /// <summary>What stands for <c>${name}</c> in SQL migrations. Default: nothing, and then <c>${</c> is ordinary text.</summary>
    public IReadOnlyDictionary<string, string> Placeholders { get; init; } = ReadOnlyDictionary<string, string>.Empty;

    /// <summary>The safety rules that every migration may breach, with the reasons. Default: none.</summary>
    public IReadOnlyDictionary<string, string> Allow { get; init; } = ReadOnlyDictionary<string, string>.Empty;

    /// <summary>How long to wait for another run to end. Default: 60 seconds.</summary>
    public TimeSpan LockTimeout { get; init; } = TimeSpan.FromSeconds(60);

    /// <summary>How long a statement waits for a lock on a table before it gives up; zero is without end. Default: 5 seconds.</summary>
    public TimeSpan StatementLockTimeout { get; init; } = TimeSpan.FromSeconds(5);

    /// <summary>How long a statement may take where its migration does not say; null, or zero, is without limit. Default: null.</summary>
    public TimeSpan? StatementTimeout { get; init; }

    /// <summary>
    /// How often something is tried that did not get a lock. Null: 3 in an environment of kind development, 10 elsewhere;
    /// <see cref="For"/> puts the answer here.
    /// </summary>
    public int? LockAttempts { get; init; }

    /// <summary>The process's environment variables, and after them those of the project's <c>.env</c> file.</summary>
    public EnvironmentVariables Variables { get; init; } = EnvironmentVariables.OfProcess;

    /// <summary>Finds the project and reads its <c>godwit.json</c> and <c>.env</c>, where it has them.</summary>
    /// <param name="startDirectory">The folder to walk up from; anywhere inside the project.</param>
    /// <param name="project">The project's folder or a file in it, where someone named it; then nothing is searched.</param>
    /// <param name="variables">The environment variables; those of the process when null.</param>
    /// <exception cref="GodwitException">A file cannot be read, or says something that Godwit does not understand.</exception>
    public static ProjectConfig Load(string startDirectory, string? project = null, EnvironmentVariables? variables = null)
    {
        var root = project is null ? ProjectRoot.Find(startDirectory) : ProjectRoot.At(Path.Combine(startDirectory, project));
        var config = new ProjectConfig(root.Folder)
        {
            SettingsPath = root.SettingsPath,
            Variables = (variables ?? EnvironmentVariables.OfProcess).WithFileIn(root.Folder),
        };
        return root.SettingsPath is { } path ? ProjectConfigReader.Read(TextFile.Read(path, config.Shown(path)), config) : config;
    }

    /// <summary>The environment to run in.</summary>
    /// <param name="name">The one the command line names; null to ask <c>GODWIT_ENV</c>, <c>DOTNET_ENVIRONMENT</c>,
    /// <c>ASPNETCORE_ENVIRONMENT</c> and <c>ENV</c>, in this order, and to be development when none is set.</param>
    /// <exception cref="GodwitException">The <c>.env</c> file sets one of them to something that cannot be worked out.</exception>
    public DeploymentEnvironment ResolveEnvironment(string? name = null)
    {
        var environment = name is null ? DeploymentEnvironment.Detect(Variables) : DeploymentEnvironment.Parse(name);
        var kind = Environments.TryGetValue(environment.Name, out var settings) ? settings.Kind : null;
        return environment with { Kind = kind ?? environment.Kind };
    }

    /// <summary>This configuration as it is in one environment: what differs there is in its place.</summary>
    public ProjectConfig For(DeploymentEnvironment environment)
    {
        var usual = environment.Kind == EnvironmentKind.Production ? Configuration.OutOfOrder.Refuse : Configuration.OutOfOrder.Warn;
        var attempts = LockAttempts ?? (environment.Kind == EnvironmentKind.Development ? 3 : 10);
        if (!Environments.TryGetValue(environment.Name, out var settings)) return this with { OutOfOrder = OutOfOrder ?? usual, LockAttempts = attempts };
        return this with
        {
            StatementLockTimeout = settings.StatementLockTimeout ?? StatementLockTimeout,
            StatementTimeout = settings.StatementTimeout ?? StatementTimeout,
            LockAttempts = settings.LockAttempts ?? attempts,
            Connection = settings.Connection ?? Connection,
            OutOfOrder = settings.OutOfOrder ?? OutOfOrder ?? usual,
            Placeholders = Merge(Placeholders, settings.Placeholders),
            Allow = Merge(Allow, settings.Allow),
        };
    }

    /// <summary>
    /// The connection to use. What the command line names comes before the environment (<c>DATABASE_URL</c>, else <c>DB_CONNECTION</c>,
    /// <c>DB_HOST</c>, <c>DB_PORT</c>, <c>DB_DATABASE</c>, <c>DB_USERNAME</c>, <c>DB_PASSWORD</c>), <c>.env</c>, <c>godwit.json</c>
    /// and SQLite in <c>database/database.sqlite</c>.
    /// </summary>
    /// <param name="url">The URL that the command line gives.</param>
    /// <param name="name">The connection that the command line names.</param>
    /// <exception cref="GodwitException">A name is not known, a URL malformed, a secret missing.</exception>
    public ResolvedConnection ResolveConnection(string? url = null, string? name = null) => new ConnectionResolver(this).Resolve(url, name);

    /// <summary>An absolute path for one that is relative to the project.</summary>
    public string FullPath(string path) => Path.GetFullPath(Path.Combine(Root, path));

    /// <summary>A path as shown to people: relative to the project where it lies inside it.</summary>
    public string Shown(string path)
    {
        var relative = Path.GetRelativePath(Root, path);
        return relative == ".." || relative.StartsWith($"..{Path.DirectorySeparatorChar}", StringComparison.Ordinal) ? path : relative;
    }

    private static IReadOnlyDictionary<string, string> Merge(
        IReadOnlyDictionary<string, string> usual, IReadOnlyDictionary<string, string> special)
    {
        if (special.Count == 0) return usual;
        var merged = new Dictionary<string, string>(usual);
        foreach (var (name, value) in special) merged[name] = value;
        return merged;
    }
}
