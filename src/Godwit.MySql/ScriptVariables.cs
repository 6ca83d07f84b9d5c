using System.Collections.Immutable;
using Godwit.Sql;

namespace Godwit.MySql;

/// <summary>
/// The variables of a script, <c>@name</c>. They last as long as their session (manual, "User-Defined Variables"): a run that goes on in
/// another one sets them again, which is of no use where the value would be another one then.
/// </summary>
internal sealed class ScriptVariables(SqlLexer lexer)
{
    /// <summary>The first variable that the statements which are left use, and whose value the statements which are done took from the database.</summary>
    internal LostVariable? FindLost(ImmutableArray<SqlStatement> done, ImmutableArray<SqlStatement> left)
    {
        var lost = new HashSet<string>(StringComparer.OrdinalIgnoreCase);
        foreach (var statement in done)
        {
            lost.UnionWith(Filled(statement));
            foreach (var assignment in Assignments(statement))
            {
                if (IsRepeatable(assignment.Value, lost)) lost.Remove(assignment.Name);
                else lost.Add(assignment.Name);
            }
        }

        foreach (var statement in left)
        {
            if (lost.Count == 0) break;
            if (Used(statement).FirstOrDefault(lost.Contains) is { } name) return new LostVariable("@" + name, statement);
            lost.ExceptWith(Assignments(statement).Select(assignment => assignment.Name));
        }

        return null;
    }

    // A constant, a setting of the server, or another variable that is.
    private bool IsRepeatable(string value, HashSet<string> lost) =>
        value is ['\'' or '"', ..] or ['@', '@', ..]
        || value.ToUpperInvariant() is "NULL" or "TRUE" or "FALSE"
        || (value is ['@', ..] && !Mentioned(new SqlStatement(value)).Any(lost.Contains))
        || value.All(letter => char.IsAsciiDigit(letter) || letter is '.' or '-');

    private Assignment[] Assignments(SqlStatement statement)
    {
        var reader = new TokenReader(lexer, statement);
        return reader.Accept("SET") ? [.. Assignment.ReadAll(reader).Where(assignment => assignment.Scope is VariableScope.User)] : [];
    }

    private IEnumerable<string> Used(SqlStatement statement)
    {
        var isSet = new TokenReader(lexer, statement).Is("SET");
        return isSet ? Assignments(statement).SelectMany(assignment => Mentioned(new SqlStatement(assignment.Value))) : Mentioned(statement);
    }

    // SELECT … INTO @a, @b; @a := …; what a procedure gives back.
    private IEnumerable<string> Filled(SqlStatement statement)
    {
        var reader = new TokenReader(lexer, statement);
        if (reader.Is("SET")) yield break;
        var isCall = reader.Is("CALL");
        for (var isList = false; !reader.AtEnd;)
        {
            if (reader.Accept("INTO")) isList = true;
            else if (Variable(reader) is { } name)
            {
                if (isCall || isList || reader.Is(':') || (reader.Current.Kind is TokenKind.Other && reader.Text.StartsWith(":="))) yield return name;
            }
            else
            {
                isList = isList && reader.Is(',');
                reader.Advance();
            }
        }
    }

    private IEnumerable<string> Mentioned(SqlStatement statement)
    {
        if (!statement.Text.Contains('@', StringComparison.Ordinal)) yield break;
        for (var reader = new TokenReader(lexer, statement); !reader.AtEnd;)
        {
            if (Variable(reader) is { } name) yield return name;
            else if (!reader.AtEnd) reader.Advance();
        }
    }

    // Goes past a variable and gives its name; past a setting of the server, @@name, without one.
    private static string? Variable(TokenReader reader)
    {
        if (!reader.Accept('@')) return null;
        var isSetting = reader.Accept('@');
        var name = reader.Text.Trim("`'\"").ToString();
        reader.Advance();
        return isSetting ? null : name;
    }
}
