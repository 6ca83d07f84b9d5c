using Godwit.Sql;
using Xunit;

namespace Godwit.MySql.Tests;

public sealed class ScriptVariablesTest
{
    [Theory]
    [InlineData("SET @id = 5")]
    [InlineData("SET @id = -5.5")]
    [InlineData("SET @id = 'a@b'")]
    [InlineData("SET @id = 'a' || 'b'")]
    [InlineData("SET @id = (1 + 2) * 3")]
    [InlineData("SET @id = NULL, @other = last_insert_id()")]
    [InlineData("SET @id = @@FOREIGN_KEY_CHECKS")]
    [InlineData("SET @id = @@session.sql_mode")]
    [InlineData("SET @n = 5; SET @id = @n + 1")]
    [InlineData("SET @id = last_insert_id(); SET @id = 5")]
    [InlineData("SELECT 5 INTO @other")]
    public void A_value_that_stands_in_the_script_is_there_again(string done) => Assert.Null(Lost(done, "INSERT INTO a VALUES (@id)"));

    [Theory]
    [InlineData("SET @id = last_insert_id()")]
    [InlineData("SET @id = 'a' || uuid()")]
    [InlineData("SET @id = 1 + (SELECT max(id) FROM a)")]
    [InlineData("SET @id = @@server_id + uuid_short()")]
    [InlineData("SET @id = @@last_insert_id")]
    [InlineData("SET @id = @@session.Identity + 1")]
    [InlineData("SET @id = now()")]
    [InlineData("SET @id = current_timestamp")]
    [InlineData("SET @n = last_insert_id(); SET @id = @n + 1")]
    [InlineData("SET @id = 5; SELECT id INTO @other, @id FROM a")]
    [InlineData("SELECT @`id` := id FROM a")]
    [InlineData("CALL number_of(@id)")]
    public void A_value_that_the_database_gave_is_lost(string done) => Assert.Equal("@id", Lost(done, "INSERT INTO a VALUES (@id)")?.Name);

    [Theory]
    [InlineData("INSERT INTO a VALUES (@@id)")]
    [InlineData("INSERT INTO a VALUES ('@id')")]
    [InlineData("SET @id = 5; INSERT INTO a VALUES (@id)")]
    public void What_does_not_use_it_goes_on(string left) => Assert.Null(Lost("SET @id = last_insert_id()", left));

    private static LostVariable? Lost(string done, string left)
    {
        var splitter = new MySqlScriptSplitter();
        return splitter.FindLost(Split(splitter, done), Split(splitter, left));
    }

    private static System.Collections.Immutable.ImmutableArray<SqlStatement> Split(MySqlScriptSplitter splitter, string script) =>
        splitter.Split(new SourceText("", script), 0, script.Length);
}
