using Godwit.Specification.Drift;
using Xunit;

namespace Godwit.Sqlite.Tests;

public sealed class AutogenerateTest : AutogenerateSpecification<SqliteProduct>
{
    // Servers refuse to turn every type into every other (PostgreSQL: 42846), so random pairs are SQLite's.
    [Theory]
    [InlineData(1)]
    [InlineData(2)]
    [InlineData(3)]
    [InlineData(4)]
    [Trait("Parity", "C2")]
    public Task Any_schema_becomes_any_other_and_is_itself_again_when_undone(int seed) => RandomPairAsync(seed);

    [Fact]
    public async Task Many_schemas_become_many_others_and_are_themselves_again_when_undone()
    {
        for (var seed = 100; seed < 116; seed++)
        {
            await RandomPairAsync(seed);
            await DisposeAsync();
            await InitializeAsync();
        }
    }
}
