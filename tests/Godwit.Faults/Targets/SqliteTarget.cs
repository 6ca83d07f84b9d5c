using System.Data.Common;
using Godwit.Sqlite;
using Microsoft.Data.Sqlite;

namespace Godwit.Faults.Targets;

/// <summary>SQLite.</summary>
/// <param name="place">The directory that the files' directories are made in; null for one in memory.</param>
internal sealed class SqliteTarget(string? place = null) : FaultTarget
{
    // A commit waits for a disk, and for memory it does not.
    private const string Memory = "/dev/shm";

    internal override string Name => "sqlite";

    internal override Task<FaultDatabase> CreateAsync()
    {
        var parent = place ?? (Directory.Exists(Memory) ? Memory : Path.GetTempPath());
        return Task.FromResult<FaultDatabase>(new InFile(Directory.CreateDirectory(Path.Join(parent, $"godwit-faults-{Guid.NewGuid():N}")).FullName));
    }

    private sealed class InFile(string directory) : FaultDatabase
    {
        private string File => Path.Join(directory, "database.sqlite");

        internal override string Url => "sqlite:" + File;

        internal override Database Handle() => new SqliteDatabase(File);

        protected override IEnumerable<string> Definitions =>
            ["PRAGMA integrity_check", "PRAGMA foreign_key_check", "SELECT type, name, tbl_name, sql FROM sqlite_master ORDER BY type, name"];

        internal override Task<string[]> DumpAsync() => DumpAsync(
            "SELECT name FROM sqlite_master WHERE type = 'table' AND name NOT LIKE 'sqlite_stat%' ORDER BY name",
            table => $"SELECT * FROM \"{table}\" ORDER BY 1");

        public override ValueTask DisposeAsync()
        {
            Directory.Delete(directory, recursive: true);
            return ValueTask.CompletedTask;
        }

        protected override DbConnection Connect() => new SqliteConnection($"Data Source={File};Pooling=false");
    }
}
