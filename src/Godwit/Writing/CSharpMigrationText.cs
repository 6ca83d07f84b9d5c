using System.Text;
using Godwit.Operations;
using Godwit.Schema;

namespace Godwit.Writing;

/// <summary>Writes operations as a migration in C#, as a person would.</summary>
public static class CSharpMigrationText
{
    private const string Indent = "    ";

    /// <summary>
    /// The whole file. What loses data has a comment above it. Down is left out where it can be derived from Up; otherwise it is
    /// written, with a comment for what only a person knows.
    /// </summary>
    /// <param name="className">The name of the class.</param>
    /// <param name="operations">The operations, with the old side of what they change and drop.</param>
    /// <param name="notes">What could not be decided: sentences that stand as comments at the top of Up.</param>
    /// <param name="product">The database by name, in whose words types and expressions may be.</param>
    /// <exception cref="GodwitException">An operation drops a constraint that has no name and no columns.</exception>
    public static string Of(string className, IReadOnlyList<Operation> operations, IReadOnlyList<string> notes, string product)
    {
        var text = new OperationText(product);
        var body = Class(className, "");
        AppendMethod(body, "Up", [.. notes.Select(Comment), .. Statements(operations, text)]);
        var reversals = operations.Reverse().Select(operation => (Operation: operation, Reversal: operation.Reverse())).ToArray();
        if (reversals.Any(step => step.Reversal is Reversal.None))
        {
            body.Append('\n');
            AppendMethod(body, "Down", [.. reversals.Select(step => step.Reversal).OfType<Reversal.None>().Select(none => none.Advice).Distinct().Select(Comment),
                .. Statements([.. reversals.Select(step => step.Reversal).OfType<Reversal.By>().SelectMany(by => by.Operations)], text)]);
        }

        return body.Append("}\n").ToString();
    }

    /// <summary>The whole file of a baseline, which has no way back.</summary>
    /// <param name="className">The name of the class.</param>
    /// <param name="operations">The operations, which make everything out of nothing.</param>
    /// <param name="replaced">The ids of the migrations that it stands for.</param>
    /// <param name="notes">Sentences that stand as comments at the top of Up.</param>
    /// <param name="product">The database by name, in whose words types and expressions may be.</param>
    public static string OfBaseline(string className, IReadOnlyList<Operation> operations, IReadOnlyList<string> replaced, IReadOnlyList<string> notes, string product)
    {
        var body = Class(className, $"[Baseline{Arguments(replaced)}]\n");
        AppendMethod(body, "Up", [.. notes.Select(Comment), .. Statements(operations, new OperationText(product))]);
        return body.Append("}\n").ToString();
    }

    private static StringBuilder Class(string className, string attributes) =>
        new StringBuilder($"using Godwit;\n\n[Migration]\n{attributes}public sealed class ").Append(className).Append(" : Migration\n{\n");

    private static string Arguments(IReadOnlyList<string> texts) =>
        texts.Count == 0 ? "" : $"(\n{Indent}{string.Join($",\n{Indent}", texts.Select(CSharpLiteral.Text))})";

    private static string Comment(string sentence) => $"// {sentence.ReplaceLineEndings(" ")}";

    private static void AppendMethod(StringBuilder body, string name, IEnumerable<string> lines)
    {
        body.Append(Indent).Append("public override void ").Append(name).Append("(SchemaBuilder schema)\n").Append(Indent).Append("{\n");
        foreach (var line in lines) Append(body, line);
        body.Append(Indent).Append("}\n");
    }

    // A text between three quotes may be moved: the indentation of its last line is taken off all of them.
    private static void Append(StringBuilder body, string lines)
    {
        foreach (var line in lines.Split('\n')) body.Append(line.Length == 0 ? "" : Indent + Indent).Append(line).Append('\n');
    }

    private static IEnumerable<string> Statements(IReadOnlyList<Operation> operations, OperationText text)
    {
        var isFirst = true;
        for (var i = 0; i < operations.Count;)
        {
            var sentence = operations[i].Accept(text);
            var group = new List<(string? Warning, string Call)>();
            do
            {
                var next = operations[i].Accept(text);
                var warning = DataLoss.Warning(operations[i]);
                group.AddRange(next.Calls.Select((call, place) => (place == 0 ? warning : null, call)));
                i++;
            }
            while (sentence.Table is not null && i < operations.Count && operations[i].Accept(text).Table == sentence.Table);

            var block = sentence.Table is { } table ? OfTable(table, group) : OfSchema(sentence, group);
            if (!isFirst && block.Contains('{', StringComparison.Ordinal)) yield return "";
            isFirst = false;
            yield return block;
        }
    }

    private static string OfSchema(Sentence sentence, List<(string? Warning, string Call)> group)
    {
        if (sentence.Inside is { } inside) return Callback($"schema.{group[0].Call}", inside.Select(call => ((string?)null, call)));
        return string.Join('\n', group.Select(line => (line.Warning is null ? "" : Comment(line.Warning) + "\n") + $"schema.{line.Call};"));
    }

    private static string OfTable(ObjectName table, List<(string? Warning, string Call)> group)
    {
        var name = CSharpLiteral.Text(table.ToString());
        if (group is not [var only] || only.Call.Contains('\n', StringComparison.Ordinal)) return Callback($"schema.Table({name}, table =>", group);
        return (only.Warning is null ? "" : Comment(only.Warning) + "\n") + $"schema.Table({name}, table => table.{only.Call});";
    }

    private static string Callback(string opening, IEnumerable<(string? Warning, string Call)> calls)
    {
        var block = new StringBuilder(opening).Append("\n{\n");
        foreach (var (warning, call) in calls)
        {
            if (warning is not null) block.Append(Indent).Append(Comment(warning)).Append('\n');
            block.Append(Indent).Append("table.").Append(call.Replace("\n", "\n" + Indent, StringComparison.Ordinal)).Append(";\n");
        }

        return block.Append("});").ToString();
    }
}
