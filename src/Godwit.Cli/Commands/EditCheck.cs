using Godwit.Migrations;
using Godwit.Planning;
using Godwit.Sql;

namespace Godwit.Cli.Commands;

/// <summary>Looks in git for the text of a migration that was applied, and whether an edit since then changes what it does.</summary>
internal sealed class EditCheck(Invocation invocation)
{
    /// <summary>What the edit is.</summary>
    internal async Task<Edit> OfAsync(MigrationStanding migration, CancellationToken cancellation)
    {
        if (migration.Source is not SqlMigration) return new Edit.Unknown();
        var splitter = invocation.Database.Dialect.Splitter;
        var directory = System.IO.Directory.CreateTempSubdirectory("godwit-");
        try
        {
            var file = Path.Join(directory.FullName, Path.GetFileName(migration.Source.Path));
            await foreach (var text in new GitRepository(invocation.Project).VersionsAsync(migration.Source.Path, cancellation))
            {
                await File.WriteAllTextAsync(file, text, cancellation);
                var then = SqlMigration.InFile(directory.FullName, file);
                if (then.ComputeChecksum(splitter).Text == migration.Applied!.Checksum) return Compare(then, migration, splitter);
            }
        }
        finally
        {
            directory.Delete(recursive: true);
        }

        return new Edit.Unknown();
    }

    private Edit Compare(SqlMigration then, MigrationStanding now, ScriptSplitter splitter) =>
        ScriptEdit.FindChange(then.Read(splitter, invocation.Project.Placeholders), now.Script!, splitter) is { } change ? new Edit.Harmful(change) : new Edit.Harmless();
}

/// <summary>What an edit of an applied migration amounts to.</summary>
internal abstract record Edit
{
    private Edit()
    {
    }

    /// <summary>Comments, blanks or the down were changed: applying it does the same.</summary>
    internal sealed record Harmless : Edit;

    /// <summary>Applying it does something else.</summary>
    /// <param name="Change">The first statement that is another.</param>
    internal sealed record Harmful(SqlStatement Change) : Edit;

    /// <summary>The text that was applied is nowhere to be found.</summary>
    internal sealed record Unknown : Edit;
}
