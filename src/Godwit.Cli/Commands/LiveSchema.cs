using Godwit.Cli.Syntax;
using Godwit.Dialects;
using Godwit.Formats;
using Godwit.Schema;

namespace Godwit.Cli.Commands;

/// <summary>The options of verbs that show what a database holds, and the reading of it.</summary>
internal sealed class LiveSchema
{
    private readonly Flag all = new("--all") { Description = "Includes Godwit's own tables." };
    private readonly ListOption schemas = new("--schema") { Description = "A schema to read besides the current one. May be repeated.", HelpName = "NAME" };

    internal Option[] Options => [all, schemas];

    /// <summary>Opens the database.</summary>
    internal SchemaInspector Open(Invocation invocation) => new(invocation.Database, invocation.Value(schemas));

    /// <summary>What it holds, without Godwit's own tables unless they are asked for.</summary>
    internal async Task<DatabaseSchema> ReadAsync(Invocation invocation, SchemaInspector inspector, CancellationToken cancellation)
    {
        var schema = await inspector.ReadAsync(cancellation);
        return invocation.Value(all) ? schema : schema.Without(new BookkeepingTables(invocation.Project.Table).UnqualifiedNames);
    }
}
