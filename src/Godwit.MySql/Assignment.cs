using System.Text;
using Godwit.Sql;

namespace Godwit.MySql;

/// <summary>Whom the value of a variable concerns.</summary>
internal enum VariableScope
{
    /// <summary>This session.</summary>
    Session,

    /// <summary>The server: GLOBAL, PERSIST.</summary>
    Global,

    /// <summary>A variable of the script, <c>@name</c>.</summary>
    User,
}

/// <summary>One assignment of a SET statement.</summary>
/// <param name="Scope">Whom it concerns.</param>
/// <param name="Name">The variable in small letters.</param>
/// <param name="Value">What is assigned, without blanks.</param>
internal readonly record struct Assignment(VariableScope Scope, string Name, string Value)
{
    /// <summary>The assignments after the word SET.</summary>
    internal static IEnumerable<Assignment> ReadAll(TokenReader reader)
    {
        while (!reader.AtEnd)
        {
            var (scope, name) = ReadTarget(reader);
            yield return new Assignment(scope, name, ReadValue(reader));
            reader.Advance();
        }
    }

    // [GLOBAL | SESSION | LOCAL | PERSIST] name, @@[scope.]name, @name
    private static (VariableScope Scope, string Name) ReadTarget(TokenReader reader)
    {
        var scope = VariableScope.Session;
        if (reader.Accept('@')) scope = reader.Accept('@') ? VariableScope.Session : VariableScope.User;
        if (reader.Is("GLOBAL") || reader.Is("PERSIST") || reader.Is("PERSIST_ONLY")) scope = VariableScope.Global;
        if (scope == VariableScope.Global || reader.Is("SESSION") || reader.Is("LOCAL"))
        {
            reader.Advance();
            reader.Accept('.');
            if (reader.Accept('@')) reader.Accept('@');
        }

        var name = reader.Text.Trim('`').ToString().ToLowerInvariant();
        while (!reader.AtEnd && !reader.Is('=') && !reader.Is(',')) reader.Advance();
        return (scope, name);
    }

    private static string ReadValue(TokenReader reader)
    {
        var value = new StringBuilder();
        var parentheses = 0;
        for (reader.Accept('='); !reader.AtEnd && (parentheses > 0 || !reader.Is(',')); reader.Advance())
        {
            if (reader.Current.Kind == TokenKind.OpenParenthesis) parentheses++;
            if (reader.Current.Kind == TokenKind.CloseParenthesis) parentheses--;
            value.Append(reader.Text);
        }

        return value.ToString();
    }
}
