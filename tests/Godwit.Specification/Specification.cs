using Godwit.Execution;
using Xunit;

namespace Godwit.Specification;

/// <summary>The ground of a suite that every database must pass: each test has a project with a database to itself.</summary>
/// <typeparam name="TProduct">The product under test.</typeparam>
public abstract class Specification<TProduct> : IAsyncLifetime
    where TProduct : Product, new()
{
    /// <summary>The product under test.</summary>
    protected static TProduct Product { get; } = new();

    /// <summary>The test's own project.</summary>
    protected Project Project { get; private set; } = null!;

    /// <inheritdoc/>
    public async Task InitializeAsync() => Project = await Project.CreateAsync(Product);

    /// <inheritdoc/>
    public virtual async Task DisposeAsync() => await Project.DisposeAsync();

    /// <summary>The ids of what a run did, in order.</summary>
    protected static string[] Ids(RunResult result) => [.. result.Completed.Select(step => step.Id)];

    /// <summary>The events of one kind, in order.</summary>
    protected T[] Events<T>()
        where T : ExecutionEvent => [.. Project.Events.OfType<T>()];

    /// <summary>
    /// An error that somebody can act on at three in the morning: it says what to do, and ends its sentences.
    /// </summary>
    protected static void AssertHelpful(GodwitException error)
    {
        Assert.False(string.IsNullOrWhiteSpace(error.Message));
        Assert.False(string.IsNullOrWhiteSpace(error.Remedy), $"no remedy: {error.Message}");
    }
}
