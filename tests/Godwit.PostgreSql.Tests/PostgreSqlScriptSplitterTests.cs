using Godwit.Specification.Sql;
using Godwit.Sql;
using Xunit;

namespace Godwit.PostgreSql.Tests;

public sealed class PostgreSqlScriptSplitterTests : ScriptSplitterSpecification
{
    protected override ScriptSplitter Splitter { get; } = new PostgreSqlScriptSplitter();

    protected override IReadOnlyList<string> Statements { get; } =
    [
        "SELECT 1",
        "INSERT INTO t VALUES (E'it\\'s; \\\\', 'C:\\', U&'\\0441;', B'01', N'n;')",
        "CREATE FUNCTION f() RETURNS int AS $$ BEGIN; RETURN 1; END; $$ LANGUAGE plpgsql",
        "DO $a$ BEGIN EXECUTE $b$ SELECT ';' $b$; END $a$",
        "SELECT a$b$c, 'x;$$', \"$$;\" FROM t$1",
        "PREPARE p AS SELECT $1, $2",
        "SELECT /* a /* b */; */ 1",
        "CREATE RULE r AS ON INSERT TO t DO ALSO (INSERT INTO u VALUES (1); DELETE FROM v)",
        "CREATE FUNCTION f(begin int) RETURNS int LANGUAGE sql BEGIN ATOMIC SELECT CASE WHEN begin = 1 THEN 2 END AS end; SELECT 3; END",
        "CREATE OR REPLACE PROCEDURE p() BEGIN ATOMIC INSERT INTO t VALUES (1); END",
        "CREATE PROCEDURE p() BEGIN ATOMIC END",
        "BEGIN",
        "END",
        "SELECT ':var', :'var', :\"x\" FROM atomic_begin",
        "COPY t TO '/tmp/x;'",
    ];

    protected override IReadOnlyList<string> Disturbances { get; } =
    [
        "'", "E'", "\"", "U&\"", "$$", "$a$", "$1", "$", ";", "(", ")", "/*", "*/", "--", "\n", "\r", "\\", "\\\n", "\\restrict x\n",
        "\\connect x",
        "CREATE FUNCTION f() BEGIN ATOMIC ", " END", "COPY t FROM STDIN;", "\0", "\ud800", "SET standard_conforming_strings = off;", "ü",
        "ALTER TYPE t ADD VALUE 'x'",
    ];

    [Theory]
    [InlineData("SELECT $$a;b$$")]
    [InlineData("SELECT $a$ ; $b$ ; $a$")]
    [InlineData("DO $a$ BEGIN EXECUTE $b$ ; $b$; END; $a$")]
    [InlineData("SELECT a$b$c FROM t")]
    [InlineData("SELECT $1, $2")]
    [InlineData("SELECT $ü$;$ü$")]
    [InlineData("SELECT 1 /* a /* b; */ ; */ + 1")]
    [InlineData("SELECT 1 /* /*/ ; */ */ + 1")]
    [InlineData("SELECT E'it\\'s;'")]
    [InlineData("SELECT e'a\\\\'")]
    [InlineData("SELECT E'a'\n  -- c;\n  'it\\'s;'")]
    [InlineData("SELECT U&'d\\0061t\\+000061;'")]
    [InlineData("SELECT U&\"a;\\0041\"")]
    [InlineData("SELECT '\\D:\\'")]
    [InlineData("SELECT B'1;', X'1;', N'1;'")]
    [InlineData("CREATE RULE r AS ON INSERT TO t DO ALSO (INSERT INTO u VALUES (1); DELETE FROM v)")]
    [InlineData("CREATE FUNCTION f() RETURNS int BEGIN ATOMIC SELECT 1; SELECT 2; END")]
    [InlineData("CREATE FUNCTION f() RETURNS int BEGIN ATOMIC SELECT CASE WHEN a THEN 1 ELSE 2 END; SELECT CASE a WHEN 1 THEN 2 END; END")]
    [InlineData("CREATE FUNCTION f() RETURNS int BEGIN ATOMIC SELECT 1 AS end; SELECT t.end FROM t; SELECT (SELECT 1 AS end); END")]
    [InlineData("CREATE FUNCTION f(begin int, atomic int) RETURNS TABLE (begin int) BEGIN ATOMIC SELECT begin; SELECT atomic; END")]
    [InlineData("create or replace procedure p() language sql begin /* c */ atomic insert into t values (1); -- ; end;\n end")]
    [InlineData("CREATE PROCEDURE p() BEGIN ATOMIC END")]
    [InlineData("CREATE FUNCTION f() RETURNS int RETURN 1")]
    [InlineData("SELECT begin, atomic, my_atomic_x FROM t")]
    [InlineData("SELECT :var, :'var', :\"var\", a::text")]
    [Trait("Parity", "D7")]
    public void The_hard_statements_of_PostgreSQL_stay_whole(string statement)
    {
        Assert.Equal([statement, "SELECT 2"], Split(statement + ";\nSELECT 2;\n"));
        Assert.Equal([statement], Split(statement));
    }

    [Fact]
    public void A_transaction_is_not_a_body() =>
        Assert.Equal(["BEGIN", "SELECT 1", "END", "CREATE TABLE atomic ()"], Split("BEGIN;\nSELECT 1;\nEND;\nCREATE TABLE atomic ();"));

    [Fact]
    public void A_string_escapes_with_backslashes_when_the_server_says_so()
    {
        const string script = "SELECT 'it\\'s;'; SELECT N'\\';', U&'\\', E'\\''";
        var splitter = new PostgreSqlScriptSplitter(StringConformance.BackslashEscapes);
        Assert.Equal(["SELECT 'it\\'s;'", "SELECT N'\\';', U&'\\', E'\\''"], SplitWith(splitter, script));
    }

    [Theory]
    [InlineData("SET standard_conforming_strings = off")]
    [InlineData("set local STANDARD_CONFORMING_STRINGS to 'OFF'")]
    [InlineData("SET SESSION standard_conforming_strings TO fal")]
    [InlineData("SET standard_conforming_strings = 0")]
    public void A_script_that_lets_backslashes_escape_is_read_so_from_there_on(string setting) =>
        Assert.Equal(
            ["SELECT '\\'", setting, "SELECT 'it\\'s;'", "SET standard_conforming_strings = on", "SELECT '\\'"],
            Split($"SELECT '\\'; {setting}; SELECT 'it\\'s;'; SET standard_conforming_strings = on; SELECT '\\'"));

    [Theory]
    [InlineData("RESET standard_conforming_strings")]
    [InlineData("RESET ALL")]
    [InlineData("SET standard_conforming_strings TO DEFAULT")]
    public void Resetting_leads_back_to_how_the_script_began(string reset) =>
        Assert.Equal(4, Split($"SET standard_conforming_strings = off; SELECT '\\';'; {reset}; SELECT '\\'").Length);

    [Theory]
    [InlineData("SELECT $$a;", 1, 8)]
    [InlineData("SELECT 1;\n DO $a$ BEGIN $b$ $A$b", 2, 5)]
    [InlineData("SELECT /* a /* b */ ;", 1, 8)]
    [InlineData("SELECT E'a\\'", 1, 9)]
    public void A_PostgreSQL_quote_that_is_not_closed_is_shown_where_it_opens(string script, int line, int column) =>
        Refuse(script, ErrorCode.Unterminated, line, column);

    [Theory]
    [InlineData("\\connect postgresql://u:secret@h/d\nSELECT 1", "\\connect", 1, 1)]
    [InlineData("SELECT 1;\n  \\c other\nSELECT 1", "\\c", 2, 3)]
    [InlineData("SELECT 1 \\gset", "\\gset", 1, 10)]
    [InlineData("\\i other.sql", "\\i", 1, 1)]
    [InlineData("\\set x 'it", "\\set", 1, 1)]
    [InlineData("\\.\n", "\\.", 1, 1)]
    [InlineData("\\! rm", "\\!", 1, 1)]
    [InlineData("SELECT 1 \\; SELECT 2", "\\;", 1, 10)]
    [InlineData("SELECT 1 \\restrict x", "\\restrict", 1, 10)]
    [InlineData("SELECT 1;\ndelimiter //", "delimiter", 2, 1)]
    public void A_command_of_a_client_program_is_refused(string script, string command, int line, int column)
    {
        var exception = Refuse(script, ErrorCode.ClientCommand, line, column);
        Assert.StartsWith(command + " is a command of ", exception.Message, StringComparison.Ordinal);
        Assert.DoesNotContain("secret", exception.Message + exception.Remedy, StringComparison.Ordinal);
    }

    [Fact]
    public void The_lines_that_pg_dump_puts_around_a_dump_are_passed_over()
    {
        var statements = Split("\\restrict aB3\n\nSET client_encoding = 'UTF8';\r\n\\unrestrict aB3\r\nSELECT 1;\n\\unrestrict x");
        Assert.Equal(["SET client_encoding = 'UTF8'", "SELECT 1"], statements);
    }

    [Theory]
    [InlineData("SELECT 1;\nCOPY t FROM STDIN;\n1\tit's\n\\.\n", 2, 1)]
    [InlineData("copy public.t (a, b) from stdin with (format csv)", 1, 1)]
    [InlineData(" COPY t /* c */ FROM\n-- d\nSTDIN", 1, 2)]
    public void Rows_in_the_script_are_refused(string script, int line, int column) =>
        Assert.Contains("INSERT", Refuse(script, ErrorCode.CopyFromStdin, line, column).Remedy, StringComparison.Ordinal);

    [Theory]
    [InlineData("COPY t FROM '/tmp/stdin'")]
    [InlineData("COPY (SELECT stdin FROM stdin) TO '/tmp/x'")]
    [InlineData("COPY t TO STDOUT")]
    [InlineData("INSERT INTO copy SELECT * FROM stdin")]
    public void Only_rows_in_the_script_are_refused(string statement) => Assert.Equal([statement], Split(statement));
}
