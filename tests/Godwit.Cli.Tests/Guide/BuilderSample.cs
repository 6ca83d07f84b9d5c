using System.Runtime.CompilerServices;

namespace Godwit.Cli.Tests.Guide;

/// <summary>Words of the schema builder, as the guide shows them and as they run.</summary>
/// <param name="Text">The words.</param>
/// <param name="Describe">The same words.</param>
internal sealed record BuilderSample(string Text, Action<SchemaBuilder> Describe)
{
    /// <summary>Words inside <c>schema.Create</c>.</summary>
    internal static BuilderSample Create(Action<CreateTableBlueprint> words, [CallerArgumentExpression(nameof(words))] string text = "") =>
        new(Body(text), schema => schema.Create("t", words));

    /// <summary>Words inside <c>schema.Table</c>.</summary>
    internal static BuilderSample Alter(Action<AlterTableBlueprint> words, [CallerArgumentExpression(nameof(words))] string text = "") =>
        new(Body(text), schema => schema.Table("posts", words));

    /// <summary>Words of the schema itself.</summary>
    internal static BuilderSample Of(Action<SchemaBuilder> words, [CallerArgumentExpression(nameof(words))] string text = "") => new(Body(text), words);

    // What stands after table => or schema =>, and without the table itself.
    private static string Body(string text)
    {
        var body = text[(text.IndexOf("=>", StringComparison.Ordinal) + 2)..].Trim();
        return body.StartsWith("table.", StringComparison.Ordinal) ? body["table.".Length..] : body;
    }
}
