using Godwit.Specification.Sql;
using Godwit.Sql;
using Xunit;

namespace Godwit.MySql.Tests;

public sealed class MySqlScriptSplitterTests : ScriptSplitterSpecification
{
    protected override ScriptSplitter Splitter { get; } = new MySqlScriptSplitter();

    protected override IReadOnlyList<string> Statements { get; } =
    [
        "SELECT 1",
        "INSERT INTO t VALUES ('it\\'s; \\\\', \"a\\\";b\", 'c''d')",
        "SELECT `a;``b`, 1 --1, 2 # c;\n FROM t",
        "/*!40101 SET NAMES utf8; */",
        "BEGIN",
        "SELECT IF(1, 2, 3), REPEAT('a;', 2), CASE WHEN 1 THEN 2 END AS end",
        "CREATE PROCEDURE p(IN a INT, OUT b INT) BEGIN IF a THEN SELECT 1; ELSEIF b THEN SELECT 2; ELSE SELECT 3; END IF; END",
        "CREATE TRIGGER tr BEFORE INSERT ON t FOR EACH ROW IF NEW.a THEN SET NEW.b = 1; END IF",
        "/*!50003 CREATE*/ /*!50017 DEFINER=`r`@`h`*/ /*!50003 TRIGGER tr BEFORE INSERT ON t FOR EACH ROW BEGIN SET @a = 1; SET @b = 2; END"
            + " */",
        "CREATE FUNCTION f() RETURNS SET('a', 'b') DETERMINISTIC BEGIN RETURN CASE WHEN 1 THEN 'a' ELSE 'b' END; END",
        "BEGIN NOT ATOMIC DECLARE CONTINUE HANDLER FOR NOT FOUND BEGIN END; l: LOOP LEAVE l; END LOOP l; END",
        "CREATE EVENT e ON SCHEDULE EVERY 1 DAY DO BEGIN DELETE FROM t; CASE @a WHEN 1 THEN DELETE FROM u; ELSE BEGIN END; END CASE; END",
    ];

    protected override IReadOnlyList<string> Disturbances { get; } =
    [
        "'", "\"", "`", ";", "/*", "*/", "/*!50003 ", "/*M! ", "/*!99999 ", "--", "-- ", "#", "\n", "\r", "\\",
        "\\G", "\\N", "DELIMITER ", "\nDELIMITER $$\n", "\nDELIMITER ;\n", "$$", "//", "BEGIN ", " END", "CASE ", "IF ", "THEN ", "END IF;",
        "LOOP ", "REPEAT ", "UNTIL ", "CREATE PROCEDURE p() ", "\0", "\ud800",
        "SET sql_mode = 'ANSI_QUOTES';", "SET sql_mode = 'NO_BACKSLASH_ESCAPES';", "source x", "(", ")", "ü", ":",
    ];

    [Theory]
    [InlineData("SELECT 'it\\'s;'")]
    [InlineData("SELECT \"it\\\"s;\"")]
    [InlineData("SELECT \"it's;\"")]
    [InlineData("SELECT `a``;b`")]
    [InlineData("SELECT 1 # it's;\n + 2")]
    [InlineData("SELECT 1 -- it's;\n + 2")]
    [InlineData("SELECT 1 --\tit's;\n + 2")]
    [InlineData("SELECT 1 --\n + 2")]
    [InlineData("SELECT 1 --1")]
    [InlineData("SELECT \\N")]
    [InlineData("SELECT 'DELIMITER //'")]
    [InlineData("USE shop")]
    [InlineData("SELECT /*+ NO_INDEX(t) */ 1")]
    [InlineData("/*!40101 SET NAMES utf8 */")]
    [InlineData("/*!40101 SET @a = 1; */")]
    [InlineData("/*M! SELECT 1 */")]
    [InlineData("/*M!100500 SELECT ';' */")]
    [InlineData("SELECT 1 /*! + 1 /* a; */ + 1; */ + 2")]
    [InlineData("SELECT 1 /*!99999 it's; /* a */ ; */ + 2")]
    [InlineData("CREATE TABLE t (a INT) /*!50100 PARTITION BY HASH (a) */")]
    [Trait("Parity", "D7")]
    public void The_hard_statements_of_MySQL_stay_whole(string statement)
    {
        Assert.Equal([statement, "SELECT 2"], Split(statement + ";\nSELECT 2;\n"));
        Assert.Equal([statement], Split(statement));
    }

    [Theory]
    [InlineData("CREATE PROCEDURE p() BEGIN SELECT 1; SELECT 2; END")]
    [InlineData("CREATE PROCEDURE p() BEGIN END")]
    [InlineData("CREATE PROCEDURE p() SELECT CASE WHEN 1 THEN 2 END")]
    [InlineData("CREATE PROCEDURE p() DROP TABLE IF EXISTS t")]
    [InlineData("CREATE PROCEDURE p() COMMENT 'a;' READS SQL DATA SQL SECURITY INVOKER BEGIN SELECT 1; END")]
    [InlineData("CREATE PROCEDURE IF NOT EXISTS p() l: BEGIN SELECT 1; LEAVE l; END l")]
    [InlineData("CREATE OR REPLACE DEFINER = root@localhost PROCEDURE p() BEGIN SELECT 1; END")]
    [InlineData("create definer=`r`@`%` procedure s.p(a enum('x;','y'), b char(5)) begin select 1; end")]
    [InlineData("CREATE FUNCTION f(a INT) RETURNS INT DETERMINISTIC RETURN IF(a, 1, 2)")]
    [InlineData("CREATE FUNCTION f() RETURNS CHAR(5) CHARACTER SET utf8mb4 BEGIN RETURN REPEAT('a', 5); END")]
    [InlineData("CREATE FUNCTION f() RETURNS SET('a', 'b') BEGIN RETURN 'a'; END")]
    [InlineData("CREATE AGGREGATE FUNCTION f(a INT) RETURNS INT BEGIN FETCH GROUP NEXT ROW; RETURN 1; END")]
    [InlineData("CREATE TRIGGER tr BEFORE INSERT ON t FOR EACH ROW IF NEW.a IS NULL THEN SET NEW.a = IF(NEW.b, 1, 2); END IF")]
    [InlineData("CREATE TRIGGER IF NOT EXISTS tr AFTER UPDATE ON t FOR EACH ROW FOLLOWS other BEGIN SET @a = 1; END")]
    [InlineData("CREATE TRIGGER tr AFTER UPDATE ON t FOR EACH ROW CASE NEW.a WHEN 1 THEN SET @a = 1; ELSE SET @a = 2; END CASE")]
    [InlineData("CREATE TRIGGER tr AFTER UPDATE ON t FOR EACH ROW SET @a = CASE NEW.a WHEN 1 THEN 2 END")]
    [InlineData("CREATE EVENT e ON SCHEDULE EVERY 1 DAY DO DELETE FROM t")]
    [InlineData("CREATE EVENT e ON SCHEDULE EVERY 1 DAY ENABLE COMMENT 'c' DO BEGIN DELETE FROM t; DO IF(1, 2, 3); END")]
    [InlineData("ALTER EVENT e DO BEGIN DELETE FROM t; END")]
    [InlineData("CREATE PROCEDURE p() BEGIN IF a THEN SELECT 1; ELSE IF b THEN SELECT 2; END IF; END IF; SELECT 3; END")]
    [InlineData("CREATE PROCEDURE p() BEGIN IF (a) THEN BEGIN SELECT 1; END; ELSEIF b THEN SELECT IF(1, 2, 3); END IF; END")]
    [InlineData("CREATE PROCEDURE p() BEGIN CASE a WHEN CASE b WHEN 1 THEN 2 END THEN SELECT 1; ELSE BEGIN END; END CASE; END")]
    [InlineData("CREATE PROCEDURE p() BEGIN CASE WHEN a THEN SELECT CASE WHEN b THEN 1 ELSE 2 END; SELECT 3; END CASE; END")]
    [InlineData("CREATE PROCEDURE p() BEGIN SET a = CASE WHEN IF(b, 1, 0) THEN IF(c, 1, 2) ELSE CASE c WHEN 1 THEN 2 END END; END")]
    [InlineData("CREATE PROCEDURE p() BEGIN l: LOOP SET a = a + 1; IF a > 3 THEN LEAVE l; END IF; ITERATE l; END LOOP l; END")]
    [InlineData("CREATE PROCEDURE p() BEGIN WHILE a < 3 DO SET a = a + 1; DO SLEEP(1); END WHILE; END")]
    [InlineData("CREATE PROCEDURE p() BEGIN REPEAT SET a = REPEAT('a', 2); UNTIL a > 3 END REPEAT; SELECT 1; END")]
    [InlineData("CREATE PROCEDURE p() BEGIN FOR i IN 1..3 DO SELECT i; END FOR; FOR r IN (SELECT 1) DO SELECT r.a; END FOR; END")]
    [InlineData("CREATE PROCEDURE p() BEGIN DECLARE c CURSOR FOR SELECT 1; DECLARE EXIT HANDLER FOR NOT FOUND, 1062 BEGIN END; OPEN c; END")]
    [InlineData("CREATE PROCEDURE p() BEGIN DECLARE CONTINUE HANDLER FOR SQLSTATE '02000' SET done = IF(1, 2, 3); SELECT 1; END")]
    [InlineData("CREATE PROCEDURE p() BEGIN DECLARE CONTINUE HANDLER FOR NOT FOUND IF a THEN SET b = 1; END IF; SELECT 1; END")]
    [InlineData("CREATE PROCEDURE p() BEGIN SELECT t.end, 1 AS `begin` FROM t; UPDATE t SET end = 1, begin = end WHERE t.begin = 2; END")]
    [InlineData("CREATE PROCEDURE p() BEGIN SELECT CASE WHEN end > 1 THEN t.end ELSE end END; SELECT 2; END")]
    [InlineData("CREATE PROCEDURE p() BEGIN START TRANSACTION; XA BEGIN 'x'; XA END 'x'; COMMIT; END")]
    [InlineData("BEGIN NOT ATOMIC SELECT 1; IF a THEN SELECT 2; END IF; END")]
    [InlineData("BEGIN NOT ATOMIC SELECT 1; BEGIN NOT ATOMIC SELECT 2; END; l: BEGIN SELECT 3; END l; END")]
    [InlineData("IF @a THEN SELECT 1; ELSE SELECT 2; END IF")]
    [InlineData("CASE @a WHEN 1 THEN SELECT 1; END CASE")]
    [InlineData("WHILE @a DO SELECT 1; END WHILE")]
    [InlineData("CREATE /*!50017 DEFINER=`r`@`h` */ TRIGGER tr BEFORE INSERT ON t FOR EACH ROW BEGIN SET @a = 1; END")]
    [InlineData("/*!50003 CREATE*/ /*!50017 DEFINER=`r`@`h`*/ /*!50003 TRIGGER tr BEFORE INSERT ON t FOR EACH ROW BEGIN SET @a=1; END */")]
    [InlineData("/*!50106 CREATE*/ /*!50106 EVENT e ON SCHEDULE EVERY 1 DAY DO BEGIN DELETE FROM t; END */")]
    [InlineData("/*!50003 CREATE PROCEDURE p() */ BEGIN SELECT 1; END")]
    public void A_compound_statement_needs_no_DELIMITER(string statement)
    {
        Assert.Equal([statement, "SELECT 2", "BEGIN", "COMMIT"], Split(statement + ";\nSELECT 2;\nBEGIN; COMMIT"));
        Assert.Equal([statement], Split(statement));
        Assert.Equal([statement, "SELECT 2"], Split($"DELIMITER $$\n{statement}$$\nDELIMITER ;\nSELECT 2;"));
    }

    [Theory]
    [InlineData("CREATE TABLE begin (a INT)")]
    [InlineData("CREATE TABLE IF NOT EXISTS t (a INT)")]
    [InlineData("CREATE VIEW v AS SELECT IF(a, 1, 2) AS end FROM t")]
    [InlineData("DROP PROCEDURE IF EXISTS p")]
    [InlineData("ALTER PROCEDURE p COMMENT 'x'")]
    [InlineData("CREATE FUNCTION f RETURNS STRING SONAME 'x.so'")]
    [InlineData("SELECT * FROM t WHERE begin NOT IN (1)")]
    [InlineData("SET @a := IF(1, 2, 3)")]
    [InlineData("INSERT INTO t SELECT CASE WHEN 1 THEN 2")]
    [InlineData("BEGIN")]
    [InlineData("BEGIN WORK")]
    [InlineData("XA BEGIN 'x'")]
    public void What_only_looks_like_a_compound_statement_ends_at_its_semicolon(string statement) =>
        Assert.Equal([statement, "SELECT 2"], Split(statement + ";\nSELECT 2;"));

    [Theory]
    [InlineData("DELIMITER $$\na; b$$\nc;$$\nDELIMITER ;\nd; e", "a; b|c;|d|e")]
    [InlineData("delimiter //\r\na;\r\n//\r\nDelimiter ;\r\nb;", "a;|b")]
    [InlineData("DELIMITER ;;\na; b;;\nDELIMITER ;\nc;", "a; b|c")]
    [InlineData("DELIMITER #\na;#\nb #", "a;|b")]
    [InlineData("DELIMITER |\na | b |", "a|b")]
    [InlineData("DELIMITER '$$'\na;$$ b", "a;|b")]
    [InlineData("DELIMITER \"//\"\na;// b", "a;|b")]
    [InlineData("DELIMITER `go`\na; go b", "a;|b")]
    [InlineData("DELIMITER $$ -- as usual\na;$$", "a;")]
    [InlineData("  DELIMITER\t$$  \na;$$", "a;")]
    [InlineData("DELIMITER $$\nBEGIN; END$$\nSELECT '$$', \"$$\", `$$`, 1$$", "BEGIN; END|SELECT '$$', \"$$\", `$$`, 1")]
    [InlineData("DELIMITER $$\n-- $$\n# $$\n/* $$ */ SELECT 3$$", "SELECT 3")]
    [InlineData("DELIMITER --\na; --\nb--\n", "a;|b")]
    [InlineData("SELECT 'DELIMITER $$\n'; b;", "SELECT 'DELIMITER $$\n'|b")]
    [InlineData("-- DELIMITER $$\na; b;", "a|b")]
    [InlineData("SELECT x.delimiter FROM x; b", "SELECT x.delimiter FROM x|b")]
    [InlineData("DELIMITER $$\n$$ $$\n", "")]
    [InlineData("DELIMITER ;;\n/*!50003 CREATE*/ /*!50003 x a; b */;;\nDELIMITER ;\n", "/*!50003 CREATE*/ /*!50003 x a; b */")]
    public void DELIMITER_is_obeyed_as_the_client_does(string script, string statements) =>
        Assert.Equal(statements.Split('|', StringSplitOptions.RemoveEmptyEntries), Split(script));

    [Fact]
    public void A_statement_after_DELIMITER_knows_its_place()
    {
        var source = new SourceText("m.sql", "DELIMITER $$\nSELECT 1;$$\n  SELECT 2 $$");
        var statement = Splitter.Split(source, 0, source.Text.Length)[1];
        Assert.Equal("SELECT 2", statement.Text);
        Assert.Equal(new SourceLocation("m.sql", 3, 3), statement.Location);
    }

    [Theory]
    [InlineData("SELECT 1;\nDELIMITER\nSELECT 2;", 2, 1)]
    [InlineData("DELIMITER   ", 1, 1)]
    [InlineData("DELIMITER \\\\\n", 1, 1)]
    [InlineData("DELIMITER ''\n", 1, 1)]
    public void DELIMITER_without_a_text_is_an_error(string script, int line, int column) =>
        Assert.Contains("DELIMITER", Refuse(script, ErrorCode.ClientCommand, line, column).Message, StringComparison.Ordinal);

    [Theory]
    [InlineData("SELECT 1\\G", "\\G", 1, 9)]
    [InlineData("SELECT 1 \\g\n", "\\g", 1, 10)]
    [InlineData("SELECT 1;\nsource other.sql", "source", 2, 1)]
    [InlineData("\\. other.sql", "\\.", 1, 1)]
    [InlineData("Connect shop", "Connect", 1, 1)]
    [InlineData("SELECT 1;\n\n quit", "quit", 3, 2)]
    [InlineData("system rm x", "system", 1, 1)]
    public void A_command_of_the_client_is_refused(string script, string command, int line, int column) =>
        Assert.StartsWith(
            command + " is a command of the mysql client",
            Refuse(script, ErrorCode.ClientCommand, line, column).Message,
            StringComparison.Ordinal);

    [Theory]
    [InlineData("SELECT `a;", 1, 8)]
    [InlineData("SELECT 'a\\';", 1, 8)]
    [InlineData("SELECT 1;\n/*!50003 SELECT 1;\nSELECT 2;", 2, 1)]
    [InlineData("SELECT 'a\\", 1, 8)]
    public void A_MySQL_quote_that_is_not_closed_is_shown_where_it_opens(string script, int line, int column) =>
        Refuse(script, ErrorCode.Unterminated, line, column);

    [Fact]
    public void The_first_line_of_a_dump_by_mariadb_dump_is_a_comment() =>
        Assert.Equal(["DROP TABLE t"], Split("/*M!999999\\- enable the sandbox mode */ \n-- MariaDB dump\nDROP TABLE t;"));

    [Fact]
    public void Quotes_hold_names_and_backslashes_are_plain_when_the_server_says_so()
    {
        var modes = new SqlModes { DoubleQuotes = DoubleQuotes.Identifier, Backslash = Backslash.IsPlain };
        Assert.Equal(["SELECT \"a\\\"", "SELECT '\\'"], SplitWith(new MySqlScriptSplitter(modes), "SELECT \"a\\\"; SELECT '\\'"));
    }

    [Theory]
    [InlineData("SET sql_mode = 'NO_BACKSLASH_ESCAPES'")]
    [InlineData("SET SESSION sql_mode = 'STRICT_ALL_TABLES,NO_BACKSLASH_ESCAPES'")]
    [InlineData("set @@sql_mode := 'no_backslash_escapes'")]
    [InlineData("SET @@session.sql_mode = CONCAT(@@sql_mode, ',NO_BACKSLASH_ESCAPES')")]
    [InlineData("/*!40101 SET @OLD_SQL_MODE=@@SQL_MODE, SQL_MODE='NO_BACKSLASH_ESCAPES' */")]
    [InlineData("SET sql_mode = 1048576")]
    [InlineData("SET sql_mode = NO_BACKSLASH_ESCAPES")]
    public void A_script_that_makes_backslashes_plain_is_read_so_from_there_on(string setting) =>
        Assert.Equal(
            ["SELECT '\\';'", setting, "SELECT '\\'", "SELECT 2"],
            Split($"SELECT '\\';'; {setting}; SELECT '\\'; SELECT 2"));

    [Theory]
    [InlineData("SET sql_mode = ''")]
    [InlineData("SET sql_mode = DEFAULT")]
    [InlineData("/*!40101 SET SQL_MODE=@OLD_SQL_MODE */")]
    [InlineData("SET sql_mode = (SELECT REPLACE(@@sql_mode, 'ANSI_QUOTES', ''))")]
    public void A_script_can_set_the_mode_back(string setting) =>
        Assert.Equal(
            ["SET sql_mode = 'ANSI_QUOTES'", "SELECT \"\\\"", setting, "SELECT \"\\\";\""],
            Split($"SET sql_mode = 'ANSI_QUOTES'; SELECT \"\\\"; {setting}; SELECT \"\\\";\""));

    [Theory]
    [InlineData("SET GLOBAL sql_mode = 'ANSI'")]
    [InlineData("SET @@global.sql_mode = 'ANSI'")]
    [InlineData("SET @sql_mode = 'ANSI'")]
    [InlineData("SET @a = 'sql_mode', @b = (SELECT 'ANSI_QUOTES')")]
    [InlineData("CREATE PROCEDURE p() SET sql_mode = 'ANSI'")]
    public void What_does_not_change_the_mode_of_the_session_changes_nothing(string statement) =>
        Assert.Equal([statement, "SELECT \"\\\";\""], Split($"{statement}; SELECT \"\\\";\""));
}
