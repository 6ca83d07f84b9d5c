using System.Text.Json;
using Godwit.Comparison;
using Godwit.Operations;
using Godwit.Schema;

namespace Godwit.Cli.Rendering;

/// <summary>The differences between two schemas, a line each.</summary>
internal static class DifferenceText
{
    internal static void Write(TextOutput output, SchemaDifference difference, IEnumerable<string> undecided)
    {
        foreach (var operation in difference.Operations)
        {
            output.Line(($"  {Mark(operation)} ", StyleOf(operation)), (Sentence(operation), Style.Plain));
            if (operation is AlterColumn { Old: not null } alter)
            {
                foreach (var line in Changes(alter)) output.Line("      " + line, Style.Faint);
            }
        }

        foreach (var rename in difference.Unanswered) output.Paragraph($"? perhaps renamed: {rename.Rename}", 2, Style.Warning);
        foreach (var change in difference.Unsupported) output.Paragraph($"! {change.Problem} {change.Advice}", 2, Style.Warning);
        foreach (var sentence in undecided) output.Paragraph($"! {sentence}", 2, Style.Warning);
    }

    /// <summary>What the models have that was not compared.</summary>
    internal static void WriteUnread(TextOutput output, IReadOnlyCollection<string> unread)
    {
        if (unread.Count > 0) output.Paragraph($"Not read from the models, and left unchanged: {string.Join("; ", unread)}.", 2, Style.Hint);
    }

    internal static void WriteJson(Utf8JsonWriter json, SchemaDifference difference, IEnumerable<string> undecided, IEnumerable<string> unread)
    {
        json.WriteStartArray("operations");
        foreach (var operation in difference.Operations)
        {
            json.WriteStartObject();
            json.WriteString("kind", Kind(operation));
            json.WriteString("summary", Sentence(operation));
            if (operation is AlterColumn { Old: not null } alter)
            {
                json.WriteStartArray("changes");
                foreach (var line in Changes(alter)) json.WriteStringValue(line);
                json.WriteEndArray();
            }

            json.WriteEndObject();
        }

        json.WriteEndArray();
        Texts(json, "renames", difference.Unanswered.Select(rename => rename.Rename.ToString()));
        Texts(json, "unsupported", difference.Unsupported.Select(change => $"{change.Problem} {change.Advice}"));
        Texts(json, "undecided", undecided);
        Texts(json, "unread", unread);
    }

    internal static void Texts(Utf8JsonWriter json, string name, IEnumerable<string> texts)
    {
        json.WriteStartArray(name);
        foreach (var text in texts) json.WriteStringValue(text);
        json.WriteEndArray();
    }

    /// <summary>What a change makes of a column, an attribute a line, each with both sides.</summary>
    private static IEnumerable<string> Changes(AlterColumn alter)
    {
        var (old, change) = (alter.Old!, alter.Change);
        if (change.Type is { } type) yield return $"type {Words(old.Type)} → {Words(type)}";
        if (change.IsNullable is { } nullable) yield return nullable ? "NOT NULL → NULL" : "NULL → NOT NULL";
        if (change.Default is { } value) yield return $"default {Words(old.Default)} → {Words(value.Value)}";
        if (change.Identity is { } identity) yield return $"identity {Words(old.Identity)} → {Words(identity.Value)}";
        if (change.Generated is { } generated) yield return $"generated as {old.Generated?.Sql ?? "nothing"} → {generated.Value?.Sql ?? "nothing"}";
        if (change.Collation is { } collation) yield return $"collation {old.Collation ?? "usual"} → {collation.Value ?? "usual"}";
        if (change.Charset is { } charset) yield return $"character set {old.Charset ?? "usual"} → {charset.Value ?? "usual"}";
        if (change.Comment is { } comment) yield return $"comment '{old.Comment}' → '{comment.Value}'";
        if (change.OnUpdate is { } update) yield return $"on update {old.OnUpdate ?? "nothing"} → {update.Value ?? "nothing"}";
        if (change.IsInvisible is { } invisible) yield return invisible ? "visible → invisible" : "invisible → visible";
    }

    private static string Words(ColumnType type) => type is ColumnType.Native native ? native.Sql : type.ToString();

    private static string Words(Identity? identity) => identity is null ? "none" : CodeText.Of(identity.Kind);

    private static string Words(DefaultValue? value) => value switch
    {
        null => "none",
        DefaultValue.Literal literal => literal.Value is string text ? $"'{text}'" : Convert.ToString(literal.Value, System.Globalization.CultureInfo.InvariantCulture) ?? "NULL",
        DefaultValue.Expression expression => expression.Sql,
        _ => "the current time",
    };

    private static string Sentence(Operation operation) => operation.Summary.Replace("  ", " ", StringComparison.Ordinal);

    private static string Kind(Operation operation)
    {
        var name = operation.GetType().Name;
        return string.Concat(name.Select((letter, place) => char.IsAsciiLetterUpper(letter) ? $"{(place == 0 ? "" : "-")}{char.ToLowerInvariant(letter)}" : letter.ToString()));
    }

    private static string Mark(Operation operation) => IsGoing(operation) ? "-" : IsComing(operation) ? "+" : "~";

    private static Style StyleOf(Operation operation) => IsGoing(operation) ? Style.Bad : IsComing(operation) ? Style.Good : Style.Warning;

    private static bool IsGoing(Operation operation) => operation is DropTable or DropColumn or DropConstraint or DropIndex or DropView or DropSequence or DropEnum or DropExtension or DropRoutine or DropTrigger or DropSchema;

    private static bool IsComing(Operation operation) => operation is CreateTable or AddColumn or AddConstraint or CreateIndex or CreateView or CreateSequence or CreateEnum or CreateExtension or CreateRoutine or CreateTrigger or CreateSchema or AddEnumValue;
}
