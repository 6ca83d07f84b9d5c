using Godwit.Migrations;

namespace Godwit;

/// <summary>Migrations in one line, for an application that needs no more.</summary>
public static class Migrate
{
    /// <summary>Applies everything that is pending. Safe when many instances of an application start at once.</summary>
    /// <param name="database">The database.</param>
    /// <param name="directory">The directory with the migrations.</param>
    /// <param name="cancellation">Cancels the statement that is running.</param>
    /// <exception cref="GodwitException">A migration failed or must not be applied; what is done and what is not is in the exception.</exception>
    public static async Task<RunResult> UpAsync(Database database, string directory = "database/migrations", CancellationToken cancellation = default)
    {
        await using var migrator = new Migrator(database, new MigratorOptions { Directories = [directory] });
        return await migrator.MigrateAsync(cancellation);
    }

    /// <summary>Undoes the last batches.</summary>
    /// <param name="database">The database.</param>
    /// <param name="directory">The directory with the migrations.</param>
    /// <param name="batches">How many batches.</param>
    /// <param name="cancellation">Cancels the statement that is running.</param>
    /// <exception cref="GodwitException">A migration has no down, or its down failed.</exception>
    public static async Task<RunResult> DownAsync(
        Database database, string directory = "database/migrations", int batches = 1, CancellationToken cancellation = default)
    {
        await using var migrator = new Migrator(database, new MigratorOptions { Directories = [directory] });
        return await migrator.RollbackBatchesAsync(batches, cancellation);
    }

    /// <summary>Writes a new, empty SQL migration.</summary>
    /// <param name="name">What it does, in any spelling.</param>
    /// <param name="directory">The directory with the migrations.</param>
    /// <returns>The path of the new file.</returns>
    /// <exception cref="GodwitException">The name is not usable, or the file cannot be written.</exception>
    public static string Create(string name, string directory = "database/migrations") =>
        new MigrationFileWriter(TimeProvider.System, Environment.CurrentDirectory, [directory]).Create(new NewMigration(name));
}
