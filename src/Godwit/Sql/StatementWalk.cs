using System.Collections.Immutable;

namespace Godwit.Sql;

/// <summary>
/// One walk over a part of a script that collects its statements; made anew for each part. A dialect says which tokens separate
/// statements and which commands are meant for a client program.
/// </summary>
public abstract class StatementWalk
{
    private readonly ImmutableArray<SqlStatement>.Builder statements = ImmutableArray.CreateBuilder<SqlStatement>();
    private readonly int end;
    private int position;
    private int first = -1;
    private int last;
    private int block = -1;

    /// <summary>A walk that has not begun.</summary>
    /// <param name="source">The script.</param>
    /// <param name="start">The first offset of the part.</param>
    /// <param name="end">The offset just after the part.</param>
    /// <param name="lexer">The lexical rules at the beginning.</param>
    protected StatementWalk(SourceText source, int start, int end, SqlLexer lexer)
    {
        Source = source;
        position = start;
        this.end = Math.Min(end, source.Text.Length);
        Lexer = lexer;
    }

    /// <summary>The script.</summary>
    protected SourceText Source { get; }

    /// <summary>The lexical rules from here on.</summary>
    protected SqlLexer Lexer { get; set; }

    /// <summary>Whether no token of a statement was passed since the last one ended.</summary>
    protected bool AtStart => first < 0;

    /// <summary>Where the open statement begins.</summary>
    protected int Start => first;

    /// <summary>Goes through the part.</summary>
    /// <exception cref="GodwitException">The part is not one the database could take.</exception>
    public ImmutableArray<SqlStatement> ToEnd()
    {
        while (position < end)
        {
            var token = Within(Read(position));
            position = token.End;
            if (token.Kind == TokenKind.LineComment) TakeComment(token);
            else if (token.Kind is not (TokenKind.Whitespace or TokenKind.BlockComment)) Take(token);
        }

        if (block >= 0) throw Disorder(block, "StatementBegin", "Write -- +goose StatementEnd where the statement ends.");
        EndStatement();
        return statements.DrainToImmutable();
    }

    /// <summary>The token at an offset.</summary>
    protected virtual Token Read(int offset) => Lexer.Next(Source, offset);

    /// <summary>Whether a semicolon, or what stands for one, ends the open statement.</summary>
    protected abstract bool Separates();

    /// <summary>Takes note of a token of the open statement.</summary>
    protected abstract void Pass(Token token);

    /// <summary>Takes note that a statement has ended.</summary>
    protected abstract void Ended(SqlStatement statement);

    /// <summary>Where reading goes on after a client's command that can be left out or obeyed; null when the token begins none.</summary>
    /// <exception cref="GodwitException">The command can be neither.</exception>
    protected abstract int? EndOfCommand(Token token);

    /// <summary>The characters of a token.</summary>
    protected ReadOnlySpan<char> TextOf(Token token) => Source.Text.AsSpan(token.Start, token.Length);

    /// <summary>Whether a token is a word, in any case.</summary>
    protected bool Is(Token token, string word) =>
        token.Kind == TokenKind.Word && token.Length == word.Length && TextOf(token).Equals(word, StringComparison.OrdinalIgnoreCase);

    /// <summary>The offset where the line of an offset ends.</summary>
    protected int EndOfLine(int offset)
    {
        var length = Source.Text.AsSpan(offset).IndexOfAny('\r', '\n');
        return length < 0 ? Source.Text.Length : offset + length;
    }

    /// <summary>The failure of a command that no server understands.</summary>
    /// <param name="offset">Where the command stands.</param>
    /// <param name="command">The command, without its arguments: they can hold a password.</param>
    /// <param name="client">The program it belongs to.</param>
    /// <param name="remedy">What to write instead.</param>
    protected GodwitException ClientCommand(int offset, string command, string client, string remedy) =>
        new(ErrorCode.ClientCommand, $"{command} is a command of {client}; the database does not know it.", remedy, Source.Locate(offset));

    /// <summary>The failure of DELIMITER where a body in a script needs none.</summary>
    protected GodwitException NeedlessDelimiter(Token token) =>
        ClientCommand(
            token.Start,
            TextOf(token).ToString(),
            "the mysql client",
            "It is not needed here: remove the DELIMITER lines and end each statement with a semicolon; bodies are recognised.");

    private Token Within(Token token)
    {
        if (token.End <= end) return token;
        return token.Kind is TokenKind.String or TokenKind.QuotedIdentifier or TokenKind.BlockComment
            ? throw Quotation.Unterminated(Source, token.Start, "quoted text or comment", "the closing quote")
            : token with { Length = end - token.Start };
    }

    private void Take(Token token)
    {
        if (EndOfCommand(token) is { } resume)
        {
            position = resume;
            return;
        }

        if (token.Kind == TokenKind.Semicolon)
        {
            if (AtStart) return;
            if (block < 0 && Separates())
            {
                EndStatement();
                return;
            }
        }
        else
        {
            // what separates does not belong to the text before something follows it
            if (AtStart) first = token.Start;
            last = token.End;
        }

        Pass(token);
    }

    private void EndStatement()
    {
        if (AtStart) return;
        var statement = new SqlStatement(Source, first, Source.Text[first..last]);
        statements.Add(statement);
        Ended(statement);
        first = -1;
    }

    private void TakeComment(Token token)
    {
        var content = TextOf(token).TrimStart('-').Trim();
        if (!content.StartsWith("+goose", StringComparison.OrdinalIgnoreCase) || !BeginsLine(token.Start)) return;
        content = content["+goose".Length..].Trim();
        if (content.Equals("StatementBegin", StringComparison.OrdinalIgnoreCase)) BeginBlock(token.Start);
        else if (content.Equals("StatementEnd", StringComparison.OrdinalIgnoreCase)) EndBlock(token.Start);
    }

    private void BeginBlock(int offset)
    {
        if (block >= 0) throw Disorder(block, "StatementBegin", "Write -- +goose StatementEnd before the next one begins.");
        EndStatement();
        block = offset;
    }

    private void EndBlock(int offset)
    {
        if (block < 0) throw Disorder(offset, "StatementEnd", "Write -- +goose StatementBegin where the statement begins.");
        EndStatement();
        block = -1;
    }

    private GodwitException Disorder(int offset, string marker, string remedy) =>
        new(ErrorCode.InvalidSection, $"This {marker} has no counterpart.", remedy, Source.Locate(offset));

    private bool BeginsLine(int offset)
    {
        while (offset > 0 && Source.Text[offset - 1] is ' ' or '\t') offset--;
        return offset == 0 || Source.Text[offset - 1] is '\n' or '\r';
    }
}
