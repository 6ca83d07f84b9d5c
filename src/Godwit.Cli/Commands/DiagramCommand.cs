using Godwit.Cli.Rendering;
using Godwit.Cli.Syntax;
using Godwit.Diagrams;
using Godwit.Schema;

namespace Godwit.Cli.Commands;

/// <summary>Draws the tables with their columns and foreign keys.</summary>
internal sealed class DiagramCommand : Verb
{
    private readonly TextOption output = new("--output", "-o") { Description = "svg (default) or html.", HelpName = "FORMAT", Choices = ["svg", "html"] };
    private readonly TextOption file = new("--file") { Description = "Writes to this file.", HelpName = "PATH" };
    private readonly LiveSchema live = new();

    internal override Option[] Options => [output, file, .. live.Options];

    internal override (string Line, string Meaning)[] Examples =>
    [
        ("godwit db:diagram --file schema.svg", "A drawing of all tables."),
        ("godwit db:diagram --output html --file schema.html", "An interactive page to pan, zoom and search."),
    ];

    internal override async Task<ExitCode> RunAsync(Invocation invocation, CancellationToken cancellation)
    {
        await using var inspector = live.Open(invocation);
        var schema = await live.ReadAsync(invocation, inspector, cancellation);
        if (schema.Tables.Count == 0)
            throw new GodwitException(ErrorCode.UnknownObject, $"There are no tables in {invocation.Database.Description}.", "godwit migrate creates those in the migrations.");
        var screen = Drawn(invocation, schema);
        if (invocation.Value(file) is { } path) OutputFile.Write(invocation, path, screen);
        else invocation.Reporter.Show(screen);
        return ExitCode.Done;
    }

    // .html is enough to say which format is meant
    private TextScreen Drawn(Invocation invocation, DatabaseSchema schema)
    {
        var isPage = (invocation.Value(output) ?? Path.GetExtension(invocation.Value(file) ?? "").TrimStart('.')) is "html" or "htm";
        return isPage ? new TextScreen("html", HtmlDiagram.Of(schema, invocation.Database.Name)) : new TextScreen("svg", SvgDiagram.Of(schema));
    }
}
