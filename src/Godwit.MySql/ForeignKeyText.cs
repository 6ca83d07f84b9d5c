using Godwit.Sql;

namespace Godwit.MySql;

/// <summary>A foreign key in words that are the same however it was written: in a statement, or shown by the server.</summary>
internal static class ForeignKeyText
{
    /// <summary>Reads the clause of a table.</summary>
    /// <param name="clause">From CONSTRAINT or FOREIGN on.</param>
    /// <param name="lexer">The lexical rules.</param>
    /// <returns>The words from the columns on; null for what is not a foreign key.</returns>
    internal static string? Of(string clause, SqlLexer lexer)
    {
        var words = new TokenReader(lexer, new SqlStatement(clause));
        words.Accept("ADD");
        if (words.Accept("CONSTRAINT") && !words.Is("FOREIGN")) words.Name();
        if (!words.AcceptAll("FOREIGN", "KEY")) return null;
        // the name of its index
        words.AcceptAll("IF", "NOT", "EXISTS");
        words.Name();
        var text = "";
        while (!words.AtEnd)
        {
            // what is meant where nothing is said
            if (words.Accept("ON"))
            {
                var change = words.Text.ToString().ToUpperInvariant();
                words.Advance();
                if (!words.Accept("RESTRICT")) text += $" ON {change}";
                continue;
            }

            text += " " + words.Text.Trim('`').ToString().ToUpperInvariant();
            words.Advance();
        }

        return text;
    }
}
