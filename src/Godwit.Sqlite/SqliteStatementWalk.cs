using Godwit.Sql;

namespace Godwit.Sqlite;

/// <summary>The statements of a script for SQLite. The semicolons of a trigger are told apart as sqlite3_complete does it.</summary>
internal sealed class SqliteStatementWalk(SourceText source, int start, int end)
    : StatementWalk(source, start, end, SqliteLexer.Instance)
{
    private readonly StatementBody body = new();
    private Heading heading;

    private enum Heading
    {
        None,
        Explain,
        Create,
        Trigger,
        Other,
    }

    protected override bool Separates() => !body.IsOpen;

    protected override void Pass(Token token)
    {
        if (body.IsOpen) body.Pass(token, TextOf(token));
        else heading = After(token);
    }

    protected override void Ended(SqlStatement statement)
    {
        body.Close();
        heading = Heading.None;
    }

    protected override int? EndOfCommand(Token token)
    {
        if (!AtStart) return null;
        if (Is(token, "DELIMITER")) throw NeedlessDelimiter(token);
        return TextOf(token) switch
        {
            "." => throw ClientCommand(token.Start, NameOf(token), "the sqlite3 program",
                "Remove the line; of a dump keep the SQL only, and put the statements of a file that .read names in this one."),
            "\\" => throw ClientCommand(token.Start, NameOf(token), "psql", "Remove the line, and put the statements of a file that it names in this one."),
            _ => null,
        };
    }

    private string NameOf(Token mark)
    {
        var word = Lexer.Next(Source, mark.End);
        return $"{TextOf(mark)}{(word.Kind == TokenKind.Word ? TextOf(word) : "")}";
    }

    private Heading After(Token token)
    {
        switch (heading)
        {
            case Heading.None or Heading.Explain when Is(token, "CREATE"):
                return Heading.Create;
            case Heading.None when Is(token, "EXPLAIN"):
            case Heading.Explain when Is(token, "QUERY") || Is(token, "PLAN"):
                return Heading.Explain;
            case Heading.None or Heading.Explain:
                return Heading.Other;
            case Heading.Create when Is(token, "TEMP") || Is(token, "TEMPORARY"):
                return Heading.Create;
            case Heading.Create:
                return Is(token, "TRIGGER") ? Heading.Trigger : Heading.Other;
            case Heading.Trigger when Is(token, "BEGIN"):
                // a body has a statement: an END right after BEGIN closes nothing
                body.Open();
                body.Pass(token, TextOf(token));
                return Heading.Other;
            default:
                return heading;
        }
    }
}
