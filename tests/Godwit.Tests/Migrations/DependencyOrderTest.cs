using System.Collections.Immutable;
using FsCheck;
using FsCheck.Fluent;
using Godwit.Migrations;
using Xunit;

namespace Godwit.Tests.Migrations;

public sealed class DependencyOrderTest
{
    [Theory]
    [InlineData("", "001_a 002_b 003_c 004_d")]
    [InlineData("001_a:003_c", "002_b 003_c 001_a 004_d")]
    [InlineData("001_a:3", "002_b 003_c 001_a 004_d")]
    [InlineData("001_a:c", "002_b 003_c 001_a 004_d")]
    [InlineData("001_a:002_b 002_b:004_d", "003_c 004_d 002_b 001_a")]
    [InlineData("004_d:001_a", "001_a 002_b 003_c 004_d")]
    [InlineData("002_b:000_old", "001_a 002_b 003_c 004_d")]
    public void A_migration_comes_after_what_it_depends_on_and_nothing_else_moves(string dependencies, string order) =>
        Assert.Equal(order, string.Join(' ', Arrange(dependencies)));

    [Fact]
    public void A_dependency_that_does_not_exist_is_an_error_that_names_both()
    {
        var error = Assert.Throws<GodwitException>(() => Arrange("002_b:003_x"));
        Assert.Equal(ErrorCode.MissingDependency, error.Code);
        Assert.Contains("002_b depends on 003_x", error.Message, StringComparison.Ordinal);
        Assert.Equal("Did you mean 003_c?", error.Remedy);
        Assert.Equal("002_b.sql:1:1", error.Location?.ToString());
    }

    [Fact]
    public void A_dependency_that_means_several_is_an_error() =>
        Assert.Equal(ErrorCode.AmbiguousRevision, Assert.Throws<GodwitException>(() => Arrange("002_b:_")).Code);

    [Theory]
    [InlineData("001_a:001_a", "001_a, which depends on 001_a.")]
    [InlineData("001_a:003_c 003_c:002_b 002_b:001_a", "001_a, which depends on 003_c, which depends on 002_b, which depends on 001_a.")]
    [InlineData("001_a:002_b 002_b:003_c 003_c:002_b", "circle: 002_b, which depends on 003_c, which depends on 002_b.")]
    public void A_circle_is_an_error_that_names_those_in_it(string dependencies, string circle)
    {
        var error = Assert.Throws<GodwitException>(() => Arrange(dependencies));
        Assert.Equal(ErrorCode.DependencyCycle, error.Code);
        Assert.Contains(circle, error.Message, StringComparison.Ordinal);
        Assert.Contains($"{error.Location?.Path[..5]}, which depends on", circle, StringComparison.Ordinal);
    }

    [Fact]
    public void Whatever_depends_on_earlier_ones_stays_where_it_is() => Prop.ForAll(
        Arb.From(Gen.Choose(0, int.MaxValue)),
        seed =>
        {
            var random = new Random(seed);
            var ids = Enumerable.Range(0, 30).Select(i => new MigrationId($"{i:000}_x")).ToImmutableArray();
            var arranged = DependencyOrder.Arrange(
                ids,
                id => ids.IndexOf(id) is var place and > 0 ? [On(ids[random.Next(place)].Text, id.Text)] : [],
                []);
            Assert.Equal(string.Join(' ', ids), string.Join(' ', arranged));
        }).Check(Config.QuickThrowOnFailure);

    private static ImmutableArray<MigrationId> Arrange(string dependencies)
    {
        var pairs = dependencies.Split(' ', StringSplitOptions.RemoveEmptyEntries)
            .Select(pair => pair.Split(':'))
            .ToLookup(pair => pair[0], pair => pair[1]);
        ImmutableArray<MigrationId> ids = [new("001_a"), new("002_b"), new("003_c"), new("004_d")];
        return DependencyOrder.Arrange(ids, id => [.. pairs[id.Text].Select(on => On(on, id.Text))], [new MigrationId("000_old")]);
    }

    private static Dependency On(string revision, string dependent) => new(revision, new SourceLocation(dependent + ".sql", 1, 1));
}
