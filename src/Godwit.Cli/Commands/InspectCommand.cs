using Godwit.Cli.Rendering;
using Godwit.Cli.Syntax;
using Godwit.Formats;

namespace Godwit.Cli.Commands;

/// <summary>Lists tables with their sizes, or shows all about one.</summary>
internal sealed class InspectCommand : Verb
{
    private const int UsualRows = 10;

    private readonly TextOption table = new("--table") { Description = "Only this table or view, in detail.", HelpName = "NAME" };
    private readonly Flag data = new("--show-data") { Description = "Also shows the table's first rows; long values are shortened." };
    private readonly NumberOption rows = new("--rows") { Description = "How many rows to show. Default: 10.", HelpName = "N" };
    private readonly LiveSchema live = new();

    internal override Option[] Options => [table, data, rows, .. live.Options];

    internal override (string Line, string Meaning)[] Examples =>
    [
        ("godwit db:inspect", "The tables with their columns, rows and sizes."),
        ("godwit db:inspect --table users", "Its columns, keys, indexes, checks and triggers."),
        ("godwit db:inspect --table users --show-data", "Also its first rows."),
    ];

    internal override async Task<ExitCode> RunAsync(Invocation invocation, CancellationToken cancellation)
    {
        var wanted = Rows(invocation);
        await using var inspector = live.Open(invocation);
        var schema = await live.ReadAsync(invocation, inspector, cancellation);
        if (invocation.Value(table) is not { } name)
        {
            invocation.Reporter.Show(new TablesScreen(invocation.Database.Description, schema, await inspector.ReadStatisticsAsync(schema, cancellation)));
            return ExitCode.Done;
        }

        var part = schema.Only(name);
        if (part.Tables is not [var only])
        {
            invocation.Reporter.Show(new SchemaScreen(part.Views[0].Name.ToString(), part));
            return ExitCode.Done;
        }

        var statistics = (await inspector.ReadStatisticsAsync(part with { Schemas = schema.Schemas, Unread = schema.Unread }, cancellation)).GetValueOrDefault(only.Name);
        var sample = wanted is { } number ? await inspector.ReadRowsAsync(only, number, TableScreen.WidestValue, cancellation) : null;
        invocation.Reporter.Show(new TableScreen(only, schema, statistics, sample));
        return ExitCode.Done;
    }

    // Null where no data is wanted.
    private int? Rows(Invocation invocation)
    {
        var number = invocation.Value(rows);
        if (!invocation.Value(data) && number is null) return null;
        if (invocation.Value(table) is null)
            throw new GodwitException(ErrorCode.Usage, "Of which table?", "godwit db:inspect --table NAME --show-data");
        return number is < 1 ? throw new GodwitException(ErrorCode.Usage, $"--rows {number} shows nothing.", "Write a number from 1.") : number ?? UsualRows;
    }
}
