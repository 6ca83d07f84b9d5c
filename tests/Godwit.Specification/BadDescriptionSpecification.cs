using Godwit.Specification.Operations;
using Godwit.Specification.Servers;
using Xunit;

namespace Godwit.Specification;

/// <summary>
/// A description that makes no sense, or that the database cannot carry out, is refused where it is written, and nothing has happened; one
/// that only looks odd is carried out.
/// </summary>
public abstract class BadDescriptionSpecification<TProduct> : Specification<TProduct>
    where TProduct : Product, new()
{
    [DatabaseTheory]
    [MemberData(nameof(ScenarioNames.OfBadDescriptions), MemberType = typeof(ScenarioNames))]
    public async Task It_is_refused_where_it_is_written_or_carried_out_to_the_letter(string name)
    {
        var bad = BadDescription.All.Single(bad => bad.Name == name);
        Project.Code("001_things", BadDescription.Things);
        await Project.MigrateAsync();
        Project.Code("002_bad", bad.Describe);
        var before = await ThingsAsync();

        if (bad.TakenOn.Contains(await ProductAsync()))
        {
            await Project.MigrateAsync();
            Assert.NotEqual(before, await ThingsAsync());
            await Project.RollbackAsync();
        }
        else
        {
            var error = await Project.MigrateAndFailAsync();
            Assert.Contains(error.Code, bad.Codes);
            AssertHelpful(error);
            Assert.Equal("002_bad.cs", Path.GetFileName(error.Location!.Path));
            Assert.DoesNotContain("\0", error.Message, StringComparison.Ordinal);
        }

        Assert.Equal(before, await ThingsAsync());
    }

    // Without Godwit's own tables: that a run took the lock is noted there.
    private async Task<string[]> ThingsAsync() =>
        [.. (await Project.DumpAsync()).Where(line => !line.Contains("migrations", StringComparison.Ordinal))];

    private async Task<string> ProductAsync()
    {
        await using var session = await Project.Handle().OpenAsync(CancellationToken.None);
        return session.Product;
    }
}
