using Godwit.Execution;
using Godwit.Sql;
using Xunit;

namespace Godwit.Tests.Execution;

public sealed class StatementChainTest
{
    [Fact]
    public void Equal_statements_have_equal_hashes() => Assert.Equal(Hashes("SELECT 1", "SELECT 2"), Hashes("SELECT 1", "SELECT 2"));

    [Fact]
    public void A_statement_changed_changes_its_hash_and_all_after_it_but_none_before()
    {
        var (before, after) = (Hashes("SELECT 1", "SELECT 2", "SELECT 3"), Hashes("SELECT 1", "SELECT 9", "SELECT 3"));

        Assert.Equal(before[0], after[0]);
        Assert.NotEqual(before[1], after[1]);
        Assert.NotEqual(before[2], after[2]);
    }

    [Fact]
    public void Order_counts() => Assert.NotEqual(Hashes("SELECT 1", "SELECT 2")[1], Hashes("SELECT 2", "SELECT 1")[1]);

    [Fact]
    public void Statements_cut_elsewhere_are_others() => Assert.NotEqual(Hashes("a", "b\nc")[1], Hashes("a\nb", "c")[1]);

    [Fact]
    public void How_lines_end_does_not_count() => Assert.Equal(Hashes("SELECT\n1"), Hashes("SELECT\r\n1"));

    [Fact]
    public void Statements_added_at_the_end_leave_the_hashes_before_as_they_were() =>
        Assert.Equal(Hashes("SELECT 1"), Hashes("SELECT 1", "SELECT 2")[..1]);

    private static string[] Hashes(params string[] statements) => [.. StatementChain.Of([.. statements.Select(text => new SqlStatement(text))])];
}
