using Godwit.Comparison;
using Godwit.Drift;
using Godwit.Modelling;
using Godwit.Schema;
using Godwit.Specification.Servers;
using Xunit;

namespace Godwit.Specification.Drift;

/// <summary>What was written from models makes the database what they say, and undone leaves it as it was.</summary>
public abstract class AutogenerateSpecification<TProduct> : Specification<TProduct>
    where TProduct : Product, new()
{
    [DatabaseFact]
    [Trait("Parity", "C2 C3")]
    public async Task Models_become_a_database_that_is_what_they_say_and_back()
    {
        var empty = await LiveAsync();

        Assert.True(await WriteAsync("1_start", Models(FirstModels.All)));
        await Project.MigrateAsync();

        await AssertCleanAsync(Models(FirstModels.All));
        await Project.RollbackAsync();
        Assert.True(SchemaComparer.Compare(await LiveAsync(), empty).IsEmpty);
    }

    [DatabaseFact]
    [Trait("Parity", "C2")]
    public async Task A_change_of_the_models_becomes_a_migration_and_back()
    {
        await WriteAsync("1_start", Models(FirstModels.All));
        await Project.MigrateAsync();
        var before = await LiveAsync();
        var refused = new RenameDecisions([], [new ColumnRename("customers", "phone", "last_seen_at")]);

        Assert.True(await WriteAsync("2_later", Models(LaterModels.All), refused));
        await Project.MigrateAsync();

        await AssertCleanAsync(Models(LaterModels.All));
        await Project.RollbackAsync();
        Assert.Empty(Summaries(SchemaComparer.Compare(await LiveAsync(), before)));
    }

    [DatabaseFact]
    [Trait("Parity", "C2")]
    public async Task Nothing_is_written_when_nothing_is_different()
    {
        await WriteAsync("1_start", Models(FirstModels.All));
        await Project.MigrateAsync();

        Assert.False(await WriteAsync("2_again", Models(FirstModels.All)));
    }

    [DatabaseFact]
    public async Task A_change_by_hand_is_found()
    {
        await WriteAsync("1_start", Models(FirstModels.All));
        await Project.MigrateAsync();
        await Project.ExecuteAsync("ALTER TABLE orders ADD COLUMN by_hand integer");

        var report = await CheckAsync(Models(FirstModels.All));

        Assert.False(report.IsClean);
        Assert.Equal(["drop column by_hand of orders"], Summaries(report.Comparisons[0].Difference));
        Assert.True(report.Comparisons[1].Difference.IsEmpty);
    }

    [DatabaseFact]
    public async Task Expressions_that_the_database_spells_otherwise_are_no_difference()
    {
        await WriteAsync("1_start", Models(typeof(Spelt)));
        await Project.MigrateAsync();

        await AssertCleanAsync(Models(typeof(Spelt)));
    }

    [DatabaseFact]
    public async Task The_migrations_on_an_empty_database_make_what_the_real_one_is()
    {
        Project.Write("1_everything.sql", Product.OneOfEach);
        await Project.MigrateAsync();

        var report = await CheckAsync(null);

        Assert.True(report.IsClean, string.Join("; ", report.Comparisons.SelectMany(comparison => Summaries(comparison.Difference))));
        Assert.Single(report.Comparisons);
    }

    [DatabaseTheory]
    [InlineData(1)]
    [InlineData(2)]
    [InlineData(3)]
    [InlineData(4)]
    [Trait("Parity", "C2")]
    public Task Any_schema_becomes_any_other_and_is_itself_again_when_undone(int seed) => RandomPairAsync(seed);

    protected static SchemaSource.Models Models(params Type[] types) => new(product => ModelReader.Read(types, product));

    protected static string[] Summaries(SchemaDifference difference) =>
        [.. difference.Operations.Select(operation => operation.Summary), .. difference.Unsupported.Select(change => change.Problem)];

    protected Task<DriftReport> CheckAsync(SchemaSource.Models? models) => new DriftCheck(Project.Handle(), Options()).RunAsync(models, default);

    /// <summary>Two random schemas: from the first to the second and back.</summary>
    protected async Task RandomPairAsync(int seed)
    {
        var (first, second) = (RandomTables.Of(seed * 2), RandomTables.Of((seed * 2) + 1));
        await WriteAsync("1_first", first);
        await Project.MigrateAsync();
        await AssertCleanAsync(first);
        var before = await LiveAsync();

        if (await WriteAsync("2_second", second))
        {
            await Project.MigrateAsync();
            await AssertCleanAsync(second);
            await Project.RollbackAsync();
        }

        Assert.Empty(Summaries(SchemaComparer.Compare(await LiveAsync(), before)));
    }

    private SchemaStates States() => new(Project.Handle(), Options());

    private MigratorOptions Options() => new() { Root = Project.Root, Directories = ["migrations"] };

    private async Task<DatabaseSchema> LiveAsync() => (await States().ReadLiveAsync(null, default)).Schema;

    private async Task AssertCleanAsync(SchemaSource.Models models)
    {
        var report = await CheckAsync(models);
        Assert.True(report.IsClean, string.Join("; ", report.Comparisons.SelectMany(comparison => Summaries(comparison.Difference).Concat(comparison.Undecided))));
        Assert.Equal(2, report.Comparisons.Length);
    }

    // False when there is nothing to write. What may have been renamed was not, unless it was said.
    private async Task<bool> WriteAsync(string id, SchemaSource.Models models, RenameDecisions? decisions = null)
    {
        var states = States();
        var before = await states.ReadLiveAsync(null, default);
        var wanted = await states.ReadModelsAsync(models, before, decisions ?? RenameDecisions.None, default);
        var difference = wanted.From(before.Schema);
        if (difference.IsEmpty) return false;
        var text = new GeneratedMigration(Product.Dialect, before, difference, wanted.Undecided).Sql(id, DateTime.UnixEpoch);
        Project.Write(id + ".sql", text);
        return true;
    }

    [System.ComponentModel.DataAnnotations.Schema.Table("spelt")]
    [Check("amount between 1 and 10 or (amount is null)", Name = "spelt_amount")]
    [Check("state in ('a', 'b') and not state = 'c'", Name = "spelt_state")]
    [Index("Amount")]
    private sealed class Spelt
    {
        public int Id { get; set; }

        public int? Amount { get; set; }

        [System.ComponentModel.DataAnnotations.MaxLength(10)]
        [Default("a")]
        public required string State { get; set; }

        [DefaultSql("1 + 2 * 3")]
        public int Sum { get; set; }

        [DefaultSql("lower('ABC')")]
        [System.ComponentModel.DataAnnotations.MaxLength(10)]
        public string? Small { get; set; }

        [Default(0.5)]
        public double Half { get; set; }

        [Default(-1)]
        public long Less { get; set; }
    }
}
