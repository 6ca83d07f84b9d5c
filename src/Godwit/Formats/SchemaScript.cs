using System.Text;
using Godwit.Comparison;
using Godwit.Dialects;
using Godwit.Generation;
using Godwit.Schema;

namespace Godwit.Formats;

/// <summary>A schema as an SQL script that makes it in an empty database.</summary>
public static class SchemaScript
{
    /// <summary>The statements in order, without what ends them.</summary>
    /// <param name="schema">The schema, with its definitions where they matter.</param>
    /// <param name="generator">Says operations in the SQL of its database.</param>
    /// <exception cref="GodwitException">The database cannot do something that the schema says.</exception>
    public static IReadOnlyList<string> Statements(DatabaseSchema schema, SqlGenerator generator)
    {
        ArgumentNullException.ThrowIfNull(schema);
        ArgumentNullException.ThrowIfNull(generator);
        var empty = new DatabaseSchema(schema.Product);
        var operations = SchemaComparer.Compare(empty, schema with { Unread = [] }).Operations;
        return [.. generator.Generate(operations, empty).Statements.Select(statement => statement.Text)];
    }

    /// <summary>The script. What has no statement is named in a comment at its beginning.</summary>
    /// <param name="schema">The schema that the statements make.</param>
    /// <param name="statements">The statements.</param>
    /// <param name="traits">What the database can: among that what is set before such a script, and back after it.</param>
    public static string Text(DatabaseSchema schema, IReadOnlyList<string> statements, DialectTraits traits)
    {
        ArgumentNullException.ThrowIfNull(schema);
        ArgumentNullException.ThrowIfNull(traits);
        var script = new StringBuilder();
        foreach (var unread in schema.Unread) script.Append("-- not in this script: ").Append(unread.ReplaceLineEndings(" ")).Append('\n');
        foreach (var statement in (IEnumerable<string>)[.. traits.ScriptSettings, .. statements, .. traits.ScriptSettingsBack])
        {
            if (script.Length > 0) script.Append('\n');
            Append(script, statement, schema.Product);
        }

        return script.ToString();
    }

    // The clients of MySQL and MariaDB end a statement at the first semicolon, unless they are told of another delimiter.
    private static void Append(StringBuilder script, string statement, string product)
    {
        var text = statement.TrimEnd();
        if (product is "mysql" or "mariadb" && text.Contains(';', StringComparison.Ordinal))
        {
            var delimiter = text.Contains(";;", StringComparison.Ordinal) ? "$$" : ";;";
            script.Append("DELIMITER ").Append(delimiter).Append('\n').Append(text).Append(delimiter).Append("\nDELIMITER ;\n");
            return;
        }

        // a comment at the end would hide what ends the statement
        var last = text.LastIndexOf('\n') + 1;
        script.Append(text).Append(text.AsSpan(last).Contains("--", StringComparison.Ordinal) ? "\n;\n" : ";\n");
    }
}
