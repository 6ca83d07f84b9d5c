using Godwit.Operations;
using Godwit.Schema;
using Godwit.Specification.Servers;
using Xunit;

namespace Godwit.MySql.Tests.Schemas;

/// <summary>A change of one attribute keeps all others: MODIFY COLUMN would drop what is not repeated.</summary>
[RequiresServer(MySqlProduct.Variable)]
public sealed class ChangeTest
{
    private const string Table =
        """
        CREATE TABLE t (
            id bigint unsigned NOT NULL AUTO_INCREMENT COMMENT 'counts' PRIMARY KEY,
            s varchar(20) CHARACTER SET latin1 COLLATE latin1_bin NOT NULL DEFAULT 'it''s \\' INVISIBLE COMMENT 'words',
            d datetime(3) DEFAULT CURRENT_TIMESTAMP(3) ON UPDATE CURRENT_TIMESTAMP(3) COMMENT 'when',
            g int unsigned AS (n * 2) STORED COMMENT 'twice',
            v int unsigned AS (n * 3) VIRTUAL INVISIBLE,
            n int unsigned NOT NULL DEFAULT 7 CHECK (n < 100),
            j json DEFAULT '{}' COMMENT 'a document',
            e enum('a', 'b') DEFAULT 'b',
            x varchar(10) DEFAULT (concat('a', 'b'))
        ) AUTO_INCREMENT = 50 DEFAULT CHARSET utf8mb4
        """;

    [DatabaseTheory]
    [InlineData("id")]
    [InlineData("s")]
    [InlineData("d")]
    [InlineData("g")]
    [InlineData("v")]
    [InlineData("n")]
    [InlineData("j")]
    [InlineData("e")]
    [InlineData("x")]
    public async Task A_change_of_the_comment_changes_nothing_else(string column)
    {
        await using var session = await SchemaSession.OpenAsync();
        await session.ExecuteAsync(Table);
        var before = await ShownAsync(session);

        await session.RoundTripAsync(new AlterColumn("t", new ColumnChange(column) { Comment = new Mention<string?>("changed") }));
        Assert.Equal(before, await ShownAsync(session));

        await session.ApplyAsync([new AlterColumn("t", new ColumnChange(column) { Comment = new Mention<string?>("changed") })]);
        var after = await ShownAsync(session);
        var line = Assert.Single(after.Except(before));
        Assert.StartsWith($"  `{column}` ", line, StringComparison.Ordinal);
        Assert.Contains("COMMENT 'changed'", line, StringComparison.Ordinal);
        Assert.Equal(Without(before.Single(other => other.StartsWith($"  `{column}` ", StringComparison.Ordinal))), Without(line));
    }

    [DatabaseFact]
    public async Task Each_attribute_changes_alone()
    {
        await using var session = await SchemaSession.OpenAsync();
        await session.ExecuteAsync(Table);
        ColumnChange[] changes =
        [
            new("s") { Type = new ColumnType.String(30) }, new("s") { IsNullable = true }, new("s") { IsInvisible = false }, new("s") { Collation = new Mention<string?>(null), Charset = new Mention<string?>(null) },
            new("d") { OnUpdate = new Mention<string?>(null) }, new("d") { Default = new Mention<DefaultValue?>(null) }, new("n") { Default = new Mention<DefaultValue?>(new DefaultValue.Literal(8)) },
            new("g") { Generated = new Mention<GeneratedExpression?>(new GeneratedExpression("n * 4", GeneratedStorage.Stored)) }, new("g") { Generated = new Mention<GeneratedExpression?>(null) },
            new("e") { Type = new ColumnType.Enum(["a", "b", "c"]) }, new("id") { Identity = new Mention<Identity?>(null) },
        ];
        foreach (var change in changes) await session.RoundTripAsync(new AlterColumn("t", change));
    }

    [DatabaseFact]
    public async Task A_change_of_place_is_only_that()
    {
        await using var session = await SchemaSession.OpenAsync();
        await session.ExecuteAsync(Table);
        var before = await ShownAsync(session);

        await session.ApplyAsync([new AlterColumn("t", new ColumnChange("s")) { Position = new ColumnPosition.First() }]);

        var after = await ShownAsync(session);
        Assert.StartsWith("  `s` ", after[1], StringComparison.Ordinal);
        Assert.Equal(before.Order(StringComparer.Ordinal), after.Order(StringComparer.Ordinal));
    }

    private static string Without(string line)
    {
        var comment = line.IndexOf(" COMMENT '", StringComparison.Ordinal);
        return comment < 0 ? line.TrimEnd(',') : line[..comment] + line[(line.IndexOf('\'', comment + " COMMENT '".Length) + 1)..].TrimEnd(',');
    }

    private static async Task<string[]> ShownAsync(SchemaSession session)
    {
        var text = "";
        await session.Session.QueryAsync("SHOW CREATE TABLE t", reader => text = reader.GetString(1), CancellationToken.None);
        return text.Split('\n');
    }
}
