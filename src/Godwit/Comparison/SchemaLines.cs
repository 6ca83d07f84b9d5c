using System.Collections.Immutable;
using Godwit.Schema;

namespace Godwit.Comparison;

/// <summary>A schema as lines, one for each thing in it, so that two can be compared as texts are. The order of columns is no difference.</summary>
internal static class SchemaLines
{
    /// <summary>The lines, sorted.</summary>
    internal static ImmutableArray<string> Of(DatabaseSchema schema) =>
    [
        .. schema.Tables.SelectMany(Table)
            .Concat(schema.Views.SelectMany(View))
            .Concat(schema.Sequences.Select(sequence => $"sequence {sequence.Name}: {Plain(sequence.ToString())}"))
            .Concat(schema.Enums.Select(type => $"type {type.Name}: {string.Join(", ", type.Values)}"))
            .Concat(schema.Routines.Select(routine => $"{Word(routine.Kind)} {routine.Name}: {Single(routine.Definition)}"))
            .Concat(schema.Extensions.Select(extension => $"extension {extension.Name}"))
            .Concat(schema.Schemas.Select(name => $"schema {name}"))
            .Concat(schema.Unread)
            .Order(StringComparer.Ordinal),
    ];

    /// <summary>What one list of lines has that the other has not: <c>- </c> before those that are gone, <c>+ </c> before those that came.</summary>
    internal static ImmutableArray<string> Difference(ImmutableArray<string> before, ImmutableArray<string> after) =>
        [.. before.Except(after).Select(line => "- " + line), .. after.Except(before).Select(line => "+ " + line)];

    private static IEnumerable<string> Table(Table table)
    {
        // the number that the next row gets is no part of the schema
        yield return $"table {table.Name}: {Plain((table.Options with { AutoIncrementStart = null }).ToString())}{Comment(table.Comment)}";
        foreach (var column in table.Columns) yield return $"column {table.Name}.{column.Name}: {Column(column)}";
        foreach (var constraint in table.Constraints) yield return $"constraint of {table.Name}: {Plain(constraint.ToString())}";
        foreach (var index in table.Indexes) yield return Index(table.Name, index);
        foreach (var trigger in table.Triggers) yield return $"trigger {trigger.Name} of {table.Name}: {Single(trigger.Definition)}";
    }

    private static IEnumerable<string> View(View view)
    {
        yield return $"{(view.IsMaterialized ? "materialized view" : "view")} {view.Name}: {Single(view.Query)}{Comment(view.Comment)}";
        foreach (var index in view.Indexes) yield return Index(view.Name, index);
        foreach (var trigger in view.Triggers) yield return $"trigger {trigger.Name} of {view.Name}: {Single(trigger.Definition)}";
    }

    // One that is over columns and nothing more is said in SQL's words; of any other, all that there is.
    private static string Index(ObjectName table, TableIndex index)
    {
        var all = index with { Name = "", Definition = null };
        var plain = new TableIndex("", [.. index.Parts.Select(part => new IndexPart(part.Expression))]) { IsUnique = index.IsUnique };
        var words = all == plain ? $"({string.Join(", ", index.Parts.Select(part => part.Expression))})" : Plain(all.ToString());
        return $"index {index.Name} of {table}: {(index.IsUnique ? "unique " : "")}{words}";
    }

    private static string Column(Column column) =>
        (column.Type is ColumnType.Native native ? native.Sql : Plain(column.Type.ToString()))
        + (column.IsNullable ? "" : " not null")
        + (column.Default is null ? "" : $" default {Plain(column.Default.ToString()!)}")
        + (column.Identity is null ? "" : $" {Plain(column.Identity.ToString()!)}")
        + (column.Generated is null ? "" : $" generated as ({Single(column.Generated.Sql)}) {column.Generated.Storage}")
        + (column.Collation is null ? "" : $" collate {column.Collation}")
        + (column.Charset is null ? "" : $" character set {column.Charset}")
        + (column.OnUpdate is null ? "" : $" on update {column.OnUpdate}")
        + (column.IsInvisible ? " invisible" : "")
        + Comment(column.Comment);

    private static string Comment(string? comment) => comment is null ? "" : $" comment '{comment}'";

    // Text { Size = Regular } as Text (Size = Regular)
    private static string Plain(string record) => Single(record).Replace(" { ", " (", StringComparison.Ordinal).Replace(" }", ")", StringComparison.Ordinal).Replace("()", "", StringComparison.Ordinal);

    private static string Single(string text) => string.Join(' ', text.Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries));

    private static string Word(RoutineKind kind) => kind.ToString().ToLower(System.Globalization.CultureInfo.InvariantCulture);
}
