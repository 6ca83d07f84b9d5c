using System.Collections.Immutable;
using Godwit.Configuration;

namespace Godwit.Migrations;

/// <summary>Writes new migrations. It never writes over a file.</summary>
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
    public string Create(NewMigration migration) => Create(migration, heading =>
    {
        var draft = migration.Draft ?? DraftFromName.Of(migration, SnakeCase.Of(migration.Name));
        return migration.Format is MigrationFormat.CSharp
            ? CSharpTemplate.File(heading.ClassName, migration.Parents, draft)
            : SqlTemplate.File(heading.Id, heading.Created, migration.Parents, migration.Driver ?? "", draft);
    });

    /// <summary>Writes a file with a content of its own under a version that none of the project's migrations has.</summary>
    /// <param name="migration">Its name, place and language.</param>
    /// <param name="text">Its content, for what it is called.</param>
    /// <returns>The absolute path of the new file.</returns>
    /// <exception cref="GodwitException">The name has no letter or digit or is too long, or the file cannot be written.</exception>
    internal string Create(NewMigration migration, Func<FileHeading, string> text)
    {
        var now = clock.GetUtcNow().UtcDateTime;
        var name = SnakeCase.Of(migration.Name);
        var directory = MigrationDirectory.In(root, migration.Directory ?? directories[0]).FullPath;
        var existing = Existing(directory);
        var (version, created) = migration.Version is { } given
            ? (given, now)
            : new VersionChooser(existing.Select(source => source.Id)).Next(migration.Naming, now);
        var id = Id(version, name);
        if (name.Length == 0 || id.Length > LongestId) throw BadName(migration.Name);
        var isCSharp = migration.Format is MigrationFormat.CSharp;
        var path = Path.Join(directory, id + (isCSharp ? MigrationFileName.CSharpExtension : MigrationFileName.SqlExtension));
        Write(path, text(new FileHeading(id, isCSharp ? FreeClassName(name, version, existing) : ClassName.Of(name), created)));
        return path;
    }

    private ImmutableArray<MigrationSource> Existing(string directory)
    {
        var everywhere = directories.Select(path => MigrationDirectory.In(root, path).FullPath).Append(directory).Distinct();
        return MigrationCatalog.Read(root, everywhere).Migrations;
    }

    // All C# files are compiled together, so no two classes may have one name.
    private static string FreeClassName(string name, string version, ImmutableArray<MigrationSource> existing)
    {
        var className = ClassName.Of(name);
        var isTaken = existing.Any(source => source is CodeMigration && ClassName.Of(SnakeCase.Of(source.Id.Name)) == className);
        return isTaken ? $"{className}{version.Replace("_", "", StringComparison.Ordinal)}" : className;
    }

    // A second underscore keeps a number at the beginning of the name out of the version.
    private static string Id(string version, string name)
    {
        var id = $"{version}_{name}";
        return MigrationVersion.At(id).End == version.Length ? id : $"{version}__{name}";
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
