using Godwit.Sql;

namespace Godwit.MySql;

/// <summary>
/// Follows compound statements (BEGIN … END, IF, CASE, LOOP, WHILE, REPEAT, FOR) through one statement of a script, so that the
/// semicolons in them are known without DELIMITER. Their words count only where a statement can begin; elsewhere IF and REPEAT
/// are functions, CASE is an expression, and BEGIN and END can be names.
/// </summary>
internal sealed class CompoundTracker(SourceText source)
{
    private readonly Stack<Frame> frames = new();
    private readonly RoutineHeading heading = new();
    private Place place;
    private Handler handler;
    private int parentheses;
    private Token previous;
    private Place placeOfPrevious = Place.Inside;

    private enum Place
    {
        /// <summary>A statement can begin here.</summary>
        Statement,

        /// <summary>Words that describe a routine or handler are read; its statement follows.</summary>
        Heading,

        /// <summary>A statement has begun.</summary>
        Inside,
    }

    private enum Kind
    {
        Begin,
        If,
        Case,
        CaseExpression,
        LoopHead,
        Loop,
        Repeat,
        Until,
    }

    /// <summary>How much of DECLARE … HANDLER FOR was read.</summary>
    private enum Handler
    {
        None,
        Declare,
        Handler,
    }

    /// <summary>Whether semicolons belong to a compound statement.</summary>
    internal bool IsOpen => frames.Count > 0;

    /// <summary>Begins anew.</summary>
    internal void Reset()
    {
        frames.Clear();
        heading.Reset();
        place = Place.Statement;
        handler = Handler.None;
        parentheses = 0;
        placeOfPrevious = Place.Inside;
    }

    /// <summary>Goes past a token; not a blank and not a comment.</summary>
    internal void Pass(Token token)
    {
        var placeOfThis = place;
        if (IsOpen || heading.IsOpen || place != Place.Inside || placeOfPrevious == Place.Statement) Follow(token);
        previous = token;
        placeOfPrevious = placeOfThis;
    }

    private void Follow(Token token)
    {
        var keyword = token.Kind == TokenKind.Word ? Keywords.Of(TextOf(token)) : Keyword.None;
        switch (token.Kind)
        {
            case TokenKind.Semicolon:
                while (IsIn(Kind.CaseExpression)) frames.Pop();
                (place, handler, parentheses) = (IsOpen ? Place.Statement : Place.Inside, Handler.None, 0);
                break;
            case TokenKind.OpenParenthesis:
                parentheses++;
                break;
            case TokenKind.CloseParenthesis:
                parentheses--;
                break;
            case TokenKind.Word when IsIn(Kind.CaseExpression):
                FollowInExpression(keyword);
                break;
            case TokenKind.Word when parentheses == 0:
                FollowWord(keyword);
                break;
            case TokenKind.Other when IsLabelColon(token):
                place = Place.Statement;
                return;
        }

        if (place == Place.Statement && token.Kind is not (TokenKind.Semicolon or TokenKind.Word)) place = Place.Inside;
        if (heading.IsOpen && heading.EndsAt(token, keyword, parentheses)) place = Place.Heading;
    }

    private void FollowInExpression(Keyword keyword)
    {
        if (keyword == Keyword.Case) Push(Kind.CaseExpression, place);
        if (keyword == Keyword.End && frames.Peek().Parentheses == parentheses && IsOperand(previous)) frames.Pop();
    }

    private void FollowWord(Keyword keyword)
    {
        switch (keyword)
        {
            case Keyword.End:
                if (IsOpen && (place == Place.Statement || IsIn(Kind.Until))) frames.Pop();
                place = Place.Inside;
                break;
            case Keyword.Then or Keyword.Else when IsIn(Kind.If) || IsIn(Kind.Case):
                place = Place.Statement;
                break;
            case Keyword.Do when place == Place.Inside && IsIn(Kind.LoopHead):
                frames.Pop();
                Push(Kind.Loop, Place.Statement);
                break;
            case Keyword.Until when place == Place.Statement && IsIn(Kind.Repeat):
                frames.Pop();
                Push(Kind.Until, Place.Inside);
                break;
            case Keyword.Case when place == Place.Inside:
                if (IsOpen && Of(previous) != Keyword.End) Push(Kind.CaseExpression, place);
                break;
            case Keyword.Handler when handler == Handler.Declare:
                handler = Handler.Handler;
                break;
            case Keyword.For when handler == Handler.Handler:
                (place, handler) = (Place.Heading, Handler.None);
                break;
            case Keyword.Not when place == Place.Inside && !IsOpen && placeOfPrevious == Place.Statement && Of(previous) == Keyword.Begin:
                Push(Kind.Begin, Place.Statement);
                break;
            default:
                if (place != Place.Inside) BeginStatement(keyword);
                break;
        }
    }

    private void BeginStatement(Keyword keyword)
    {
        switch (keyword)
        {
            // outside of a routine BEGIN begins a transaction, unless NOT ATOMIC follows
            case Keyword.Begin when place == Place.Heading || IsOpen:
                Push(Kind.Begin, Place.Statement);
                break;
            case Keyword.If:
                Push(Kind.If, Place.Inside);
                break;
            case Keyword.Case:
                Push(Kind.Case, Place.Inside);
                break;
            case Keyword.While or Keyword.For:
                Push(Kind.LoopHead, Place.Inside);
                break;
            case Keyword.Loop:
                Push(Kind.Loop, Place.Statement);
                break;
            case Keyword.Repeat:
                Push(Kind.Repeat, Place.Statement);
                break;
            case Keyword.Not or Keyword.Atomic when IsOpen:
                break;
            case Keyword.Declare:
                (place, handler) = (Place.Inside, Handler.Declare);
                break;
            case Keyword.Set when Of(previous) == Keyword.BeforeSetType:
                break;
            default:
                if (place == Place.Statement || Keywords.BeginsSimpleStatement(keyword)) place = Place.Inside;
                break;
        }
    }

    private bool IsLabelColon(Token token) =>
        source.Text[token.Start] == ':'
        && placeOfPrevious == Place.Statement
        && (token.End >= source.Text.Length || source.Text[token.End] != '=');

    // END after an operator or a word that asks for an operand is a name.
    private bool IsOperand(Token token) => token.Kind != TokenKind.Other && !Keywords.AsksForOperand(Of(token));

    private Keyword Of(Token token) => token.Kind == TokenKind.Word ? Keywords.Of(TextOf(token)) : Keyword.None;

    private ReadOnlySpan<char> TextOf(Token token) => source.Text.AsSpan(token.Start, token.Length);

    private bool IsIn(Kind kind) => frames.TryPeek(out var frame) && frame.Kind == kind;

    private void Push(Kind kind, Place next)
    {
        frames.Push(new Frame(kind, parentheses));
        place = next;
    }

    private readonly record struct Frame(Kind Kind, int Parentheses);
}
