using Godwit.Specification.Drift;
using Xunit;

namespace Godwit.Sqlite.Tests;

public sealed class AutogenerateTest : AutogenerateSpecification<SqliteProduct>
{
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
