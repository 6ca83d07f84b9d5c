using Godwit.Sql;

namespace Godwit.PostgreSql;

/// <summary>
/// The statements of a script for PostgreSQL. Semicolons in parentheses (CREATE RULE) and in the body of a routine
/// (BEGIN ATOMIC) do not separate.
/// </summary>
internal sealed class PostgreSqlStatementWalk(SourceText source, int start, int end, SqlLexer lexer)
    : StatementWalk(source, start, end, lexer)
{
    private readonly SqlLexer initialLexer = lexer;
    private readonly StatementBody body = new();
    private Heading heading;
    private int parentheses;

    /// <summary>What the words so far say that the statement is.</summary>
    private enum Heading
    {
        None,
        Create,
        Routine,
        RoutineBegin,
        Copy,
        CopyFrom,
        Setting,
        Other,
    }

    protected override bool Separates() => parentheses == 0 && !body.IsOpen;

    protected override void Pass(Token token)
    {
        if (body.IsOpen) body.Pass(token, TextOf(token));
        else if (token.Kind == TokenKind.OpenParenthesis) parentheses++;
        else if (token.Kind == TokenKind.CloseParenthesis) parentheses = Math.Max(0, parentheses - 1);
        else if (parentheses == 0) heading = After(token);
    }

    protected override void Ended(SqlStatement statement)
    {
        if (heading == Heading.Setting)
        {
            var strings = StringSetting.SetBy(new TokenReader(Lexer, statement));
            if (strings is { IsDefault: true }) Lexer = initialLexer;
            else if (strings is { } set) Lexer = PostgreSqlLexer.For(set.Value);
        }

        body.Close();
        heading = Heading.None;
        parentheses = 0;
    }

    protected override int? EndOfCommand(Token token)
    {
        if (TextOf(token) is "\\") return EndOfMetaCommand(token);
        return AtStart && Is(token, "DELIMITER") ? throw NeedlessDelimiter(token) : null;
    }

    private Heading After(Token token) => heading switch
    {
        Heading.None when Is(token, "CREATE") => Heading.Create,
        Heading.None when Is(token, "COPY") => Heading.Copy,
        Heading.None when Is(token, "SET") || Is(token, "RESET") => Heading.Setting,
        Heading.Create when Is(token, "OR") || Is(token, "REPLACE") => Heading.Create,
        Heading.Create when Is(token, "FUNCTION") || Is(token, "PROCEDURE") => Heading.Routine,
        Heading.None or Heading.Create => Heading.Other,
        Heading.Routine or Heading.RoutineBegin when Is(token, "BEGIN") => Heading.RoutineBegin,
        Heading.RoutineBegin when Is(token, "ATOMIC") => OpenBody(),
        Heading.RoutineBegin => Heading.Routine,
        Heading.Copy or Heading.CopyFrom when Is(token, "FROM") => Heading.CopyFrom,
        Heading.CopyFrom when Is(token, "STDIN") => throw CopyFromStdin(),
        Heading.CopyFrom => Heading.Copy,
        _ => heading,
    };

    private Heading OpenBody()
    {
        body.Open();
        return Heading.Other;
    }

    private GodwitException CopyFromStdin() =>
        new(
            ErrorCode.CopyFromStdin,
            "COPY ... FROM STDIN takes its rows from psql, which is not there.",
            "Write the rows as INSERT statements (pg_dump --inserts), load them in a seeder, or COPY from a file on the server.",
            Source.Locate(Start));

    private int EndOfMetaCommand(Token backslash)
    {
        var end = backslash.End;
        while (end < Source.Text.Length && char.IsAsciiLetterOrDigit(Source.Text[end])) end++;
        if (end == backslash.End && end < Source.Text.Length && Source.Text[end] is not (' ' or '\t' or '\r' or '\n')) end++;
        var command = Source.Text[backslash.Start..end];
        // pg_dump writes them around a dump since CVE-2025-8714; they only mean something to psql.
        if (AtStart && command is "\\restrict" or "\\unrestrict") return EndOfLine(end);
        throw ClientCommand(backslash.Start, command, "psql", MetaCommand.Remedy(command));
    }
}
