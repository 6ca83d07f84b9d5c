using Godwit.Sql;

namespace Godwit.MySql;

/// <summary>The statements of a script for MySQL or MariaDB.</summary>
internal sealed class MySqlStatementWalk : StatementWalk
{
    private readonly SqlModes initialModes;
    private readonly CompoundTracker compound;
    private SqlModes modes;
    private Delimiter delimiter = Delimiter.Semicolon;
    private int executable = -1;

    internal MySqlStatementWalk(SourceText source, int start, int end, SqlModes modes)
        : base(source, start, end, new MySqlLexer(modes))
    {
        initialModes = this.modes = modes;
        compound = new CompoundTracker(source);
    }

    protected override Token Read(int offset)
    {
        var text = Source.Text;
        if (delimiter.StandsAt(text, offset)) return new Token(TokenKind.Semicolon, offset, delimiter.Length);
        if (executable >= 0 && text.AsSpan(offset).StartsWith("*/")) return new Token(TokenKind.Other, offset, 2);
        return delimiter.Cut(text, Lexer.Next(Source, offset));
    }

    protected override bool Separates() => executable < 0 && !compound.IsOpen;

    protected override void Pass(Token token)
    {
        if (MySqlLexer.OpensExecutable(Source.Text, token)) executable = token.Start;
        else if (executable >= 0 && TextOf(token) is "*/") executable = -1;
        else if (delimiter.IsSemicolon) compound.Pass(token);
    }

    protected override void Ended(SqlStatement statement)
    {
        if (executable >= 0) throw Quotation.Unterminated(Source, executable, "executable comment", "*/");
        compound.Reset();
        if (SqlModeSetting.SetBy(new TokenReader(Lexer, statement), modes, initialModes) is not { } changed || changed == modes) return;
        modes = changed;
        Lexer = new MySqlLexer(modes);
    }

    protected override int? EndOfCommand(Token token)
    {
        if (token.Kind == TokenKind.Other && TextOf(token) is "\\") return EndOfBackslash(token);
        if (!AtStart || token.Kind != TokenKind.Word) return null;
        if (Is(token, "DELIMITER")) return TakeDelimiter(token);
        var command = TextOf(token).ToString();
        if (!ClientWord.IsOne(command)) return null;
        throw ClientCommand(token.Start, command, "the mysql client", ClientWord.Remedy(command));
    }

    private int TakeDelimiter(Token word)
    {
        var end = EndOfLine(word.End);
        delimiter = Delimiter.Parse(Source.Text.AsSpan(word.End, end - word.End)) ?? throw new GodwitException(
            ErrorCode.ClientCommand,
            "DELIMITER needs the text that ends statements from here on, without a backslash.",
            "Write for example DELIMITER $$ or, to go back, DELIMITER ;",
            Source.Locate(word.Start));
        return end;
    }

    // \N is NULL to the server; all others are the client's (mysql client commands, "help").
    private int? EndOfBackslash(Token token)
    {
        var letter = token.End < Source.Text.Length ? Source.Text[token.End] : ' ';
        if (letter == 'N') return null;
        throw ClientCommand(
            token.Start,
            letter is ' ' or '\r' or '\n' ? "\\" : "\\" + letter,
            "the mysql client",
            letter is 'g' or 'G' ? "End the statement with a semicolon." : "Remove it.");
    }
}
