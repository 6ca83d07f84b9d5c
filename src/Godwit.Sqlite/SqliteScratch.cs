using Godwit.Dialects;
using Microsoft.Data.Sqlite;

namespace Godwit.Sqlite;

/// <summary>
/// Makes scratch databases: each is a file in a directory of its own, where only this user may look, so that nothing stays of what SQLite
/// puts beside a file. In memory, several connections to it would see other locks than a file has.
/// </summary>
internal static class SqliteScratch
{
    internal static async Task<ScratchDatabase> CreateAsync(SqliteConnectionStringBuilder like, CancellationToken cancellation)
    {
        ClearLeftOvers();
        var directory = Directory.CreateDirectory(Path.Join(Path.GetTempPath(), ScratchName.New()));
        if (!OperatingSystem.IsWindows()) directory.UnixFileMode = UnixFileMode.UserRead | UnixFileMode.UserWrite | UnixFileMode.UserExecute;
        var address = new SqliteConnectionStringBuilder
        {
            DataSource = Path.Join(directory.FullName, "scratch.sqlite"),
            ForeignKeys = like.ForeignKeys,
            RecursiveTriggers = like.RecursiveTriggers,
        };
        var database = new SqliteDatabase(address);
        await database.CreateAsync(cancellation);
        return new ScratchDatabase(database, ScratchIsolation.Database, () =>
        {
            directory.Delete(recursive: true);
            return Task.CompletedTask;
        });
    }

    private static void ClearLeftOvers()
    {
        foreach (var path in Directory.EnumerateDirectories(Path.GetTempPath(), ScratchName.Prefix + "*"))
        {
            if (!ScratchName.IsLongLeftOver(Path.GetFileName(path))) continue;
            try
            {
                Directory.Delete(path, recursive: true);
            }
            catch (Exception e) when (e is IOException or UnauthorizedAccessException)
            {
                // Another user's, who clears it away with the next run; or another run was faster.
            }
        }
    }
}
