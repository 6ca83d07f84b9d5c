namespace Godwit.Migrations;

/// <summary>Writes new SQL migrations. It never writes over a file.</summary>
/// <param name="clock">Says what time it is.</param>
/// <param name="root">The project's directory.</param>
/// <param name="directories">The project's migrations directories, absolute or relative to the project's; at least one.</param>
public sealed class MigrationFileWriter(TimeProvider clock, string root, IReadOnlyList<string> directories)
{
    // The history's column for ids is varchar(255).
    private const int LongestId = 255;

    /// <summary>Writes a file under a version that none of the project's migrations has.</summary>
    /// <param name="migration">What to write.</param>
    /// <returns>The absolute path of the new file.</returns>
    /// <exception cref="GodwitException">The name has no letter or digit or is too long, or the file cannot be written.</exception>
    public string Create(NewMigration migration)
    {
        var now = clock.GetUtcNow().UtcDateTime;
        var name = SnakeCase.Of(migration.Name);
        var directory = MigrationDirectory.In(root, migration.Directory ?? directories[0]).FullPath;
        var id = Id(TakenVersions(directory).Next(migration.Naming, now), name);
        if (name.Length == 0 || id.Length > LongestId) throw BadName(migration.Name);
        var path = Path.Join(directory, id + MigrationFileName.Extension);
        Write(path, SqlTemplate.File(id, now, Content(migration, name)));
        return path;
    }

    private VersionChooser TakenVersions(string directory)
    {
        var everywhere = directories.Select(path => MigrationDirectory.In(root, path).FullPath).Append(directory).Distinct();
        return new VersionChooser(MigrationCatalog.Read(root, everywhere).Migrations.Select(migration => migration.Id));
    }

    // A second underscore keeps a number at the beginning of the name out of the version.
    private static string Id(string version, string name)
    {
        var id = $"{version}_{name}";
        return MigrationVersion.At(id).End == version.Length ? id : $"{version}__{name}";
    }

    private static (string Up, string Down) Content(NewMigration migration, string name)
    {
        var driver = migration.Driver ?? "";
        if (migration.CreatedTable is { } created) return SqlTemplate.CreateTable(driver, created);
        if (migration.AlteredTable is { } altered) return AlterTable(driver, altered, name);
        if (TableToCreate(name) is { } table) return SqlTemplate.CreateTable(driver, table);
        return ColumnToAdd(name) is var (column, to) ? SqlTemplate.AddColumn(driver, to, column) : SqlTemplate.Empty();
    }

    private static (string Up, string Down) AlterTable(string driver, string table, string name) =>
        ColumnToAdd(name) is var (column, _) ? SqlTemplate.AddColumn(driver, table, column) : SqlTemplate.AlterTable(driver, table);

    private static string? TableToCreate(string name)
    {
        const string start = "create_";
        var table = WithoutTable(name);
        var isOne = name.StartsWith(start, StringComparison.Ordinal) && table.Length < name.Length && table.Length > start.Length;
        return isOne ? table[start.Length..] : null;
    }

    private static (string Column, string Table)? ColumnToAdd(string name)
    {
        const string start = "add_", middle = "_to_";
        var to = name.LastIndexOf(middle, StringComparison.Ordinal);
        if (!name.StartsWith(start, StringComparison.Ordinal) || to <= start.Length) return null;
        return (name[start.Length..to], WithoutTable(name[(to + middle.Length)..]));
    }

    private static string WithoutTable(string name)
    {
        const string end = "_table";
        return name.EndsWith(end, StringComparison.Ordinal) ? name[..^end.Length] : name;
    }

    private static void Write(string path, string content)
    {
        try
        {
            Directory.CreateDirectory(Path.GetDirectoryName(path)!);
            using var stream = new FileStream(path, FileMode.CreateNew, FileAccess.Write);
            stream.Write(System.Text.Encoding.UTF8.GetBytes(content));
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            throw new GodwitException(
                ErrorCode.FileAccess,
                $"{path} cannot be written: {e.Message}",
                "Check that the directory is one you may write to.",
                inner: e);
        }
    }

    private static GodwitException BadName(string name) => new(
        ErrorCode.Usage,
        $"'{name}' cannot name a migration.",
        "Write a few words with letters or digits, for example create_posts_table; the whole id may have 255 characters.");
}
