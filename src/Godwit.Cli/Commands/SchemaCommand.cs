using Godwit.Cli.Rendering;
using Godwit.Cli.Syntax;
using Godwit.Formats;
using Godwit.Schema;

namespace Godwit.Cli.Commands;

/// <summary>Shows the schema as a tree, or writes it in another format.</summary>
internal sealed class SchemaCommand : Verb
{
    private readonly TextOption table = new("--table") { Description = "Only this table or view.", HelpName = "NAME" };

    private readonly TextOption output = new("--output", "-o")
    {
        Description = "tree (default), sql, json, mermaid or dbml.",
        HelpName = "FORMAT",
        Choices = ["tree", "sql", "json", "mermaid", "dbml"],
    };

    private readonly TextOption file = new("--file") { Description = "Writes to this file.", HelpName = "PATH" };
    private readonly LiveSchema live = new();

    internal override Option[] Options => [table, output, file, .. live.Options];

    internal override (string Line, string Meaning)[] Examples =>
    [
        ("godwit db:schema", "Everything, as a tree."),
        ("godwit db:schema --output sql --file schema.sql", "A script that makes the same schema in an empty database."),
        ("godwit db:schema --table users --output mermaid", "One table, as a diagram for Markdown."),
    ];

    internal override async Task<ExitCode> RunAsync(Invocation invocation, CancellationToken cancellation)
    {
        await using var inspector = live.Open(invocation);
        var schema = await live.ReadAsync(invocation, inspector, cancellation);
        var format = invocation.Value(output) ?? "tree";
        if (format == "sql") schema = await inspector.ReadDefinitionsAsync(schema, cancellation);
        if (invocation.Value(table) is { } name) schema = schema.Only(name);
        var title = invocation.Value(table) is null ? invocation.Database.Description : null;
        var screen = format switch
        {
            "sql" => new TextScreen("sql", await ScriptAsync(invocation, inspector, schema, cancellation)),
            "json" => new TextScreen("json", SchemaJson.Text(schema)),
            "mermaid" => new TextScreen("mermaid", MermaidText.Of(schema)),
            "dbml" => new TextScreen("dbml", DbmlText.Of(schema)),
            _ => (Screen)new SchemaScreen(title, schema),
        };
        if (invocation.Value(file) is { } path) OutputFile.Write(invocation, path, screen);
        else invocation.Reporter.Show(screen);
        return ExitCode.Done;
    }

    private static async Task<string> ScriptAsync(Invocation invocation, SchemaInspector inspector, DatabaseSchema schema, CancellationToken cancellation)
    {
        if (schema.Unread.Count > 0)
            invocation.Reporter.Note($"Not in the script, because there is no statement for it: {string.Join(", ", schema.Unread)}.", Style.Warning);
        return await inspector.ScriptAsync(schema, cancellation);
    }
}
