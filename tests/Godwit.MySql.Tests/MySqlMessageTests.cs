using Godwit.Sql;
using Xunit;

namespace Godwit.MySql.Tests;

public sealed class MySqlMessageTests
{
    [Theory]
    [InlineData("A", "A")]
    [InlineData("A B", "0 A 1 B")]
    [InlineData("START-TRANSACTION A B COMMIT C", "1 START-TRANSACTION A 2 B COMMIT 4 C")]
    [InlineData("START-TRANSACTION A COMMIT", "1 START-TRANSACTION A COMMIT")]
    [InlineData("COMMIT START-TRANSACTION A", "1 COMMIT START-TRANSACTION 2 A")]
    public void What_can_be_refused_is_noted_when_it_is_begun(string statements, string message)
    {
        var list = Array.ConvertAll(statements.Split(' '), text => new SqlStatement(text.Replace('-', ' ')));

        var text = new MySqlMessage(list, 0, list.Length, Answers.ToEachStatement).Text;

        var expected = message.Split(' ')
            .Select(word => int.TryParse(word, out var number) ? $"SET @godwit_reached = {number}" : word.Replace('-', ' '));
        Assert.Equal(string.Join(";\n", expected), text);
    }

    [Fact]
    public void What_Godwit_adds_is_one_statement_where_there_are_compound_ones_and_what_the_author_wrote_stays_outside()
    {
        const string Authored = "ALTER TABLE t";
        SqlStatement[] list = [new("START TRANSACTION"), new("UPDATE a"), new("COMMIT"), new(new SourceText("a.sql", Authored), 0, Authored)];

        var text = new MySqlMessage(list, 0, list.Length, Answers.ToAllTogether).Text;

        Assert.Equal(
            "BEGIN NOT ATOMIC\nSET @godwit_reached = 1;\nSTART TRANSACTION;\nUPDATE a;\nCOMMIT;\nEND;\nSELECT 1;\nSET @godwit_reached = 3;\nALTER TABLE t", text);
    }

    [Fact]
    public void What_changes_the_schema_is_never_in_a_compound_statement()
    {
        SqlStatement[] list = [new("DROP TRIGGER a"), new("CREATE TRIGGER a BEFORE INSERT ON t FOR EACH ROW SET NEW.a = 1")];

        var text = new MySqlMessage(list, 0, list.Length, Answers.ToAllTogether).Text;

        Assert.DoesNotContain("NOT ATOMIC", text, StringComparison.Ordinal);
    }
}
