using System.Text;
using Godwit.Schema;

namespace Godwit.Formats;

/// <summary>A schema in the Database Markup Language, which diagram editors read.</summary>
public static class DbmlText
{
    /// <summary>The text.</summary>
    public static string Of(DatabaseSchema schema)
    {
        ArgumentNullException.ThrowIfNull(schema);
        var text = new StringBuilder();
        foreach (var type in schema.Enums)
        {
            text.Append("Enum ").Append(Name(type.Name)).Append(" {\n");
            foreach (var value in type.Values) text.Append("  ").Append(Quoted(value)).Append('\n');
            text.Append("}\n\n");
        }

        foreach (var table in schema.Tables) Append(text, table);
        var said = new HashSet<string>(StringComparer.Ordinal);
        foreach (var table in schema.Tables)
        {
            foreach (var key in table.ForeignKeys) Append(text, table, key, said);
        }

        return text.ToString().TrimEnd('\n') + "\n";
    }

    private static void Append(StringBuilder text, Table table)
    {
        if (table.Columns.Count == 0)
        {
            // the language knows none
            text.Append("// ").Append(Name(table.Name)).Append(" has no columns\n\n");
            return;
        }

        text.Append("Table ").Append(Name(table.Name)).Append(" {\n");
        foreach (var column in table.Columns)
        {
            text.Append("  ").Append(Quoted(column.Name)).Append(' ').Append(Type(column.Type));
            var settings = Settings(table, column);
            if (settings.Count > 0) text.Append(" [").AppendJoin(", ", settings).Append(']');
            text.Append('\n');
        }

        AppendIndexes(text, table);
        if (table.Comment is { } comment) text.Append("\n  Note: ").Append(Literal(comment)).Append('\n');
        text.Append("}\n\n");
    }

    private static void AppendIndexes(StringBuilder text, Table table)
    {
        var lines = new List<string>();
        if (table.PrimaryKey is { Columns.Count: > 1 } key) lines.Add($"({string.Join(", ", key.Columns.Select(Quoted))}) [pk]");
        foreach (var unique in table.Uniques) lines.Add($"({string.Join(", ", unique.Columns.Select(Quoted))}) [unique{Named(unique.Name)}]");
        foreach (var index in table.Indexes)
        {
            var parts = index.Parts.Select(part => part.Kind is IndexPartKind.Column ? Quoted(part.Expression) : Expression(part.Expression));
            lines.Add($"({string.Join(", ", parts)}) [{(index.IsUnique ? "unique, " : "")}name: {Literal(index.Name)}]");
        }

        if (lines.Count == 0) return;
        text.Append("\n  indexes {\n");
        foreach (var line in lines) text.Append("    ").Append(line).Append('\n');
        text.Append("  }\n");
    }

    // Between the same columns there may be one reference only.
    private static void Append(StringBuilder text, Table table, ForeignKey key, HashSet<string> said)
    {
        var ends = $"{Columns(table.Name, key.Columns)} > {Columns(key.ReferencedTable, key.ReferencedColumns)}";
        if (!said.Add(ends)) return;
        text.Append("Ref");
        if (key.Name is not null) text.Append(' ').Append(Quoted(key.Name));
        text.Append(": ").Append(ends);
        var actions = new List<string>();
        if (key.OnDelete is not ReferentialAction.NoAction) actions.Add("delete: " + Action(key.OnDelete));
        if (key.OnUpdate is not ReferentialAction.NoAction) actions.Add("update: " + Action(key.OnUpdate));
        if (actions.Count > 0) text.Append(" [").AppendJoin(", ", actions).Append(']');
        text.Append('\n');
    }

    private static List<string> Settings(Table table, Column column)
    {
        var settings = new List<string>();
        if (table.PrimaryKey is { Columns: [var only] } && only == column.Name) settings.Add("pk");
        if (column.Identity is not null) settings.Add("increment");
        if (!column.IsNullable && !settings.Contains("pk")) settings.Add("not null");
        if (column.Default is { } value) settings.Add($"default: {Expression(DefaultText.Of(value))}");
        if (column.Comment is { } comment) settings.Add($"note: {Literal(comment)}");
        return settings;
    }

    private static string Named(string? name) => name is null ? "" : $", name: {Literal(name)}";

    private static string Columns(ObjectName table, ValueList<string> columns) =>
        columns is [var only] ? $"{Name(table)}.{Quoted(only)}" : $"{Name(table)}.({string.Join(", ", columns.Select(Quoted))})";

    private static string Action(ReferentialAction action) => action switch
    {
        ReferentialAction.Restrict => "restrict",
        ReferentialAction.Cascade => "cascade",
        ReferentialAction.SetNull => "set null",
        ReferentialAction.SetDefault => "set default",
        _ => "no action",
    };

    // A type with anything but a name and numbers in it has to stand in quotes.
    private static string Type(ColumnType type)
    {
        if (type is ColumnType.NativeEnum named) return Name(named.Name);
        var text = TypeText.Short(type);
        return text.All(character => char.IsAsciiLetterOrDigit(character) || character is '_' or '(' or ')' or ',') && char.IsAsciiLetter(text[0]) ? text : Quoted(text);
    }

    private static string Name(ObjectName name) => name.Schema is null ? Quoted(name.Name) : $"{Quoted(name.Schema)}.{Quoted(name.Name)}";

    private static string Quoted(string name) => name.Length > 0 && !char.IsAsciiDigit(name[0]) && name.All(character => char.IsAsciiLetterOrDigit(character) || character is '_')
        ? name
        : $"\"{name.Replace("\\", "\\\\", StringComparison.Ordinal).Replace("\"", "\\\"", StringComparison.Ordinal).ReplaceLineEndings(" ")}\"";

    private static string Expression(string sql) => $"`{sql.Replace('`', '"').ReplaceLineEndings(" ")}`";

    private static string Literal(string text) => text.Contains('\n', StringComparison.Ordinal)
        ? $"'''{text.Replace("\\", "\\\\", StringComparison.Ordinal).Replace("'''", "\\'''", StringComparison.Ordinal)}'''"
        : $"'{text.Replace("\\", "\\\\", StringComparison.Ordinal).Replace("'", "\\'", StringComparison.Ordinal)}'";
}
