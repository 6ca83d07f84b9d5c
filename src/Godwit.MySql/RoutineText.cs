using Godwit.Sql;

namespace Godwit.MySql;

/// <summary>Pieces of the statements that make routines and triggers.</summary>
internal static class RoutineText
{
    /// <summary>The statement with OR REPLACE after CREATE.</summary>
    internal static string WithReplace(string definition)
    {
        var words = Reader(definition);
        return words.Accept("CREATE") && !words.Is("OR") ? definition.Insert(words.Current.Start, "OR REPLACE ") : definition;
    }

    /// <summary>The statement without OR REPLACE.</summary>
    internal static string WithoutReplace(string definition)
    {
        var words = Reader(definition);
        if (!words.Accept("CREATE")) return definition;
        var start = words.Current.Start;
        return words.AcceptAll("OR", "REPLACE") ? definition.Remove(start, words.Current.Start - start) : definition;
    }

    /// <summary>The statement alone, without DELIMITER and what ends it; a text that is not one statement stays as it is.</summary>
    internal static string Statement(string definition) =>
        MySqlDialect.Instance.Splitter.Split(new SourceText("", definition), 0, definition.Length) is [var only] ? only.Text : definition;

    /// <summary>Goes past a name that may be qualified and gives it quoted, whether it was or not; null when there is none.</summary>
    internal static string? Name(TokenReader words)
    {
        if (words.Name() is not { } first) return null;
        var result = Quoted(first);
        while (words.Accept('.') && words.Name() is { } next) result += "." + Quoted(next);
        return result;
    }

    /// <summary>A name quoted, whether it was or not.</summary>
    internal static string Quoted(string name) => name.StartsWith('`') ? name : MySqlDialect.Instance.Quote(name);

    private static TokenReader Reader(string definition) => new(MySqlDialect.Instance.Splitter.Lexer, new SqlStatement(definition));
}
