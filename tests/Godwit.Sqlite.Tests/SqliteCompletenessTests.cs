using FsCheck;
using FsCheck.Fluent;
using Godwit.Sql;
using SQLitePCL;
using Xunit;

namespace Godwit.Sqlite.Tests;

/// <summary>The splitter against the function of SQLite that says whether a text ends a statement.</summary>
public sealed class SqliteCompletenessTests
{
    // What follows the END of a trigger is always a semicolon here: SQLite's function reads on, and the engine refuses it.
    private static readonly string[] Pieces =
    [
        ";", ";", ";", " ", "\n", "CREATE", "TEMP", "TEMPORARY", "TRIGGER", "BEGIN", "END ;", "end;", "x END", "CASE 1 end,", "x", "1",
        "'a;b'", "\"a;b\"",
        "`a;b`", "[a;b]", "-- c;\n", "/* ; */", ",", "(", ")", "TABLE", "CREATE TRIGGER x BEGIN", "; END;", "ü", "$a",
        "EXPLAIN CREATE TRIGGER x BEGIN", "EXPLAIN QUERY PLAN CREATE TEMP TRIGGER x BEGIN",
    ];

    static SqliteCompletenessTests() => Batteries_V2.Init();

    [Fact]
    public void Statements_end_where_SQLite_says_that_they_are_complete()
    {
        var texts = from pieces in Gen.ListOf(Gen.Elements(Pieces)) select string.Join(" ", pieces);
        var config = Config.QuickThrowOnFailure.WithMaxTest(1000).WithEndSize(60);
        Check.One(config, Prop.ForAll(texts.Where(HasBodies).ToArbitrary(), AreEqual));
    }

    // SQLite's function waits for the END of a trigger that has no BEGIN, which no trigger can lack; the splitter does not.
    private static bool HasBodies(string text)
    {
        var words = text.Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries);
        var trigger = Array.IndexOf(words, "TRIGGER");
        return trigger < 0 || (Array.IndexOf(words, "BEGIN", trigger) == trigger + 2 && Array.LastIndexOf(words, "TRIGGER") == trigger);
    }

    private static void AreEqual(string text)
    {
        var expected = new List<string>();
        var start = 0;
        for (var end = 1; end <= text.Length; end++)
        {
            if (text[end - 1] != ';' || raw.sqlite3_complete(text[start..end]) == 0) continue;
            expected.Add(text[start..end]);
            start = end;
        }

        expected.Add(text[start..]);
        var statements = new SqliteScriptSplitter().Split(new SourceText("m.sql", text), 0, text.Length);
        Assert.Equal(expected.Select(Trimmed).Where(statement => statement != ""), statements.Select(statement => statement.Text));
    }

    private static string Trimmed(string statement)
    {
        var lexer = new SqliteScriptSplitter().Lexer;
        var source = new SourceText("m.sql", statement);
        var (first, last) = (-1, 0);
        for (var token = lexer.Next(source, 0); token.Kind != TokenKind.End; token = lexer.Next(source, token.End))
        {
            if (lexer.IsBlank(source, token) || token.Kind == TokenKind.Semicolon) continue;
            if (first < 0) first = token.Start;
            last = token.End;
        }

        return first < 0 ? "" : statement[first..last];
    }
}
