using Godwit.Dialects;
using Godwit.Migrations;
using Godwit.Sql;

namespace Godwit.Execution;

/// <summary>SQL files with data for development and tests.</summary>
internal sealed class SeedFiles(DatabaseSession session, DialectTraits traits, MigratorOptions options)
{
    internal async Task<IReadOnlyList<string>> RunAsync(string directory, CancellationToken cancellation)
    {
        if (!Directory.Exists(directory)) return [];
        var names = new List<string>();
        foreach (var file in Directory.GetFiles(directory, "*.sql").Order(StringComparer.Ordinal))
        {
            await RunFileAsync(SqlMigration.InFile(options.Root, file), cancellation);
            names.Add(Path.GetFileName(file));
        }

        return names;
    }

    private async Task RunFileAsync(SqlMigration file, CancellationToken cancellation)
    {
        SqlStatement[] statements = [new(traits.Begin), .. file.Read(session.Splitter, options.Placeholders).Up.Statements, new("COMMIT")];
        try
        {
            await session.RunAsync(statements, SilentObserver.Instance, cancellation);
        }
        catch (StatementException failure)
        {
            await Rollback.QuietlyAsync(session);
            throw new GodwitException(ErrorCode.StatementFailed,
                $"The seed file {file.Path} failed: {failure.Error.Message} ({failure.Error.Code})",
                "Correct the statement, then seed again.", statements[failure.Index].Locate(failure.Error.Offset ?? 0),
                "The migrations are applied. Nothing of this file was kept; the files before it are.", failure);
        }
    }
}
