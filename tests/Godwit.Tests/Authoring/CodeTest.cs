using Godwit.Operations;
using Xunit;

namespace Godwit.Tests.Authoring;

public sealed class CodeTest
{
    [Fact]
    public void Sql_is_for_every_database_or_for_some()
    {
        AssertSql(new RunSql("VACUUM"), schema => schema.Sql("VACUUM"));
        AssertSql(new RunSql(new DialectText { Sqlite = "a", PostgreSql = "b", MySql = "c", MariaDb = "d" }), schema => schema.Sql(sqlite: "a", postgreSql: "b", mySql: "c", mariaDb: "d"));
        AssertSql(new RunSql(new DialectText { Any = "a", PostgreSql = "b" }), schema => schema.Sql("a", postgreSql: "b"));
    }

    [Fact]
    public void What_undoes_sql_is_undone_where_there_was_something_to_do()
    {
        var everywhere = Assert.IsType<RunSql>(Described.One(schema => schema.Sql("up", down: "down")));
        Assert.Equal(["down", "down", "down", "down"], Texts(everywhere.Undo!));
        var somewhere = Assert.IsType<RunSql>(Described.One(schema => schema.Sql(postgreSql: "up", down: "down")));
        Assert.Equal([null, "down", null, null], Texts(somewhere.Undo!));
        var each = Assert.IsType<RunSql>(Described.One(schema => schema.Sql("up", down: new() { Sqlite = "a", MySql = "b" })));
        Assert.Equal(["a", null, "b", "b"], Texts(each.Undo!));
        Assert.Equal("", Assert.IsType<RunSql>(Described.One(schema => schema.Sql("up", down: ""))).Undo!.For("sqlite"));
    }

    [Fact]
    public void A_down_that_is_missing_for_the_database_is_an_error()
    {
        Assert.Contains("sqlite", Described.Error(schema => schema.Sql("up", down: new() { PostgreSql = "down" })).Message, StringComparison.Ordinal);
        Described.One(schema => schema.Sql("up", down: new() { PostgreSql = "down" }), "postgresql");
    }

    [Fact]
    public void No_sql_at_all_is_an_error()
    {
        Described.Error(schema => schema.Sql());
        Described.Error(schema => schema.Sql(" "));
        Described.Error(schema => schema.Sql(mySql: ""));
    }

    [Fact]
    public void Code_is_kept_with_what_undoes_it()
    {
        MigrationCode code = (_, _) => Task.CompletedTask;
        MigrationCode undo = (_, _) => Task.CompletedTask;
        Assert.Equal(new RunCode("code of line 9", code), Described.One(schema => schema.Run(code, line: 9)));
        Assert.Equal(new RunCode("give everybody a slug", code) { Undo = undo }, Described.One(schema => schema.Run(code, undo, "give everybody a slug")));
    }

    [Fact]
    public void A_lambda_is_code() =>
        Assert.IsType<RunCode>(Described.One(schema => schema.Run(async (db, ct) => await db.ExecuteAsync("UPDATE users SET active = @p0", ct, true))));

    private static void AssertSql(RunSql expected, Action<SchemaBuilder> describe) => Assert.Equal(expected, Described.One(describe));

    private static IEnumerable<string?> Texts(DialectText text) => [text.Sqlite, text.PostgreSql, text.MySql, text.MariaDb];
}
