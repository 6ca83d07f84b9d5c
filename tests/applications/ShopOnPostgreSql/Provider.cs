using Microsoft.EntityFrameworkCore;
using Npgsql.EntityFrameworkCore.PostgreSQL.Metadata;
using NpgsqlTypes;

namespace Shop;

/// <summary>What only PostgreSQL has.</summary>
internal static class Provider
{
    internal const string Collation = "C";

    internal static string Quoted(string name) => $"\"{name}\"";

    internal static void Use(DbContextOptionsBuilder options, string? connection) => options.UseNpgsql(connection ?? "Host=127.0.0.1", npgsql => npgsql.MapEnum<Mood>("mood"));

    internal static void Add(ModelBuilder model)
    {
        model.HasSequence<int>("ticket_numbers").StartsAt(1000).IncrementsBy(5);
        model.Entity<Customer>().HasIndex(customer => customer.Name).HasFilter("\"IsActive\"").IncludeProperties(customer => customer.Email);
        model.Entity<Ticket>(ticket =>
        {
            ticket.ToTable("tickets", "support", table => table.HasComment("What went wrong"));
            ticket.Property(one => one.Id).UseIdentityAlwaysColumn().HasIdentityOptions(startValue: 10, incrementBy: 2);
            ticket.Property(one => one.Number).HasDefaultValueSql("nextval('ticket_numbers')");
            ticket.Property(one => one.Old).UseSerialColumn();
            ticket.Property(one => one.Facts).HasColumnType("jsonb");
            ticket.Property(one => one.Since).HasDefaultValue(new DateTime(2024, 1, 2, 3, 4, 5, DateTimeKind.Utc));
            ticket.Property(one => one.Version).IsRowVersion();
            ticket.HasGeneratedTsVectorColumn(one => one.Words, "english", one => new { one.Title, one.Text }).HasIndex(one => one.Words).HasMethod("gin");
            ticket.HasIndex(one => one.Title).HasOperators("text_pattern_ops");
            ticket.HasIndex(one => one.Since).IsDescending().HasNullSortOrder(NullSortOrder.NullsLast);
            ticket.HasIndex(one => one.Labels).HasMethod("gin");
            ticket.HasIndex(one => one.Text).HasMethod("gin").IsTsVectorExpressionIndex("simple");
            ticket.HasIndex(one => one.Number).IsUnique().AreNullsDistinct(false);
        });
    }
}

public enum Mood
{
    Sad,
    Fine,
}

public class Ticket
{
    public long Id { get; set; }

    public int Number { get; set; }

    public int Old { get; set; }

    public required string Title { get; set; }

    public string? Text { get; set; }

    public string? Facts { get; set; }

    public List<string> Labels { get; set; } = [];

    public Mood Mood { get; set; }

    public DateTime Since { get; set; }

    public DateTimeOffset? Until { get; set; }

    public TimeSpan Effort { get; set; }

    public uint Version { get; set; }

    public NpgsqlTsVector Words { get; set; } = null!;
}
