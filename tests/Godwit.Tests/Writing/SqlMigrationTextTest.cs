using Godwit.Writing;
using Xunit;

namespace Godwit.Tests.Writing;

public sealed class SqlMigrationTextTest
{
    private static readonly DateTime Created = new(2026, 2, 15, 12, 30, 0, DateTimeKind.Utc);

    [Fact]
    public void Statements_stand_in_their_sections() => Assert.Equal(
        """
        -- Migration: 20260215_posts
        -- Created: 2026-02-15 12:30:00 UTC

        -- UP
        -- The values of title are lost.
        CREATE TABLE posts (
            id bigint
        );

        ALTER TABLE posts DROP COLUMN title;
        DROP TABLE users;

        -- DOWN
        DROP TABLE posts;

        """,
        SqlMigrationText.Of(
            "20260215_posts", Created, ["CREATE TABLE posts (\n    id bigint\n)", "ALTER TABLE posts DROP COLUMN title", "DROP TABLE users;"], ["DROP TABLE posts"], ["The values of title are lost."]));

    [Fact]
    public void A_down_that_cannot_be_derived_is_no_section() =>
        Assert.DoesNotContain("-- DOWN", SqlMigrationText.Of("1_a", Created, ["SELECT 1"], null, []), StringComparison.Ordinal);
}
