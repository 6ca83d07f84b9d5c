namespace Godwit.Sql;

/// <summary>
/// A body whose statements end in semicolons, as a trigger of SQLite or a routine of PostgreSQL has it. Only an END that follows
/// a semicolon, or the body's opening, closes it: any other END belongs to a CASE or is a name.
/// </summary>
public sealed class StatementBody
{
    private Position position;

    private enum Position
    {
        Outside,
        BetweenStatements,
        InStatement,
    }

    /// <summary>Whether semicolons belong to the body.</summary>
    public bool IsOpen => position != Position.Outside;

    /// <summary>Begins the body.</summary>
    public void Open() => position = Position.BetweenStatements;

    /// <summary>Ends the body, whatever it lacks.</summary>
    public void Close() => position = Position.Outside;

    /// <summary>Goes past a token of the body.</summary>
    /// <param name="token">The token; not a blank and not a comment.</param>
    /// <param name="text">Its characters.</param>
    public void Pass(Token token, ReadOnlySpan<char> text)
    {
        if (!IsOpen) return;
        if (token.Kind == TokenKind.Semicolon) position = Position.BetweenStatements;
        else if (position == Position.BetweenStatements && text.Equals("END", StringComparison.OrdinalIgnoreCase)) Close();
        else position = Position.InStatement;
    }
}
