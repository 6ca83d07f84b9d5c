using Godwit.Sql;

namespace Godwit.Migrations;

/// <summary>A migration in SQL: one file, or a file for each way.</summary>
public sealed class SqlMigration : MigrationSource
{
    private readonly MigrationDirectory directory;
    private readonly string upFile;
    private readonly string? downFile;

    internal SqlMigration(MigrationId id, MigrationDirectory directory, string upFile, string? downFile)
        : base(id)
    {
        this.directory = directory;
        this.upFile = upFile;
        this.downFile = downFile;
    }

    /// <summary>A migration in a single file, wherever it is and whatever it is called.</summary>
    /// <param name="root">The directory that the path is relative to.</param>
    /// <param name="file">The file, absolute or relative.</param>
    public static SqlMigration InFile(string root, string file)
    {
        var path = System.IO.Path.GetFullPath(file, System.IO.Path.GetFullPath(root));
        var name = System.IO.Path.GetFileName(path);
        return new SqlMigration(
            new MigrationId(System.IO.Path.GetFileNameWithoutExtension(name)), MigrationDirectory.In(root, System.IO.Path.GetDirectoryName(path)!), name, null);
    }

    /// <inheritdoc/>
    public override string Path => directory.Show(upFile);

    /// <summary>The file that holds the down, when it has one of its own.</summary>
    public string? DownPath => downFile is null ? null : directory.Show(downFile);

    // A directory that is a migration goes as a whole.
    internal override IEnumerable<string> Entries =>
        new[] { upFile, downFile }.OfType<string>().Select(file => directory.Locate(file.Split('/', '\\')[0])).Distinct();

    /// <inheritdoc/>
    public override Checksum ComputeChecksum(ScriptSplitter splitter)
    {
        using var file = Open(upFile);
        return UpChecksum.Of(file, splitter);
    }

    /// <inheritdoc/>
    public override MigrationScript Read(ScriptSplitter splitter, IReadOnlyDictionary<string, string> placeholders)
    {
        var parser = new ScriptParser(splitter, placeholders);
        var script = parser.Parse(ReadText(upFile));
        if (downFile is null) return script;
        if (script.Down is not null) throw TwoDowns();
        return script with { Down = parser.ParseDown(ReadText(downFile)) };
    }

    private SourceText ReadText(string file)
    {
        using var opened = Open(file);
        return opened.ReadText();
    }

    private MigrationFile Open(string file) => new(directory.Locate(file), directory.Show(file));

    private GodwitException TwoDowns() => new(
        ErrorCode.InvalidSection,
        $"The down of {Id} is written twice: as a section of {Path} and in {DownPath}.",
        "Keep one of them.");
}
