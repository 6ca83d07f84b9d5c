using System.Collections.Immutable;
using System.Reflection;

namespace Godwit.Migrations;

/// <summary>
/// The migrations of a project in their one order, and what is wrong with the names of their files. Made from directory
/// entries, and the classes of an application's assemblies; no file is opened.
/// </summary>
public sealed class MigrationCatalog
{
    /// <summary>The folder beside a baseline that holds the migrations which it stands for.</summary>
    internal const string ReplacedFolder = "squashed";

    private readonly Lazy<MigrationCatalog> replaced;

    private MigrationCatalog(ImmutableArray<MigrationSource> migrations, ImmutableArray<GodwitException> problems, Func<MigrationCatalog> replaced)
    {
        Migrations = migrations;
        Problems = problems;
        this.replaced = new Lazy<MigrationCatalog>(replaced);
    }

    /// <summary>
    /// The migrations, by version number by number, then by name; the repeatable ones after them, by name. Those that share a
    /// version are among them.
    /// </summary>
    public ImmutableArray<MigrationSource> Migrations { get; }

    /// <summary>What is wrong, as the errors that a run would end with: to be shown beside the migrations that are well.</summary>
    public ImmutableArray<GodwitException> Problems { get; }

    /// <summary>
    /// The migrations that baselines stand for, for databases that have some of them: those in the directory <c>squashed</c> inside each
    /// directory, as far as it is there. Listed when first asked for.
    /// </summary>
    internal MigrationCatalog Replaced => replaced.Value;

    /// <summary>Lists the migrations in some directories. What is wrong is in <see cref="Problems"/>, not thrown.</summary>
    /// <param name="root">The project's directory.</param>
    /// <param name="directories">The directories, absolute or relative to the project's. Directories inside them are looked into only
    /// for those that are a migration themselves.</param>
    /// <param name="code">Loads C# files, when what one says is asked for; without it, they can only be listed.</param>
    /// <param name="assemblies">Assemblies with migrations. A C# file of one that is in them is taken for its source and left alone.</param>
    public static MigrationCatalog Read(
        string root, IEnumerable<string> directories, CodeLoader? code = null, ImmutableArray<Assembly> assemblies = default)
    {
        string[] current = [.. directories];
        return Read(root, current, code, assemblies, areReplaced: false, () => Read(
            root, [.. current.Select(path => Path.Join(path, ReplacedFolder)).Where(path => Directory.Exists(MigrationDirectory.In(root, path).FullPath))],
            code, assemblies, areReplaced: true, () => throw new InvalidOperationException("A baseline's migrations have no folder of their own.")));
    }

    private static MigrationCatalog Read(
        string root, string[] directories, CodeLoader? code, ImmutableArray<Assembly> assemblies, bool areReplaced, Func<MigrationCatalog> replaced)
    {
        var migrations = new List<MigrationSource>();
        var problems = new List<GodwitException>();
        if (!assemblies.IsDefaultOrEmpty) new AssemblyMigrations(root, areReplaced, migrations, problems).Add(assemblies);
        var files = new CodeFiles(code, migrations);
        foreach (var path in directories) DirectoryListing.Read(MigrationDirectory.In(root, path), files, migrations, problems);
        migrations.Sort(static (left, right) => Compare(left, right));
        ReportDuplicates(migrations, problems);
        return new MigrationCatalog([.. migrations], [.. problems], replaced);
    }

    /// <summary>The migration with an id, or null.</summary>
    public MigrationSource? Find(MigrationId id)
    {
        var (low, high) = (0, Migrations.Length - 1);
        while (low <= high)
        {
            var middle = low + ((high - low) / 2);
            var order = Migrations[middle].Id.CompareTo(id);
            if (order == 0) return Migrations[middle];
            (low, high) = order < 0 ? (middle + 1, high) : (low, middle - 1);
        }

        return null;
    }

    /// <summary>This catalog, when nothing is wrong with it: for verbs that change a database.</summary>
    /// <exception cref="GodwitException">The first of <see cref="Problems"/>, with the number of the others.</exception>
    public MigrationCatalog RequireSound()
    {
        if (Problems.IsEmpty) return this;
        var first = Problems[0];
        var others = Problems.Length switch
        {
            1 => "",
            2 => " There is one more problem, which status shows.",
            _ => $" There are {Problems.Length - 1} more problems, which status shows.",
        };
        throw new GodwitException(first.Code, first.Message, first.Remedy + others, first.Location, inner: first.InnerException);
    }

    private static int Compare(MigrationSource left, MigrationSource right)
    {
        var order = left.Id.CompareTo(right.Id);
        return order == 0 ? string.CompareOrdinal(left.Path, right.Path) : order;
    }

    // Ids that differ in case only are one id to the history of a database that compares without case.
    private static void ReportDuplicates(List<MigrationSource> sorted, List<GodwitException> problems)
    {
        for (var i = 1; i < sorted.Count; i++)
        {
            var (first, second) = (sorted[i - 1].Id, sorted[i].Id);
            var sameId = string.Equals(first.Text, second.Text, StringComparison.OrdinalIgnoreCase);
            var sameVersion = !first.Version.IsEmpty && first.Version == second.Version && !first.Version.IsDay;
            if (sameId || sameVersion) problems.Add(Duplicate(sorted[i - 1], sorted[i]));
        }
    }

    private static GodwitException Duplicate(MigrationSource first, MigrationSource second) => new(
        ErrorCode.DuplicateVersion,
        first.Id.Version.IsEmpty
            ? $"{first.Path} and {second.Path} have the same id."
            : $"{first.Path} and {second.Path} have the same version, {first.Id.Version}.",
        $"Give the one that is not applied yet a later version: godwit rebase {second.Id}");
}
