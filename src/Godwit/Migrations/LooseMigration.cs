using Godwit.Sql;

namespace Godwit.Migrations;

/// <summary>A migration in a C# file of a migrations directory.</summary>
internal sealed class LooseMigration(MigrationId id, CodeFile file, Func<Migration> create) : CodeMigration(id)
{
    /// <inheritdoc/>
    public override string Path => file.ShownPath;

    internal override IEnumerable<string> Entries => [file.FullPath];

    /// <summary>
    /// The checksum of the whole file. Where its down begins and ends only a compiler could say, so mending that is an edit, too.
    /// </summary>
    public override Checksum ComputeChecksum(ScriptSplitter splitter)
    {
        using var opened = new MigrationFile(file.FullPath, file.ShownPath);
        return UpChecksum.OfAll(opened);
    }

    private protected override Migration Create() => create();
}
