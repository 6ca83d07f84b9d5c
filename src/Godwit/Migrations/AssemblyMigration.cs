using System.Security.Cryptography;
using System.Text;
using Godwit.Sql;

namespace Godwit.Migrations;

/// <summary>A migration in a class of an application's assembly.</summary>
internal sealed class AssemblyMigration(MigrationId id, string shownPath, Type type) : CodeMigration(id)
{
    /// <inheritdoc/>
    public override string Path => shownPath;

    internal override IEnumerable<string> Entries => [];

    /// <summary>
    /// A checksum that says no more than where the migration comes from, because its source is not there: what a class compiles to
    /// changes with the compiler, and its name when an application's code is put in order, and neither is an edit of what was applied. Its
    /// algorithm is another than that of files, so a migration applied from the one may be run from the other.
    /// </summary>
    public override Checksum ComputeChecksum(ScriptSplitter splitter) =>
        new("assembly:" + Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(Id.Text))));

    private protected override Migration Create() => MigrationClass.Create(type, shownPath);
}
