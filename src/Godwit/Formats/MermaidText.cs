using System.Text;
using Godwit.Schema;

namespace Godwit.Formats;

/// <summary>A schema as an entity-relationship diagram in Mermaid, which many Markdown viewers draw.</summary>
public static class MermaidText
{
    /// <summary>The diagram's text.</summary>
    public static string Of(DatabaseSchema schema)
    {
        ArgumentNullException.ThrowIfNull(schema);
        var text = new StringBuilder("erDiagram\n");
        foreach (var table in schema.Tables)
        {
            if (table.Columns.Count == 0) text.Append("    ").Append(Entity(table.Name)).Append('\n');
            else Append(text, table);
        }

        foreach (var table in schema.Tables)
        {
            foreach (var key in table.ForeignKeys) Append(text, table, key);
        }

        return text.ToString();
    }

    private static void Append(StringBuilder text, Table table)
    {
        text.Append("    ").Append(Entity(table.Name)).Append(" {\n");
        foreach (var column in table.Columns)
        {
            text.Append("        ").Append(Word(TypeText.Short(column.Type))).Append(' ').Append(Word(column.Name));
            var keys = Keys(table, column.Name);
            if (keys.Count > 0) text.Append(' ').AppendJoin(", ", keys);
            if (Remark(column) is { } remark) text.Append(" \"").Append(Quotable(remark)).Append('"');
            text.Append('\n');
        }

        text.Append("    }\n");
    }

    // Rows of the one side are none or many for each of the other; of the other there is one, or perhaps none where the key may be NULL.
    private static void Append(StringBuilder text, Table table, ForeignKey key)
    {
        var isOptional = key.Columns.Any(name => table.Column(name) is { IsNullable: true });
        var isOneToOne = Covers(table.PrimaryKey?.Columns, key) || table.Uniques.Any(unique => Covers(unique.Columns, key));
        text.Append("    ").Append(Entity(key.ReferencedTable)).Append(isOptional ? " |o--" : " ||--").Append(isOneToOne ? "o| " : "o{ ")
            .Append(Entity(table.Name)).Append(" : \"").Append(Quotable(string.Join(", ", key.Columns))).Append("\"\n");
    }

    private static bool Covers(ValueList<string>? unique, ForeignKey key) => unique is not null && unique.Count == key.Columns.Count && unique.All(key.Columns.Contains);

    private static List<string> Keys(Table table, string column)
    {
        var keys = new List<string>();
        if (table.PrimaryKey is { } primary && primary.Columns.Contains(column)) keys.Add("PK");
        if (table.ForeignKeys.Any(key => key.Columns.Contains(column))) keys.Add("FK");
        if (table.Uniques.Any(unique => unique.Columns is [var only] && only == column)) keys.Add("UK");
        return keys;
    }

    // A name that cannot be written as it is stands in the remark.
    private static string? Remark(Column column)
    {
        var name = Word(column.Name) == column.Name ? null : column.Name;
        return name is null ? column.Comment : column.Comment is null ? name : $"{name}: {column.Comment}";
    }

    private static string Entity(ObjectName name)
    {
        var text = name.ToString();
        return text.All(character => char.IsAsciiLetterOrDigit(character) || character is '_') && char.IsAsciiLetter(text[0]) ? text : $"\"{Quotable(text)}\"";
    }

    // Types and columns are words of letters, digits and few signs more, and begin with a letter (Mermaid, "Entity Relationship Diagrams").
    private static string Word(string text)
    {
        var word = new StringBuilder(text.Length);
        foreach (var character in text) word.Append(char.IsAsciiLetterOrDigit(character) || character is '_' or '(' or ')' or '[' or ']' ? character : character is ',' ? '-' : '_');
        return word.Length > 0 && char.IsAsciiLetter(word[0]) ? word.ToString() : "c_" + word;
    }

    private static string Quotable(string text) => text.Replace('"', '\'').ReplaceLineEndings(" ");
}
