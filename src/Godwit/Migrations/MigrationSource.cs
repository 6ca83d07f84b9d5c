using Godwit.Sql;

namespace Godwit.Migrations;

/// <summary>A migration as it was found: its id is known, its content is read when asked for.</summary>
public abstract class MigrationSource
{
    private protected MigrationSource(MigrationId id) => Id = id;

    /// <summary>The migration's id.</summary>
    public MigrationId Id { get; }

    /// <summary>The file that holds the up, as shown to people.</summary>
    public abstract string Path { get; }

    /// <summary>The files and folders in a migrations directory that it consists of, absolute; none where it is compiled in.</summary>
    internal abstract IEnumerable<string> Entries { get; }

    /// <summary>
    /// The checksum of what is applied. The down does not count: mending one later is not an edit of what was applied.
    /// </summary>
    /// <param name="splitter">The rules of the database, which tell where the down begins.</param>
    /// <exception cref="GodwitException">The file cannot be read, or its sections cannot be told apart.</exception>
    public abstract Checksum ComputeChecksum(ScriptSplitter splitter);

    /// <summary>Reads the content.</summary>
    /// <param name="splitter">The rules of the database.</param>
    /// <param name="placeholders">The values of <c>${name}</c>; when there are none, <c>${name}</c> is ordinary text.</param>
    /// <exception cref="GodwitException">The file cannot be read, or is not a migration that this database could take.</exception>
    public abstract MigrationScript Read(ScriptSplitter splitter, IReadOnlyDictionary<string, string> placeholders);

    /// <inheritdoc/>
    public override string ToString() => Id.Text;
}
