using System.Diagnostics;
using Godwit.Sql;
using Xunit;

namespace Godwit.Specification.Sql;

/// <summary>What every database's splitter must do.</summary>
public abstract class ScriptSplitterSpecification
{
    protected abstract ScriptSplitter Splitter { get; }

    /// <summary>Statements that the database could take, each hard to split in its own way.</summary>
    protected abstract IReadOnlyList<string> Statements { get; }

    /// <summary>Texts to throw into the middle of a script.</summary>
    protected abstract IReadOnlyList<string> Disturbances { get; }

    protected string[] Split(string script) => SplitWith(Splitter, script);

    protected static string[] SplitWith(ScriptSplitter splitter, string script) =>
        [.. splitter.Split(new SourceText("m.sql", script), 0, script.Length).Select(statement => statement.Text)];

    protected GodwitException Refuse(string script, ErrorCode code, int line, int column)
    {
        var exception = Assert.Throws<GodwitException>(() => Split(script));
        Assert.Equal(code, exception.Code);
        Assert.Equal(new SourceLocation("m.sql", line, column), exception.Location);
        Assert.NotNull(exception.Remedy);
        return exception;
    }

    protected TransactionBehavior BehaviorOf(string statement) => Splitter.BehaviorOf(new SqlStatement(statement));

    [Theory]
    [InlineData("SELECT 'x;y'")]
    [InlineData("SELECT 'it''s;'")]
    [InlineData("SELECT 1 AS \"a;b\"")]
    [InlineData("SELECT 1 AS \"a\"\";b\"")]
    [InlineData("SELECT 1 -- c;\n + 2")]
    [InlineData("SELECT 1 -- it's\r\n + 2")]
    [InlineData("SELECT 1 /* ; ' \" */ + 2")]
    [InlineData("SELECT 1 /*/ ; */ + 2")]
    [InlineData("SELECT 1 /***; ***/ + 2")]
    [InlineData("SELECT 4/2*3")]
    [InlineData("SELECT ''")]
    [InlineData("SELECT CASE WHEN 1 = 1 THEN 'a' ELSE 'b' END")]
    [InlineData("INSERT INTO naïve VALUES ('ü;', '𝄞;')")]
    [Trait("Parity", "D7")]
    public void A_semicolon_that_ends_nothing_stays_in_its_statement(string statement)
    {
        Assert.Equal([statement, "SELECT 2"], Split(statement + ";\nSELECT 2;\n"));
        Assert.Equal([statement], Split(statement));
        Assert.Equal([statement, statement], Split($" {statement}\r\n;{statement}\n"));
    }

    [Theory]
    [InlineData("")]
    [InlineData(" \t\r\n\f")]
    [InlineData(";")]
    [InlineData(";;\n; ;")]
    [InlineData("-- only a comment")]
    [InlineData("-- a;\n/* b; */ ; -- c")]
    public void A_script_of_nothing_has_no_statement(string script) => Assert.Empty(Split(script));

    [Fact]
    public void Comments_before_and_after_are_not_part_of_the_statement() =>
        Assert.Equal(["SELECT /* b */ 1", "SELECT 2"], Split("-- a\n/* a */ SELECT /* b */ 1 -- c\n; -- d\nSELECT 2 /* e */ -- f"));

    [Theory]
    [InlineData("'", 2, 8)]
    [InlineData("'it''s", 2, 8)]
    [InlineData("/* a", 2, 8)]
    [InlineData("/*/", 2, 8)]
    [InlineData("\"a", 2, 8)]
    public void What_is_not_closed_is_shown_where_it_opens(string open, int line, int column) =>
        Refuse($"SELECT 1;\nSELECT {open}\n;\nSELECT 2;", ErrorCode.Unterminated, line, column);

    [Fact]
    public void Only_the_part_asked_for_is_split()
    {
        const string script = "SELECT 1;\n-- UP\nSELECT 2;\n-- DOWN\nSELECT 3;";
        var source = new SourceText("m.sql", script);
        var (up, down) = (script.IndexOf("-- UP", StringComparison.Ordinal), script.IndexOf("-- DOWN", StringComparison.Ordinal));
        var statement = Assert.Single(Splitter.Split(source, up, down));
        Assert.Equal("SELECT 2", statement.Text);
        Assert.Equal(new SourceLocation("m.sql", 3, 1), statement.Location);
        Assert.Equal("SELECT 3", Assert.Single(Splitter.Split(source, down, script.Length)).Text);
    }

    [Theory]
    [InlineData("-- +goose StatementBegin\na; b; c;\n-- +goose StatementEnd\nSELECT 2;", "a; b; c|SELECT 2")]
    [InlineData("SELECT 1;\r\n-- +GOOSE statementbegin\r\na;\r\nb\r\n-- +goose STATEMENTEND\r\n", "SELECT 1|a;\r\nb")]
    [InlineData("SELECT 1\n  -- +goose StatementBegin  \na; ;\n\t-- +goose StatementEnd\n", "SELECT 1|a")]
    [InlineData("-- +goose StatementBegin\n-- +goose StatementEnd\nSELECT 1", "SELECT 1")]
    [InlineData("SELECT 1 -- +goose StatementBegin\n, 2; SELECT 3", "SELECT 1 -- +goose StatementBegin\n, 2|SELECT 3")]
    [InlineData("SELECT '\n-- +goose StatementBegin\n'; SELECT 3", "SELECT '\n-- +goose StatementBegin\n'|SELECT 3")]
    public void Goose_markers_make_one_statement_of_what_is_between_them(string script, string statements) =>
        Assert.Equal(statements.Split('|'), Split(script));

    [Theory]
    [InlineData("SELECT 1;\n -- +goose StatementBegin\nSELECT 2;", 2, 2)]
    [InlineData("-- +goose StatementBegin\na;\n-- +goose StatementBegin\nb;\n-- +goose StatementEnd", 1, 1)]
    [InlineData("SELECT 1;\n-- +goose StatementEnd\n", 2, 1)]
    public void A_goose_marker_without_its_counterpart_is_an_error(string script, int line, int column) =>
        Refuse(script, ErrorCode.InvalidSection, line, column);

    [Fact]
    public void A_position_leads_back_to_the_file_behind_placeholders()
    {
        var source = new SourceText("m.sql", "SELECT ${a};\n SELECT ${b}, 1").Replace([new(7, 4, "'long; value'"), new(21, 4, "2")]);
        var statements = Splitter.Split(source, 0, source.Text.Length);
        Assert.Equal(["SELECT 'long; value'", "SELECT 2, 1"], statements.Select(statement => statement.Text));
        Assert.Equal(new SourceLocation("m.sql", 2, 2), statements[1].Location);
        Assert.Equal(new SourceLocation("m.sql", 2, 15), statements[1].Locate("SELECT 2, ".Length));
    }

    [Fact]
    [Trait("Parity", "D7")]
    public void Statements_glued_in_any_way_come_apart_again() => new RandomScripts(Splitter, Statements).Check();

    [Fact]
    public void Damaged_scripts_are_split_or_refused() => new DamagedScripts(Splitter, Statements, Disturbances).Check();

    // Quadratic time would be hours here; the limit is wide because other tests run at the same time.
    [Fact]
    public void A_long_script_takes_linear_time()
    {
        var statements = string.Concat(Enumerable.Repeat("INSERT INTO t (a, b) VALUES (1, 'it''s; a text', NULL) -- c\n;\n", 20_000));
        var literal = "SELECT '" + new string(';', 1_000_000) + "'";
        var watch = Stopwatch.StartNew();
        Assert.Equal(20_001, Split(statements + literal).Length);
        Assert.True(watch.Elapsed < TimeSpan.FromSeconds(30), $"2 million characters took {watch.Elapsed}");
    }
}
