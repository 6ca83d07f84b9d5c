using Godwit.Migrations;
using Xunit;

namespace Godwit.Tests.Migrations;

public sealed class RevisionResolverTest
{
    private static readonly RevisionResolver Resolver = Over(
        "R__views", "003_create_orders", "001_create_users", "002_create_posts", "V4_1__add_index", "2026-11-20-add-tags",
        "20261121_a", "20261121_b", "010_fix-1");

    [Theory]
    [InlineData("head", "20261121_b")]
    [InlineData("HEAD", "20261121_b")]
    [InlineData("base", null)]
    [InlineData("002_create_posts", "002_create_posts")]
    [InlineData("002", "002_create_posts")]
    [InlineData("2", "002_create_posts")]
    [InlineData("4.1", "V4_1__add_index")]
    [InlineData("V4_1", "V4_1__add_index")]
    [InlineData("create_posts", "002_create_posts")]
    [InlineData("CREATE_POSTS", "002_create_posts")]
    [InlineData("views", "R__views")]
    [InlineData("ers", null, ErrorCode.AmbiguousRevision)]
    [InlineData("orders", "003_create_orders")]
    [InlineData("2026-11-20", "2026-11-20-add-tags")]
    [InlineData("add-tags", "2026-11-20-add-tags")]
    [InlineData("20261121", null, ErrorCode.AmbiguousRevision)]
    [InlineData("create", null, ErrorCode.AmbiguousRevision)]
    [InlineData("nothing", null, ErrorCode.UnknownRevision)]
    [InlineData("", null, ErrorCode.UnknownRevision)]
    [Trait("Parity", "C4")]
    public void A_revision_is_a_keyword_an_id_a_version_a_name_or_a_part(string revision, string? id, ErrorCode? error = null) =>
        AssertResolves(revision, null, id, error);

    [Theory]
    [InlineData("+1", "001_create_users")]
    [InlineData("+3", "003_create_orders")]
    [InlineData("+2", "003_create_orders", "001_create_users")]
    [InlineData("-1", "001_create_users", "002_create_posts")]
    [InlineData("-2", null, "002_create_posts")]
    [InlineData("head-1", "20261121_a")]
    [InlineData("base+1", "001_create_users")]
    [InlineData("002+1", "003_create_orders")]
    [InlineData("002_create_posts-1", "001_create_users")]
    [InlineData("orders-1", "002_create_posts")]
    [InlineData("fix-1", "010_fix-1")]
    [InlineData("fix-1-1", "V4_1__add_index")]
    [InlineData("001-1", null)]
    [Trait("Parity", "C4")]
    public void A_revision_may_count_steps(string revision, string? id, string? current = null) =>
        AssertResolves(revision, current, id, null);

    [Theory]
    [InlineData("-1")]
    [InlineData("-3", "002_create_posts")]
    [InlineData("head+1")]
    [InlineData("+99")]
    [InlineData("+99999999999999999999999")]
    [InlineData("nothing+1")]
    [InlineData("views+1")]
    public void Steps_beyond_the_last_or_before_the_first_migration_are_an_error(string revision, string? current = null) =>
        AssertResolves(revision, current, null, ErrorCode.UnknownRevision);

    [Theory]
    [InlineData("create_post", "002_create_posts")]
    [InlineData("003_crate_orders", "003_create_orders")]
    public void An_unknown_revision_is_answered_with_the_nearest_id(string revision, string id)
    {
        // "create_post" is a part of an id here, so the id is taken out of reach by a change in its middle.
        var error = Assert.Throws<GodwitException>(() => Resolver.Resolve(revision.Replace("post", "psot", StringComparison.Ordinal)));
        Assert.Contains(id, error.Remedy, StringComparison.Ordinal);
    }

    [Fact]
    public void An_ambiguous_revision_is_answered_with_the_candidates()
    {
        var error = Assert.Throws<GodwitException>(() => Resolver.Resolve("create"));
        Assert.Contains("001_create_users, 002_create_posts, 003_create_orders", error.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void Without_migrations_head_is_base() => Assert.Null(Over().Resolve("head"));

    private static RevisionResolver Over(params string[] ids) => new(ids.Select(id => new MigrationId(id)));

    private static void AssertResolves(string revision, string? current, string? id, ErrorCode? error)
    {
        var from = current is null ? null : new MigrationId(current);
        if (error is null) Assert.Equal(id, Resolver.Resolve(revision, from)?.Text);
        else Assert.Equal(error, Assert.Throws<GodwitException>(() => Resolver.Resolve(revision, from)).Code);
    }
}
