namespace Godwit.Sql;

/// <summary>A variable of a script whose value is gone with the session that set it.</summary>
/// <param name="Name">The variable, as it is written.</param>
/// <param name="UsedBy">The statement that would find another value in it.</param>
public sealed record LostVariable(string Name, SqlStatement UsedBy);
