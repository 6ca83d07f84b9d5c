using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Design;

namespace Shop;

/// <summary>A context that the application makes with options of its own, and a factory makes for tools.</summary>
public class MadeContext(DbContextOptions<MadeContext> options) : DbContext(options)
{
    public DbSet<Tag> Tags => Set<Tag>();

    protected override void OnModelCreating(ModelBuilder modelBuilder)
    {
        modelBuilder.Entity<Tag>().Ignore(tag => tag.Products);
        modelBuilder.HasDefaultSchema("ignored");
    }
}

/// <summary>Makes it.</summary>
public class MadeContextFactory : IDesignTimeDbContextFactory<MadeContext>
{
    public MadeContext CreateDbContext(string[] args) => new(new DbContextOptionsBuilder<MadeContext>().UseSqlite("Data Source=:memory:").Options);
}

/// <summary>A context that nobody can make but the application.</summary>
public class NeedyContext(DbContextOptions<NeedyContext> options) : DbContext(options);

/// <summary>A context whose constructor throws.</summary>
public class BrokenContext : DbContext
{
    public BrokenContext() => throw new InvalidOperationException("SHOP_SECRET is not set.");
}

/// <summary>A context whose model makes no sense.</summary>
public class MistakenContext : DbContext
{
    protected override void OnConfiguring(DbContextOptionsBuilder optionsBuilder) => optionsBuilder.UseSqlite("Data Source=:memory:");

    protected override void OnModelCreating(ModelBuilder modelBuilder) => modelBuilder.Entity<Turnover>();
}

/// <summary>A context that says no provider.</summary>
public class EmptyContext : DbContext;
