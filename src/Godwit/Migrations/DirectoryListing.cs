using System.IO.Enumeration;

namespace Godwit.Migrations;

/// <summary>Finds the migrations of one directory by the names of its files alone, and what is wrong with those names.</summary>
internal sealed class DirectoryListing
{
    private readonly MigrationDirectory directory;
    private readonly CodeFiles code;
    private readonly List<GodwitException> problems;
    private readonly Dictionary<string, Files> filesById = new(StringComparer.Ordinal);
    private readonly List<(string File, MigrationId Id)> undos = [];

    private DirectoryListing(MigrationDirectory directory, CodeFiles code, List<GodwitException> problems)
    {
        this.directory = directory;
        this.code = code;
        this.problems = problems;
    }

    /// <summary>Adds what a directory holds.</summary>
    internal static void Read(
        MigrationDirectory directory, CodeFiles code, List<MigrationSource> migrations, List<GodwitException> problems)
    {
        var listing = new DirectoryListing(directory, code, problems);
        try
        {
            foreach (var entry in Entries(directory.FullPath)) listing.Add(entry);
        }
        catch (DirectoryNotFoundException e)
        {
            problems.Add(new GodwitException(
                ErrorCode.DirectoryMissing,
                $"The migrations directory {directory.ShownPath} does not exist.",
                "godwit init creates it. If the migrations are elsewhere, name their directory with --dir or under \"migrations\" in godwit.json.",
                inner: e));
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            problems.Add(new GodwitException(
                ErrorCode.FileAccess,
                $"The migrations directory {directory.ShownPath} cannot be listed: {e.Message}",
                "Give the user who runs this the right to read it.",
                inner: e));
        }

        listing.AttachUndos();
        listing.Collect(migrations);
    }

    // By name, so that what is found and said does not depend on the file system's own order.
    private static List<Entry> Entries(string path)
    {
        var options = new EnumerationOptions { IgnoreInaccessible = false, AttributesToSkip = 0 };
        var entries = new List<Entry>(
            new FileSystemEnumerable<Entry>(
                path, static (ref FileSystemEntry entry) => new Entry(entry.FileName.ToString(), entry.IsDirectory), options)
            {
                ShouldIncludePredicate = static (ref FileSystemEntry entry) => entry.FileName[0] != '.',
            });
        entries.Sort(static (left, right) => string.CompareOrdinal(left.Name, right.Name));
        return entries;
    }

    private void Add(Entry entry)
    {
        if (entry.IsDirectory) AddDirectory(entry.Name);
        else if (MigrationFileName.IsSql(entry.Name)) AddSqlFile(entry.Name);
        else if (MigrationFileName.IsCSharp(entry.Name)) AddCSharpFile(entry.Name);
    }

    private void AddSqlFile(string file)
    {
        if (MigrationFileName.Parse(file) is not { } name) problems.Add(Malformed(file));
        else if (name.Role == MigrationFileRole.Undo) undos.Add((file, name.Id));
        else if (name.Role == MigrationFileRole.Down) Put(name.Id, new Files(null, file));
        else Put(name.Id, new Files(file, null));
    }

    private void AddCSharpFile(string file)
    {
        if (MigrationFileName.Parse(file) is not { } name) problems.Add(Malformed(file));
        else if (name.Role is MigrationFileRole.Up) Put(name.Id, new Files(file, null));
        else problems.Add(DownOutsideClass(file));
    }

    // A directory is a migration when it holds the file that makes it one; a folder of anything else is none of ours,
    // unless its name is that of a migration: then something was forgotten.
    private void AddDirectory(string name)
    {
        var up = Existing(name, "up.sql");
        var migration = Existing(name, "migration.sql");
        var down = Existing(name, "down.sql");
        var id = new MigrationId(name);
        if (up is not null && migration is not null) problems.Add(TwoUps(up, migration));
        else if (!MigrationFileName.IsWellFormed(id) && (up ?? migration) is not null) problems.Add(Malformed(name));
        else if ((up ?? migration ?? down) is not null) Put(id, new Files(up ?? migration, down));
        else if (!id.Version.IsEmpty) problems.Add(EmptyDirectory(name));
    }

    private string? Existing(string folder, string file)
    {
        var path = Path.Join(folder, file);
        return File.Exists(directory.Locate(path)) ? path : null;
    }

    private void Put(MigrationId id, Files files)
    {
        if (!filesById.TryGetValue(id.Text, out var known)) filesById.Add(id.Text, files with { Id = id });
        else if (known.Up is not null && files.Up is not null) problems.Add(TwoUps(known.Up, files.Up));
        else if (known.Down is not null && files.Down is not null) problems.Add(TwoDowns(known.Down, files.Down));
        else filesById[id.Text] = known with { Up = known.Up ?? files.Up, Down = known.Down ?? files.Down };
    }

    private void AttachUndos()
    {
        if (undos.Count == 0) return;
        var idByVersion = new Dictionary<MigrationVersion, string>();
        foreach (var (id, files) in filesById)
        {
            if (files.Up is not null) idByVersion.TryAdd(files.Id!.Version, id);
        }

        foreach (var (file, undo) in undos)
        {
            if (!idByVersion.TryGetValue(MigrationFileName.VersionToUndo(undo), out var id)) problems.Add(DownWithoutUp(file));
            else if (filesById[id].Down is { } down) problems.Add(TwoDowns(down, file));
            else filesById[id] = filesById[id] with { Down = file };
        }
    }

    private void Collect(List<MigrationSource> migrations)
    {
        foreach (var files in filesById.Values)
        {
            if (files.Up is null) problems.Add(DownWithoutUp(files.Down!));
            else if (MigrationFileName.IsCSharp(files.Up)) CollectCSharp(files, migrations);
            else migrations.Add(new SqlMigration(files.Id!, directory, files.Up, files.Down));
        }
    }

    private void CollectCSharp(Files files, List<MigrationSource> migrations)
    {
        if (files.Down is not null) problems.Add(DownOutsideClass(files.Down));
        if (code.IsCompiledIn(files.Id!)) return;
        var file = new CodeFile(directory.Locate(files.Up!), directory.Show(files.Up!));
        migrations.Add(new LooseMigration(files.Id!, file, code.Add(file)));
    }

    private GodwitException Malformed(string name)
    {
        var suggestion = MigrationFileName.Suggest(name, File.GetLastWriteTimeUtc(directory.Locate(name)));
        return new GodwitException(
            ErrorCode.MalformedName,
            $"{directory.Show(name)} is not named like a migration: {MigrationFileName.AcceptedForms}.",
            $"Rename it, for example to {suggestion}, or move it out of the migrations directory.");
    }

    private GodwitException EmptyDirectory(string name) => new(
        ErrorCode.MalformedName,
        $"The directory {directory.Show(name)} is named like a migration but holds neither migration.sql nor up.sql.",
        "Put the migration's SQL into migration.sql in it. If it is a directory of migrations, name it under \"migrations\" in " +
        "godwit.json and call it something that does not begin with a number.");

    private GodwitException DownWithoutUp(string file) => new(
        ErrorCode.MalformedName,
        $"{directory.Show(file)} is the down of a migration that is not there.",
        "Add the file with its up under the same version and name, or delete this one.");

    private GodwitException DownOutsideClass(string file) => new(
        ErrorCode.MalformedName,
        $"{directory.Show(file)} is named like the down of a migration, but that of a C# migration stands in its class.",
        "Write it as the method Down of the class, and delete this file.");

    private GodwitException TwoUps(string first, string second) => new(
        ErrorCode.DuplicateVersion,
        $"{directory.Show(first)} and {directory.Show(second)} are both the up of one migration.",
        "Keep one of them, or give one a version of its own.");

    private GodwitException TwoDowns(string first, string second) => new(
        ErrorCode.DuplicateVersion,
        $"{directory.Show(first)} and {directory.Show(second)} are both the down of one migration.",
        "Keep one of them.");

    private sealed record Entry(string Name, bool IsDirectory);

    private sealed record Files(string? Up, string? Down, MigrationId? Id = null);
}
