using System.Collections.Immutable;
using Godwit.Comparison;
using Godwit.Dialects;
using Godwit.Operations;
using Godwit.Planning;
using Godwit.Schema;

namespace Godwit.Execution;

/// <summary>Reads the schema that migrations in C# need: beside the current one, those that they speak of.</summary>
internal static class SchemaReading
{
    internal static async Task<DatabaseSchema> ReadSchemaForAsync(this DatabaseSession session, IEnumerable<PlanStep> steps, CancellationToken cancellation)
    {
        var code = steps.Where(step => step.Migration.Script?.Code is not null).ToArray();
        var others = Named(null);
        while (true)
        {
            // A migration that asks what is there may speak of more once it is told.
            var schema = await session.ReadSchemaAsync(others, cancellation);
            var named = others.Union(Named(schema));
            if (named.Count == others.Count) return schema;
            others = named;
        }

        ImmutableHashSet<string> Named(DatabaseSchema? schema) =>
            [.. code.SelectMany(step => OtherSchemas(step.Migration.Script!.Code!, new SchemaBuilder(session.Product, step.Migration.Source!.Path, schema)))];
    }

    private static IEnumerable<string> OtherSchemas(Migration migration, SchemaBuilder builder)
    {
        var names = Enumerable.Empty<ObjectName>();
        try
        {
            migration.Up(builder);
            migration.Down(builder);
            names = [.. builder.Operations.SelectMany(Names)];
        }
        catch (Exception thrown) when (thrown is not OperationCanceledException)
        {
            // What is wrong with it is said when it is described for good, with its file and line.
        }

        return names.Select(name => name.Schema).OfType<string>().Concat(builder.Asked);
    }

    private static IEnumerable<ObjectName> Names(Operation operation)
    {
        var node = operation.Accept(OperationNodes.Instance);
        if (node.Subject is { } subject) yield return subject;
        foreach (var table in node.Tables) yield return table;
        if (OperationGroup.TableOf(operation) is { } changed) yield return changed;
        if (operation is RenameTable rename) yield return rename.To;
        if (operation is RenameEnumValue value) yield return value.Type;
    }
}
