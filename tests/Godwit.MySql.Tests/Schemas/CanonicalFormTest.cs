using System.Data;
using Godwit.Operations;
using Godwit.Schema;
using Xunit;

namespace Godwit.MySql.Tests.Schemas;

/// <summary>One spelling for what means the same, whoever wrote it: an author, MySQL 8 or MariaDB.</summary>
public sealed class CanonicalFormTest
{
    // Right of the author's text: as MySQL 8 shows it (manual, "CHECK Constraints"), as MariaDB 10.11 does.
    [Theory]
    [InlineData("age < 200 AND email<>'it''s'", "((`age` < 200) and (`email` <> _utf8mb4'it\\'s'))", "`age` < 200 and `email` <> 'it''s'")]
    [InlineData("(age*(2+1)) > -3", "((`age` * (2 + 1)) > -(3))", "`age` * (2 + 1) > -3")]
    [InlineData("age in (1, 2) or (lower(email) = \"x\")", "((`age` in (1,2)) or (lower(`email`) = _utf8mb4'x'))", "`age` in (1,2) or lower(`email`) = 'x'")]
    [InlineData("NOT (age = 1)", "(not((`age` = 1)))", "not `age` = 1")]
    [InlineData("age - (1 - 2)", "(`age` - (1 - 2))", "`age` - (1 - 2)")]
    [InlineData("(age > 1 OR age < 0) AND email != ''", "(((`age` > 1) or (`age` < 0)) and (`email` <> _utf8mb4''))", "(`age` > 1 or `age` < 0) and `email` <> ''")]
    public void Expressions_have_one_spelling(string written, string mysql, string mariadb)
    {
        Assert.Equal(mariadb, CanonicalExpression.Of(written, ["age", "email"]));
        Assert.Equal(mariadb, CanonicalExpression.Of(mysql, ["age", "email"]));
        Assert.Equal(mariadb, CanonicalExpression.Of(mariadb, ["age", "email"]));
    }

    [Theory]
    [InlineData("(a + b) * c", "(a + b) * c")]
    [InlineData("a between (1 + 2) and (b and c)", "a between (1 + 2) and (b and c)")]
    [InlineData("case when (a) then (1) else (b or c) end and (d)", "case when (a) then (1) else (b or c) end and (d)")]
    [InlineData("f((a or b), (c))", "f(a or b,c)")]
    [InlineData("a / (b * c)", "a / (b * c)")]
    [InlineData("-(a + b)", "-(a + b)")]
    [InlineData("2 ^ (-1)", "2 ^ -1")]
    [InlineData("a in ((select 1))", "a in ((select 1))")]
    [InlineData("-(-a)", "-(-a)")]
    [InlineData("not (a and b)", "not (a and b)")]
    [InlineData("(a) and (b and c) and (not d)", "a and b and c and not d")]
    public void Parentheses_that_say_something_stay(string written, string canonical) => Assert.Equal(canonical, CanonicalExpression.Of(written, []));

    [Theory]
    [InlineData("INT(11)", "int")]
    [InlineData("int(10) unsigned", "int unsigned")]
    [InlineData("int(5)", "int(5)")]
    [InlineData("bigint(20)", "bigint")]
    [InlineData("tinyint(1)", "tinyint(1)")]
    [InlineData("Integer Unsigned ZeroFill", "int unsigned zerofill")]
    [InlineData("DECIMAL", "decimal(10,0)")]
    [InlineData("numeric( 5 )", "decimal(5,0)")]
    [InlineData("float(30)", "double")]
    [InlineData("enum ('A', 'b,)c')", "enum('A','b,)c')")]
    [InlineData("varchar(5) ", "varchar(5)")]
    [InlineData("year(4)", "year")]
    [InlineData("datetime(0)", "datetime")]
    [InlineData("POINT SRID 4326", "point srid 4326")]
    [InlineData("geomcollection", "geometrycollection")]
    public void Types_have_one_spelling(string written, string canonical) => Assert.Equal(canonical, CanonicalType.Of(written, MySqlTraits.MySql8));

    // What MySQL 8 says of columns (manual, "The INFORMATION_SCHEMA COLUMNS Table"), where no server of it is at hand.
    [Theory]
    [InlineData("varchar(20)", "it's", "", "it's")]
    [InlineData("json", @"_utf8mb4\'{}\'", "DEFAULT_GENERATED", "{}")]
    [InlineData("int", "5", "", "5")]
    [InlineData("datetime(3)", "CURRENT_TIMESTAMP(3)", "DEFAULT_GENERATED on update CURRENT_TIMESTAMP(3)", null)]
    public void Defaults_of_mysql_are_read(string type, string shown, string extra, string? expected)
    {
        var column = Read(type, shown, extra, "");

        var value = CanonicalDefault.Of(column.Default, type);
        Assert.Equal(expected is null ? new DefaultValue.CurrentTimestamp() : new DefaultValue.Literal(expected), value);
        Assert.Equal(expected is null ? "CURRENT_TIMESTAMP(3)" : null, column.OnUpdate);
    }

    [Fact]
    public void Bytes_and_computed_and_invisible_columns_of_mysql_are_read()
    {
        Assert.Equal([0, 255], Assert.IsType<byte[]>(Assert.IsType<DefaultValue.Literal>(Read("varbinary(2)", "0x00FF", "", "").Default).Value));
        Assert.Equal(new DefaultValue.Expression("uuid()"), Read("char(36)", "uuid()", "DEFAULT_GENERATED", "").Default);
        var computed = Read("varchar(20)", null, "STORED GENERATED INVISIBLE", @"concat(`a`,_utf8mb4\'x\')");
        Assert.Equal(new GeneratedExpression("concat(`a`,_utf8mb4'x')", GeneratedStorage.Stored), computed.Generated);
        Assert.True(computed.IsInvisible);
        Assert.Equal(new ColumnType.Native("point SRID 4326"), Read("point", null, "", "", 4326).Type);
    }

    [Theory]
    [InlineData("8.0.36", "mysql", "char(36)")]
    [InlineData("8.4.2-commercial", "mysql", "char(36)")]
    [InlineData("10.6.18-MariaDB", "mariadb", "char(36)")]
    [InlineData("10.11.19-MariaDB-0+deb12u1", "mariadb", "uuid")]
    [InlineData("11.8.2-MariaDB-ubu2404", "mariadb", "uuid")]
    public void A_server_is_known_by_its_version(string version, string product, string uuid)
    {
        var traits = MySqlTraits.Of(version);
        Assert.Equal((product, uuid), (traits.Product, traits.UuidType));
    }

    [Fact]
    public void Vectors_are_for_servers_that_have_them()
    {
        Operation[] operations =
        [
            new CreateTable(new Table("t") { Columns = [new Column("v", new ColumnType.Vector(3))] }),
            new CreateIndex("t", new TableIndex("i", [new IndexPart("v")]) { Kind = IndexKind.Vector }),
        ];

        Assert.Equal("CREATE VECTOR INDEX `i` ON `t` (`v`) DISTANCE=cosine", new MySqlSqlGenerator(MySqlTraits.Of("11.8.2-MariaDB"), SqlModes.Default).Generate(operations, new DatabaseSchema("mariadb")).Statements[1].Text);
        Assert.Equal(ErrorCode.NotSupported, Assert.Throws<GodwitException>(() => new MySqlSqlGenerator(MySqlTraits.MySql8, SqlModes.Default).Generate(operations, new DatabaseSchema("mysql"))).Code);
        Assert.Contains("index", Assert.Throws<GodwitException>(() => new MySqlSqlGenerator(MySqlTraits.Of("9.1.0"), SqlModes.Default).Generate(operations, new DatabaseSchema("mysql"))).Message, StringComparison.Ordinal);
    }

    private static Column Read(string type, string? shown, string extra, string expression, int? srid = null)
    {
        using var row = new DataTable();
        foreach (var name in (string[])["TABLE_NAME", "COLUMN_NAME", "COLUMN_TYPE", "IS_NULLABLE", "COLUMN_DEFAULT", "COLLATION_NAME", "EXTRA", "COLUMN_COMMENT", "GENERATION_EXPRESSION"]) row.Columns.Add(name);
        row.Columns.Add("SRS_ID", typeof(int));
        row.Rows.Add("t", "c", type, "YES", shown, null, extra, "", expression, srid);
        using var reader = row.CreateDataReader();
        reader.Read();
        return new ColumnReading(MySqlTraits.MySql8).Read(new CatalogRow(reader));
    }
}
