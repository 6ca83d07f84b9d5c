using Godwit.Operations;
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
        Project.Code("001_before", scenario.Before);
        if (!await IsDoneAsync(scenario))
        {
            await IsRefusedAsync(scenario);
            return;
        }

        await Project.MigrateAsync();
        AddChange(scenario);
        var before = await ReadAsync(scenario);
        var rows = await Project.DumpAsync();
        await Project.MigrateAsync();
        var after = await ReadAsync(scenario);
        AssertSame(InTheServersWords(Computed(scenario, before), after), after);

        await Project.RollbackAsync();
        AssertSame(before, await ReadAsync(scenario));
        if (scenario.KeepsRows) Assert.Equal(rows.Length, (await Project.DumpAsync()).Length);

        await Project.MigrateAsync();
        AssertSame(after, await ReadAsync(scenario));
    }

    [DatabaseFact]
    public async Task Every_kind_of_operation_is_in_a_scenario_for_this_database()
    {
        var (product, _) = await ServerAsync();
        var all = typeof(IOperationVisitor<object>).GetMethods().Select(visit => visit.GetParameters()[0].ParameterType);

        var tried = Scenarios.All.SelectMany(scenario => scenario.Operations(product)).Select(operation => operation.GetType());

        Assert.Equal([], all.Except(tried).Select(type => type.Name));
    }

    private void AddChange(Scenario scenario)
    {
        if (scenario.Undo is { } undo) Project.Code("002_change", scenario.Change, undo);
        else Project.Code("002_change", scenario.Change);
    }

    // What a database cannot do is said, with the database's name, and nothing is changed. What has to be there for it may be that already.
    private async Task IsRefusedAsync(Scenario scenario)
    {
        try
        {
            await Project.MigrateAsync();
        }
        catch (GodwitException early) when (early.Code is ErrorCode.NotSupported)
        {
            AssertHelpful(early);
            return;
        }

        AddChange(scenario);
        var before = await ThingsAsync();
        var error = await Project.MigrateAndFailAsync();
        Assert.Equal(ErrorCode.NotSupported, error.Code);
        AssertHelpful(error);
        Assert.Equal(before, await ThingsAsync());
    }

    // Without Godwit's own tables: that a run took the lock is noted there.
    private async Task<string[]> ThingsAsync() =>
        [.. (await Project.DumpAsync()).Where(line => !line.StartsWith("table migrations", StringComparison.Ordinal))];

    private async Task<bool> IsDoneAsync(Scenario scenario)
    {
        var (product, server) = await ServerAsync();
        return scenario.IsDoneBy(product, server);
    }

    private async Task<(string Product, string Server)> ServerAsync()
    {
        await Project.Migrator().InstallAsync();
        await using var session = await Project.Handle().OpenAsync(CancellationToken.None);
        return (session.Product, session.ServerVersion);
    }

    // PostgreSQL, MySQL and MariaDB keep views, routines and triggers as they have understood them, not as they were written.
    private static DatabaseSchema InTheServersWords(DatabaseSchema computed, DatabaseSchema read) => computed with
    {
        Views = computed.Views.Select(view => read.Views.FirstOrDefault(other => other.Name == view.Name) is { } kept ? view with { Query = kept.Query, Columns = kept.Columns } : view),
        Routines = computed.Routines.Select(routine => read.Routines.FirstOrDefault(other => other.Name == routine.Name && other.Kind == routine.Kind) ?? routine),
        Tables = computed.Tables.Select(table => table with
        {
            Triggers = table.Triggers.Select(trigger => read.Find(table.Name)?.Triggers.FirstOrDefault(other => other.Name == trigger.Name) ?? trigger),
        }),
    };

    private static void AssertSame(DatabaseSchema expected, DatabaseSchema actual)
    {
        var (wanted, found) = (Lines(expected), Lines(actual));
        var differences = wanted.Except(found).Select(line => "- " + line).Concat(found.Except(wanted).Select(line => "+ " + line)).ToArray();
        Assert.True(differences.Length == 0, string.Join('\n', differences));
        Assert.Equal(wanted.Length, found.Length);
    }

    private static string[] Lines(DatabaseSchema schema) => SchemaText.Of(Product.Dialect.Normalize(schema));

    private async Task<DatabaseSchema> ReadAsync(Scenario scenario)
    {
        await using var session = await Project.Handle().OpenAsync(CancellationToken.None);
        return await session.ReadSchemaAsync(scenario.Schemas, CancellationToken.None);
    }

    private static DatabaseSchema Computed(Scenario scenario, DatabaseSchema before)
    {
        var builder = new SchemaBuilder(before.Product, "002_change.cs", before);
        scenario.Change(builder);
        return builder.Operations.Aggregate(before, (schema, operation) => operation.Complete(schema).ApplyTo(schema));
    }
}
