using Xunit;

namespace Godwit.Tests.Migrations;

public sealed class ScriptSectionsTest
{
    [Fact]
    [Trait("Parity", "D2")]
    public void Without_sections_all_of_it_is_the_up()
    {
        var script = Scripts.Read("-- a table\nCREATE TABLE a (id int);\nCREATE TABLE b (id int)");
        Assert.Equal(["CREATE TABLE a (id int)", "CREATE TABLE b (id int)"], Scripts.Texts(script.Up));
        Assert.Null(script.Down);
    }

    [Theory]
    [InlineData("-- UP", "-- DOWN")]
    [InlineData("-- Up", "-- Down")]
    [InlineData("--up", "--down")]
    [InlineData("  -- UP:", "\t-- DOWN:")]
    [InlineData("-- ===== UP =====", "------ [DOWN] ------")]
    [InlineData("-- @UP", "-- @DOWN")]
    [InlineData("-- UP\r", "-- DOWN\r")]
    [InlineData("-- migrate:up", "-- migrate:down")]
    [InlineData("-- migrate:up transaction:true", "-- migrate:down transaction:true")]
    [InlineData("-- +goose Up", "-- +goose Down")]
    [InlineData("-- +goose UP", "-- +goose down")]
    [InlineData("-- +migrate Up", "-- +migrate Down")]
    [InlineData("-- Up Migration", "-- Down Migration")]
    [Trait("Parity", "D2")]
    public void Sections_begin_with_comment_lines_of_several_tools(string up, string down)
    {
        var script = Scripts.Read($"-- licence: MIT\n{up}\nSELECT 1;\nSELECT 2;\n{down}\nSELECT 3;\n");
        Assert.Equal(["SELECT 1", "SELECT 2"], Scripts.Texts(script.Up));
        Assert.Equal(["SELECT 3"], Scripts.Texts(script.Down));
    }

    [Theory]
    [InlineData("postgresql", "SELECT '\n-- DOWN\n';")]
    [InlineData("postgresql", "/*\n-- DOWN\n*/ SELECT 1;")]
    [InlineData("postgresql", "DO $$ BEGIN\n-- DOWN\nPERFORM 1; END $$;")]
    [InlineData("postgresql", "CREATE TABLE a (\n-- DOWN\nid int);")]
    [InlineData("postgresql", "SELECT 1; -- DOWN")]
    [InlineData("postgresql", "SELECT 1;\n-- the way down is long\nSELECT 2;")]
    [InlineData("sqlite", "CREATE TRIGGER t AFTER INSERT ON a BEGIN\n-- up\nUPDATE a SET n = 1;\n-- down\nUPDATE a SET n = 2;\nEND;")]
    [InlineData("mysql", "CREATE PROCEDURE p() BEGIN\n-- up\nUPDATE a SET n = 1;\n-- down\nUPDATE a SET n = 2;\nEND;")]
    [InlineData("mysql", "DELIMITER $$\nCREATE PROCEDURE p() BEGIN\n-- down\nUPDATE a SET n = 2;\nEND$$\nDELIMITER ;")]
    [InlineData("mysql", "DELIMITER //\nCREATE PROCEDURE p() BEGIN\n-- down\nUPDATE a SET n = 2;\nEND//\nDELIMITER ;")]
    [InlineData("postgresql", "CREATE FUNCTION f() RETURNS int BEGIN ATOMIC\n-- down\nSELECT 1;\n-- down\nSELECT 2; END;")]
    public void A_marker_inside_a_token_or_a_body_is_none(string driver, string statements)
    {
        var script = Scripts.Read($"-- UP\n{statements}\n-- DOWN\nSELECT 9;", driver);
        Assert.Equal(["SELECT 9"], Scripts.Texts(script.Down));
        Assert.Contains(script.Up.Statements, statement => statements.Contains(statement.Text, StringComparison.Ordinal));
    }

    [Theory]
    [InlineData("sqlite", "CREATE TRIGGER t AFTER INSERT ON a BEGIN UPDATE a SET n = 1; END", "DROP TRIGGER t")]
    [InlineData("postgresql", "CREATE TABLE a (id int)", "SELECT CASE WHEN true THEN 1 END")]
    [InlineData("postgresql", "SELECT 1", "DO $$ BEGIN PERFORM 1; END $$")]
    [InlineData("mysql", "CREATE PROCEDURE p() BEGIN SELECT 1; END", "DROP PROCEDURE p")]
    [InlineData("sqlite", "SELECT 1", "CREATE TRIGGER t AFTER INSERT ON a BEGIN\n-- up\nSELECT 1;\n-- down\nSELECT 2; END")]
    public void A_marker_ends_a_statement_that_lacks_its_semicolon(string driver, string up, string down)
    {
        var script = Scripts.Read($"-- UP\n{up}\n-- DOWN\n{down}", driver);
        Assert.Equal([up], Scripts.Texts(script.Up));
        Assert.Equal([down], Scripts.Texts(script.Down));
    }

    [Fact]
    public void The_down_may_come_first()
    {
        var script = Scripts.Read("-- DOWN\nSELECT 2;\n-- UP\nSELECT 1;");
        Assert.Equal(["SELECT 1"], Scripts.Texts(script.Up));
        Assert.Equal(["SELECT 2"], Scripts.Texts(script.Down));
    }

    [Fact]
    public void What_stands_before_a_lone_down_is_the_up()
    {
        var script = Scripts.Read("-- a table\n-- timeout: 5s\nSELECT 1;\n\nSELECT 2;\n-- DOWN\nSELECT 3;");
        Assert.Equal(["SELECT 1", "SELECT 2"], Scripts.Texts(script.Up));
        Assert.Equal(["SELECT 3"], Scripts.Texts(script.Down));
        Assert.Equal("001_x.sql:5:1", script.Up.Statements[1].Location?.ToString());
        Assert.Equal(TimeSpan.FromSeconds(5), script.Up.Timeout);
        Assert.Equal(TimeSpan.FromSeconds(5), script.Down!.Timeout);
    }

    [Fact]
    public void An_empty_down_is_a_down()
    {
        var script = Scripts.Read("-- UP\nSELECT 1;\n-- DOWN\n-- nothing to do\n");
        Assert.Empty(script.Down!.Statements);
    }

    [Fact]
    public void Goose_blocks_are_kept_whole()
    {
        const string function = "CREATE FUNCTION f() RETURNS int AS 'SELECT 1;' LANGUAGE sql";
        var up = $"-- +goose Up\n-- +goose StatementBegin\n{function};\n-- +goose StatementEnd\n";
        var script = Scripts.Read(up + "-- +goose Down\nDROP FUNCTION f;");
        Assert.Equal([function], Scripts.Texts(script.Up).Select(text => text.TrimEnd(';')));
        Assert.Equal(["DROP FUNCTION f"], Scripts.Texts(script.Down));
    }

    [Theory]
    [InlineData("-- UP\nSELECT 1;\n-- UP\nSELECT 2;", 3, 1)]
    [InlineData("-- UP\n-- DOWN\n  -- DOWN\n", 3, 3)]
    [InlineData("\n-- DOWN\nSELECT 1;", 2, 1)]
    [InlineData("-- x\n SELECT 1;\n-- UP\nSELECT 2;", 2, 2)]
    [InlineData("SELECT 1;\n-- DOWN\nSELECT 2;\n-- UP\nSELECT 3;", 1, 1)]
    [InlineData("-- UP\nSELECT 1;\n-- DOWN (rollback)\nSELECT 2;", 3, 1)]
    [InlineData("SELECT 1;\n-- ## DOWN script ##\nSELECT 2;", 2, 1)]
    public void Sections_in_disorder_are_an_error_with_its_place(string text, int line, int column)
    {
        var error = Scripts.Error(text);
        Assert.Equal(ErrorCode.InvalidSection, error.Code);
        Assert.Equal(new SourceLocation("001_x.sql", line, column), error.Location);
        Assert.NotNull(error.Remedy);
    }

    [Fact]
    public void Statements_keep_their_place_in_the_file()
    {
        var script = Scripts.Read("-- UP\n\n  SELECT 1;\n-- DOWN\n    SELECT 2;");
        Assert.Equal("001_x.sql:3:3", script.Up.Statements[0].Location?.ToString());
        Assert.Equal("001_x.sql:5:5", script.Down!.Statements[0].Location?.ToString());
    }
}
