using System.Reflection;
using Godwit.Configuration;
using Godwit.Dialects;

namespace Godwit.Hosting;

/// <summary>
/// What an application says of its migrations: which database (<c>UseSqlite</c>, <c>UsePostgreSql</c>, <c>UseMySql</c>, each from the package of
/// that name), where the migrations are, and what happens at start-up.
/// </summary>
public sealed class GodwitOptions : IDatabaseChoice
{
    private readonly List<Assembly> assemblies = [];
    private readonly List<string> directories = [];
    private readonly List<Func<MigratorOptions, MigratorOptions>> changes = [];

    /// <summary>What happens when the application starts. Default: <see cref="AtStart.Migrate"/>.</summary>
    public AtStart AtStart { get; set; } = AtStart.Migrate;

    /// <summary>
    /// How long a starting application goes on trying to reach a database that does not answer, and waits for another run where it only
    /// verifies. Default: one minute. Zero: one attempt.
    /// </summary>
    public TimeSpan StartTimeout { get; set; } = TimeSpan.FromMinutes(1);

    /// <summary>
    /// The environment's name. Default: <c>GODWIT_ENV</c> of the configuration, else the host's environment, which is production
    /// unless <c>DOTNET_ENVIRONMENT</c> or <c>ASPNETCORE_ENVIRONMENT</c> says otherwise.
    /// </summary>
    public string? Environment { get; set; }

    /// <summary>How careful to be, for an environment with a name of its own. Default: by the name; as in production where it is not known.</summary>
    public EnvironmentKind? EnvironmentKind { get; set; }

    internal Func<IServiceProvider, Database>? Create { get; private set; }

    internal IReadOnlyList<Assembly> Assemblies => assemblies;

    /// <summary>Where nothing is said, the directory that the command uses by default.</summary>
    internal IReadOnlyList<string> Directories => assemblies.Count + directories.Count == 0 ? ["database/migrations"] : directories;

    /// <summary>Adds the classes with <see cref="MigrationAttribute"/> of an assembly.</summary>
    public void AddAssembly(Assembly assembly) => assemblies.Add(assembly);

    /// <summary>Adds the migrations of a directory, absolute or relative to the application's content root.</summary>
    public void AddDirectory(string directory) => directories.Add(directory);

    /// <summary>Changes what else the migrator works with: the history's name, placeholders, a compiler for C# files …</summary>
    /// <param name="change">Gives the changed options, as in <c>options =&gt; options with { Table = "audit.migrations" }</c>.</param>
    public void ConfigureMigrator(Func<MigratorOptions, MigratorOptions> change) => changes.Add(change);

    /// <inheritdoc/>
    public void UseDatabase(Func<IServiceProvider, Database> create) => Create = create;

    /// <inheritdoc/>
    public void UseDatabase(string connection, Func<string, Database> create) =>
        Create = services => create(ConnectionText.Find(connection, services));

    internal MigratorOptions Change(MigratorOptions options) => changes.Aggregate(options, (changed, change) => change(changed));
}
