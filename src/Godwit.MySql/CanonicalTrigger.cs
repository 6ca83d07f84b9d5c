using Godwit.Schema;
using Godwit.Sql;

namespace Godwit.MySql;

/// <summary>The statements that make triggers, with one spelling of what comes before the body.</summary>
internal static class CanonicalTrigger
{
    internal static Trigger Of(Trigger trigger) => trigger with { Definition = Text(RoutineText.Statement(trigger.Definition)) };

    /// <summary>The statement that makes a trigger out of what the catalog keeps of it.</summary>
    internal static string Text(string name, string timing, string happening, string table, string body) =>
        $"CREATE TRIGGER {name} {timing.ToUpperInvariant()} {happening.ToUpperInvariant()} ON {table} FOR EACH ROW {body}";

    // What is written otherwise than this grammar stays as it is. Whose the trigger is, and which it follows, is not compared.
    private static string Text(string definition)
    {
        var words = new TokenReader(MySqlDialect.Instance.Splitter.Lexer, new SqlStatement(definition));
        if (!words.Accept("CREATE") || !words.Find("TRIGGER")) return definition;
        words.Advance();
        words.AcceptAll("IF", "NOT", "EXISTS");
        if (RoutineText.Name(words) is not { } name || words.Name() is not { } timing || words.Name() is not { } happening || !words.Accept("ON")) return definition;
        if (RoutineText.Name(words) is not { } table || !words.AcceptAll("FOR", "EACH", "ROW")) return definition;
        if (words.Accept("FOLLOWS") || words.Accept("PRECEDES")) words.QualifiedName();
        return Text(name, timing, happening, table, definition[words.Current.Start..].TrimEnd().TrimEnd(';').TrimEnd());
    }
}
