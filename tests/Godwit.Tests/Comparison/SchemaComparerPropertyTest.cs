using Godwit.Comparison;
using Godwit.Operations;
using Godwit.Schema;
using Xunit;

namespace Godwit.Tests.Comparison;

public sealed class SchemaComparerPropertyTest
{
    private const int Pairs = 100;

    [Fact]
    public void What_leads_from_one_schema_to_another_gives_the_other_and_runs_in_its_order() => ForEachPair((from, to, _) =>
    {
        var difference = Difference(from, to);

        Assert.Equal(SchemaOrder.Sorted(to), SchemaOrder.Sorted(Run(from, difference.Operations)));
        Assert.Empty(difference.Unsupported);
    });

    [Fact]
    public void What_undoes_it_gives_the_first_schema_again() => ForEachPair((first, second, _) =>
    {
        var (from, to) = (WithNamedChecks(first), WithNamedChecks(second));
        var forth = Difference(from, to).Operations;
        var back = forth.Reverse().SelectMany(operation => Assert.IsType<Reversal.By>(operation.Reverse()).Operations);

        Assert.Equal(SchemaOrder.Sorted(from), SchemaOrder.Sorted(Run(Run(from, forth), back)));
    });

    [Fact]
    public void A_schema_does_not_differ_from_itself_read_again() => ForEachPair((from, _, seed) =>
    {
        var difference = SchemaComparer.Compare(from, RandomSchema.Of(seed));

        Assert.True(difference.IsEmpty);
        Assert.Empty(difference.Unanswered);
    });

    [Fact]
    public void Nothing_is_left_to_do_once_it_is_done() => ForEachPair((from, to, _) =>
    {
        var done = Run(from, Difference(from, to).Operations);

        Assert.True(SchemaComparer.Compare(done, to).IsEmpty);
    });

    [Fact]
    public void Renames_that_are_accepted_are_made_and_the_rest_follows() => ForEachPair((from, to, _) =>
    {
        var asked = SchemaComparer.Compare(from, to).Unanswered;
        var tables = new RenameDecisions(asked.Select(question => question.Rename).ToValueList(), []);
        var more = SchemaComparer.Compare(from, to, tables).Unanswered.Select(question => question.Rename);
        var difference = SchemaComparer.Compare(from, to, tables with { Accepted = tables.Accepted.Concat(more).ToValueList() });

        Assert.Empty(difference.Unanswered);
        Assert.Equal(tables.Accepted.Count + more.Count(), difference.Operations.Count(operation => operation is RenameTable or RenameColumn or RenameEnumValue));
        Assert.True(SchemaComparer.Compare(Run(from, difference.Operations), to).IsEmpty);
    });

    private static SchemaDifference Difference(DatabaseSchema from, DatabaseSchema to)
    {
        var refused = SchemaComparer.Compare(from, to).Unanswered.Select(question => question.Rename);
        return SchemaComparer.Compare(from, to, new RenameDecisions([], refused.ToValueList()));
    }

    private static DatabaseSchema Run(DatabaseSchema schema, IEnumerable<Operation> operations)
    {
        var database = new PaperDatabase(schema);
        foreach (var operation in operations) database.Run(operation);
        return database.Schema;
    }

    private static void ForEachPair(Action<DatabaseSchema, DatabaseSchema, int> check)
    {
        for (var seed = 0; seed < Pairs; seed++)
        {
            try
            {
                check(RandomSchema.Of(seed), RandomSchema.Of(seed + 1_000_000), seed);
            }
            catch (Exception e)
            {
                throw new InvalidOperationException($"With the seeds {seed} and {seed + 1_000_000}: {e.Message}", e);
            }
        }
    }

    // One without a name cannot be dropped again on a database: its reverse has to be written.
    private static DatabaseSchema WithNamedChecks(DatabaseSchema schema) => schema with
    {
        Tables = schema.Tables.Select(table => table with
        {
            Checks = table.Checks.Select(check => check.Name is null ? check with { Name = $"{table.Name.Name} {check.Predicate}" } : check),
        }),
    };
}
