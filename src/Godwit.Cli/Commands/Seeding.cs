namespace Godwit.Cli.Commands;

/// <summary>Runs the seed files after the migrations.</summary>
internal static class Seeding
{
    /// <summary>Runs them if that was asked for.</summary>
    /// <returns>The files; null when it was not.</returns>
    internal static async Task<IReadOnlyList<string>?> RunAsync(Invocation invocation, bool asked, CancellationToken cancellation) =>
        asked ? await invocation.Migrator.SeedAsync(invocation.Project.FullPath("database/seeders"), cancellation) : null;
}
