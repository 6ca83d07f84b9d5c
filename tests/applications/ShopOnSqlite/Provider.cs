using Microsoft.EntityFrameworkCore;

namespace Shop;

/// <summary>What only SQLite has.</summary>
internal static class Provider
{
    internal const string Collation = "NOCASE";

    internal static string Quoted(string name) => $"\"{name}\"";

    internal static void Use(DbContextOptionsBuilder options, string? connection) => options.UseSqlite(connection ?? "Data Source=:memory:");

    internal static void Add(ModelBuilder model)
    {
        model.Entity<Customer>().HasIndex(customer => customer.Name).HasFilter("\"IsActive\" = 1");
        model.Entity<Customer>().Property<DateTime>("Checked").HasDefaultValue(new DateTime(2024, 1, 2, 3, 4, 5, DateTimeKind.Utc));
        model.Entity<Product>().Property<string>("Slug").HasComputedColumnSql("lower(\"Name\")", stored: false);
    }
}
