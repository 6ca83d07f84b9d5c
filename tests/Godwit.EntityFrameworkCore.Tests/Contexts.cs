using Microsoft.EntityFrameworkCore;

namespace Godwit.EntityFrameworkCore.Tests;

/// <summary>A context whose model a test says.</summary>
internal sealed class SaidContext(Action<DbContextOptionsBuilder> provider, Action<ModelBuilder> model) : DbContext
{
    protected override void OnConfiguring(DbContextOptionsBuilder optionsBuilder) =>
        provider(optionsBuilder.EnableServiceProviderCaching(false).ReplaceService<Microsoft.EntityFrameworkCore.Infrastructure.IModelCacheKeyFactory, NoModelCache>());

    protected override void OnModelCreating(ModelBuilder modelBuilder) => model(modelBuilder);
}

/// <summary>Each context has a model of its own.</summary>
internal sealed class NoModelCache : Microsoft.EntityFrameworkCore.Infrastructure.IModelCacheKeyFactory
{
    public object Create(DbContext context, bool designTime) => new();
}

/// <summary>The schemas of models, on each of the databases; nothing is connected to.</summary>
internal static class Said
{
    internal static Modelling.ModelSchema OnSqlite(Action<ModelBuilder> model) => Read(options => options.UseSqlite("Data Source=:memory:"), model, "sqlite");

    internal static Modelling.ModelSchema OnPostgreSql(Action<ModelBuilder> model) => Read(options => options.UseNpgsql("Host=127.0.0.1"), model, "postgresql");

    internal static Modelling.ModelSchema OnMySql(Action<ModelBuilder> model) =>
        Read(options => options.UseMySql("Server=127.0.0.1", new MariaDbServerVersion(new Version(10, 11))), model, "mariadb");

    private static Modelling.ModelSchema Read(Action<DbContextOptionsBuilder> provider, Action<ModelBuilder> model, string product)
    {
        using var context = new SaidContext(provider, model);
        return EntityFrameworkModel.Read(context, product);
    }
}
