using Microsoft.EntityFrameworkCore;

namespace Shop;

/// <summary>What only MySQL and MariaDB have.</summary>
internal static class Provider
{
    internal const string Collation = "utf8mb4_bin";

    internal static string Quoted(string name) => $"`{name}`";

    internal static void Use(DbContextOptionsBuilder options, string? connection) =>
        options.UseMySql(connection ?? "Server=127.0.0.1", new MariaDbServerVersion(new Version(10, 11)));

    internal static void Add(ModelBuilder model)
    {
        model.Entity<Product>().HasIndex(product => product.Name).HasPrefixLength(40);
        model.Entity<Note>().HasIndex(note => note.Text).IsFullText();
        model.Entity<Note>().Property(note => note.Short).HasMaxLength(40).HasCharSet("latin1");
        model.Entity<Note>().Property(note => note.ChangedAt).IsRowVersion();
        model.Entity<Note>().Property(note => note.Size).HasComputedColumnSql("char_length(`Text`)", stored: false);
    }
}

public class Note
{
    public uint Id { get; set; }

    public required string Text { get; set; }

    public string? Short { get; set; }

    public int? Size { get; set; }

    public DateTime ChangedAt { get; set; }
}
