namespace Godwit.Seeding;

/// <summary>Something that happens while seeders run.</summary>
/// <param name="Seeder">The seeder's name: a class, or a file.</param>
public abstract record SeedEvent(string Seeder)
{
    /// <summary>A seeder begins.</summary>
    public sealed record Started(string Seeder) : SeedEvent(Seeder);

    /// <summary>A seeder that runs once has been run before.</summary>
    public sealed record Skipped(string Seeder) : SeedEvent(Seeder);

    /// <summary>Rows of a table were written.</summary>
    /// <param name="Seeder">The seeder's name.</param>
    /// <param name="Table">The table.</param>
    /// <param name="Rows">How many of this table the call has written so far.</param>
    /// <param name="Elapsed">How long the call has taken so far.</param>
    public sealed record RowsWritten(string Seeder, string Table, long Rows, TimeSpan Elapsed) : SeedEvent(Seeder);

    /// <summary>A seeder is done.</summary>
    /// <param name="Seeder">The seeder's name.</param>
    /// <param name="Rows">How many rows it wrote, those of seeders that it called left out.</param>
    /// <param name="Elapsed">How long it took.</param>
    public sealed record Completed(string Seeder, long Rows, TimeSpan Elapsed) : SeedEvent(Seeder);
}
