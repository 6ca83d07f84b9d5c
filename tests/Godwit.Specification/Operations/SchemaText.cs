using Godwit.Schema;

namespace Godwit.Specification.Operations;

/// <summary>A schema as lines, one for each thing in it, so that a difference between two can be read.</summary>
internal static class SchemaText
{
    /// <summary>The lines, without those of Godwit's own tables; in no order but their own, because a catalog has none.</summary>
    internal static string[] Of(DatabaseSchema schema) =>
    [
        .. schema.Tables.Where(table => !table.Name.Name.StartsWith("migrations", StringComparison.Ordinal)).SelectMany(Lines)
            .Concat(schema.Views.SelectMany(Lines))
            .Concat(schema.Sequences.Select(sequence => sequence.ToString()))
            .Concat(schema.Enums.Select(type => $"enum {type.Name} {type.Values}"))
            .Concat(schema.Routines.Select(routine => routine.ToString()))
            .Concat(schema.Extensions.Select(extension => extension.ToString()))
            .Concat(schema.Schemas.Select(name => $"schema {name}"))
            .Order(StringComparer.Ordinal),
    ];

    private static IEnumerable<string> Lines(Table table)
    {
        var name = $"table {table.Name}";
        yield return $"{name} comment {table.Comment}";
        yield return $"{name} {table.Options}";
        // a column that was given back stands at the end where a database has no other place for it
        foreach (var column in table.Columns) yield return $"{name} {column}";
        foreach (var constraint in table.Constraints) yield return $"{name} {constraint}";
        foreach (var index in table.Indexes) yield return $"{name} {index}";
        foreach (var trigger in table.Triggers) yield return $"{name} {trigger}";
    }

    private static IEnumerable<string> Lines(View view)
    {
        yield return $"view {view.Name} {view.Query} {view.Columns} {view.IsMaterialized} {view.Comment}";
        foreach (var index in view.Indexes) yield return $"view {view.Name} {index}";
        foreach (var trigger in view.Triggers) yield return $"view {view.Name} {trigger}";
    }
}
