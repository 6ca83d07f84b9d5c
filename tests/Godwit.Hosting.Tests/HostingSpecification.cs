using Godwit.Dialects;
using Godwit.Hosting.Tests.Running;
using Godwit.Specification;

namespace Godwit.Hosting.Tests;

/// <summary>The ground of the suites: an application on a project of the test's own.</summary>
public abstract class HostingSpecification<TProduct> : Specification<TProduct>
    where TProduct : Product, new()
{
    private readonly List<Application> applications = [];

    /// <summary>Chooses the database, in the words of its package.</summary>
    protected abstract void Use(IDatabaseChoice choice, string connection);

    /// <summary>An application that is not started yet.</summary>
    private protected Application NewApplication(
        Action<GodwitOptions>? configure = null, string environment = "Development", params (string Key, string Value)[] settings)
    {
        var application = Application.Of(
            Project,
            options =>
            {
                Use(options, Application.Connection);
                configure?.Invoke(options);
            },
            environment,
            settings);
        applications.Add(application);
        return application;
    }

    /// <summary>Writes two migrations: a table, and a second one.</summary>
    private protected void WriteTwoMigrations() => WriteTwoMigrations(Project);

    /// <summary>The same for another project.</summary>
    private protected static void WriteTwoMigrations(Project project) => project
        .Write("001_create_birds.sql", "CREATE TABLE birds (id int);\n-- DOWN\nDROP TABLE birds;\n")
        .Write("002_create_nests.sql", "CREATE TABLE nests (id int);\n-- DOWN\nDROP TABLE nests;\n");

    /// <inheritdoc/>
    public override async Task DisposeAsync()
    {
        foreach (var application in applications) await application.DisposeAsync();
        await base.DisposeAsync();
    }
}
