using Godwit.Sql;

namespace Godwit.MySql;

/// <summary>Finds the place in CREATE PROCEDURE, FUNCTION, TRIGGER or EVENT from which on the body can begin.</summary>
internal sealed class RoutineHeading
{
    private State state;

    private enum State
    {
        Nothing,
        Definition,
        Routine,
        Trigger,
        Event,
        Done,
    }

    /// <summary>Whether the place can still come.</summary>
    internal bool IsOpen => state != State.Done;

    /// <summary>Begins anew.</summary>
    internal void Reset() => state = State.Nothing;

    /// <summary>Goes past a token and says whether the body can begin after it.</summary>
    internal bool EndsAt(Token token, Keyword keyword, int parentheses)
    {
        var ends = state switch
        {
            // the parameters are in parentheses; Oracle's way of writing has AS or IS
            State.Routine => parentheses == 0 && (token.Kind == TokenKind.CloseParenthesis || keyword is Keyword.As or Keyword.Is),
            State.Trigger => keyword == Keyword.Row,
            State.Event => keyword == Keyword.Do,
            _ => false,
        };
        state = ends ? State.Done : After(keyword);
        return ends;
    }

    private State After(Keyword keyword) => state switch
    {
        State.Nothing => keyword is Keyword.Create or Keyword.Alter ? State.Definition : State.Done,
        State.Definition => keyword switch
        {
            Keyword.Procedure or Keyword.Function => State.Routine,
            Keyword.Trigger => State.Trigger,
            Keyword.Event => State.Event,
            Keyword.OtherObject => State.Done,
            _ => state,
        },
        _ => state,
    };
}
