using Godwit.Schema;
using Godwit.Specification.Operations;
using Godwit.Specification.Servers;
using Xunit;

namespace Godwit.Specification;

/// <summary>
/// Every change that can be described does what it says: what is read back is what the description computes, undoing it leads back
/// to what was there, and doing it again to the same.
/// </summary>
public abstract class OperationsSpecification<TProduct> : Specification<TProduct>
    where TProduct : Product, new()
{
    [DatabaseTheory]
    [MemberData(nameof(ScenarioNames.All), MemberType = typeof(ScenarioNames))]
    [Trait("Parity", "A14 C8")]
    public async Task What_is_described_is_done_undone_and_done_again(string name)
    {
        var scenario = Scenarios.All.Single(scenario => scenario.Name == name);
        Project.Code("001_before", scenario.Before).Code("002_change", scenario.Change);
        await Project.Migrator().MigrateAsync("001_before");
        if (scenario.On.Count > 0 && !scenario.On.Contains(await ProductAsync()))
        {
            await IsRefusedAsync();
            return;
        }

        var before = await ReadAsync();
        var rows = await Project.DumpAsync();
        await Project.MigrateAsync();
        var after = await ReadAsync();
        AssertSame(InTheServersWords(Computed(scenario, before), after), after);

        await Project.RollbackAsync();
        AssertSame(before, await ReadAsync());
        if (scenario.KeepsRows) Assert.Equal(rows.Length, (await Project.DumpAsync()).Length);

        await Project.MigrateAsync();
        AssertSame(after, await ReadAsync());
    }

    // What a database cannot do is said, with the database's name, and nothing is changed.
    private async Task IsRefusedAsync()
    {
        var before = await ThingsAsync();
        var error = await Project.MigrateAndFailAsync();
        Assert.Equal(ErrorCode.NotSupported, error.Code);
        AssertHelpful(error);
        Assert.Equal(before, await ThingsAsync());
    }

    // Without Godwit's own tables: that a run took the lock is noted there.
    private async Task<string[]> ThingsAsync() =>
        [.. (await Project.DumpAsync()).Where(line => !line.StartsWith("table migrations", StringComparison.Ordinal))];

    private async Task<string> ProductAsync()
    {
        await using var session = await Project.Handle().OpenAsync(CancellationToken.None);
        return session.Product;
    }

    // PostgreSQL, MySQL and MariaDB keep a view as they have understood it, not as it was written.
    private static DatabaseSchema InTheServersWords(DatabaseSchema computed, DatabaseSchema read) => computed with
    {
        Views = computed.Views.Select(view => read.Views.FirstOrDefault(other => other.Name == view.Name) is { } kept ? view with { Query = kept.Query, Columns = kept.Columns } : view),
    };

    private static void AssertSame(DatabaseSchema expected, DatabaseSchema actual)
    {
        var (wanted, found) = (Lines(expected), Lines(actual));
        var differences = wanted.Except(found).Select(line => "- " + line).Concat(found.Except(wanted).Select(line => "+ " + line)).ToArray();
        Assert.True(differences.Length == 0, string.Join('\n', differences));
        Assert.Equal(wanted.Length, found.Length);
    }

    private static string[] Lines(DatabaseSchema schema) => SchemaText.Of(Product.Dialect.Normalize(schema));

    private async Task<DatabaseSchema> ReadAsync()
    {
        await using var session = await Project.Handle().OpenAsync(CancellationToken.None);
        return await session.ReadSchemaAsync([], CancellationToken.None);
    }

    private static DatabaseSchema Computed(Scenario scenario, DatabaseSchema before)
    {
        var builder = new SchemaBuilder(before.Product, "002_change.cs", before);
        scenario.Change(builder);
        return builder.Operations.Aggregate(before, (schema, operation) => operation.Complete(schema).ApplyTo(schema));
    }
}
