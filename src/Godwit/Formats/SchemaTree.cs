using System.Globalization;
using Godwit.Schema;

namespace Godwit.Formats;

/// <summary>A schema in words: a tree of its things.</summary>
public static class SchemaTree
{
    /// <summary>The things at the top: tables, views, sequences and so on, in this order.</summary>
    public static ValueList<SchemaNode> Of(DatabaseSchema schema)
    {
        ArgumentNullException.ThrowIfNull(schema);
        return
        [
            .. schema.Tables.AsEnumerable().Select(Of),
            .. schema.Views.AsEnumerable().Select(View),
            .. schema.Sequences.AsEnumerable().Select(Sequence),
            .. schema.Enums.AsEnumerable().Select(type => new SchemaNode("enum", type.Name.ToString(), string.Join(", ", type.Values))),
            .. schema.Routines.AsEnumerable().Select(routine => new SchemaNode(routine.Kind.ToString().ToLowerInvariant(), routine.Name.ToString(), routine.Arguments is null ? "" : $"({routine.Arguments})")),
            .. schema.Extensions.AsEnumerable().Select(extension => new SchemaNode("extension", extension.Name, extension.Schema is null ? "" : $"in {extension.Schema}")),
            .. schema.Natives.AsEnumerable().Select(native => Named(native.Description)),
            .. schema.Unread.AsEnumerable().Select(Named),
        ];
    }

    /// <summary>A table, with its columns, keys, checks, indexes and triggers.</summary>
    public static SchemaNode Of(Table table)
    {
        ArgumentNullException.ThrowIfNull(table);
        var words = new ConstraintWords();
        return new SchemaNode("table", table.Name.ToString(), Facts(Storage(table.Options), table.Comment))
        {
            Children =
            [
                .. table.Columns.AsEnumerable().Select(Column),
                .. table.Constraints.Select(constraint => constraint.Accept(words)),
                .. table.Indexes.AsEnumerable().Select(Index),
                .. table.Triggers.AsEnumerable().Select(Trigger),
            ],
        };
    }

    /// <summary>A view, with the indexes and triggers it may have.</summary>
    public static SchemaNode View(View view)
    {
        ArgumentNullException.ThrowIfNull(view);
        return new SchemaNode(view.IsMaterialized ? "materialized view" : "view", view.Name.ToString(), Facts(view.Columns.Count == 0 ? "" : $"({string.Join(", ", view.Columns)})", view.Comment))
        {
            Children = [.. view.Indexes.AsEnumerable().Select(Index), .. view.Triggers.AsEnumerable().Select(Trigger)],
        };
    }

    /// <summary>A column's type in few words.</summary>
    public static string TypeOf(Column column)
    {
        ArgumentNullException.ThrowIfNull(column);
        return TypeText.Short(column.Type);
    }

    private static SchemaNode Column(Column column) => new("column", column.Name, Facts(
        TypeText.Short(column.Type),
        column.IsNullable ? "" : "not null",
        column.Default is { } value ? $"default {DefaultText.Of(value)}" : "",
        column.Identity is { } identity ? Identity(identity) : "",
        column.Generated is { } generated ? $"generated as ({generated.Sql}) {generated.Storage.ToString().ToLowerInvariant()}" : "",
        column.OnUpdate is { } update ? $"on update {update}" : "",
        column.Charset is { } charset ? $"charset {charset}" : "",
        column.Collation is { } collation ? $"collate {collation}" : "",
        column.IsInvisible ? "invisible" : "",
        column.IsInherited ? "inherited" : "",
        column.Comment));

    private static string Identity(Identity identity) => identity.Kind switch
    {
        IdentityKind.Always => "identity always",
        IdentityKind.ByDefault => "identity",
        _ => "auto-increment",
    } + (identity.Start is { } start ? string.Create(CultureInfo.InvariantCulture, $" from {start}") : "")
      + (identity.Increment is { } step ? string.Create(CultureInfo.InvariantCulture, $" by {step}") : "");

    private static SchemaNode Index(TableIndex index) => new(index.IsUnique ? "unique index" : "index", index.Name, Facts(
        $"({IndexPartText.Of(index)})",
        index.Include.Count == 0 ? "" : $"include ({string.Join(", ", index.Include)})",
        index.Predicate is null ? "" : $"where {index.Predicate}",
        index.Method is null or "btree" ? "" : $"using {index.Method}",
        index.Kind is IndexKind.Ordinary ? "" : index.Kind.ToString().ToLowerInvariant(),
        index.IsInvalid ? "not in use" : "",
        index.Comment));

    private static SchemaNode Trigger(Trigger trigger) => new("trigger", trigger.Name, TriggerWords.Of(trigger.Definition));

    private static SchemaNode Sequence(Sequence sequence) => new("sequence", sequence.Name.ToString(), Facts(
        sequence.Type,
        string.Create(CultureInfo.InvariantCulture, $"from {sequence.Start ?? 1} by {sequence.Increment ?? 1}"),
        sequence.Cycles ? "cycle" : "",
        sequence.OwnedBy is { } owner ? $"of {owner.Table}.{owner.Column}" : ""));

    private static string Storage(TableOptions options) => Facts(
        options.IsTemporary ? "temporary" : "",
        options.IsUnlogged ? "unlogged" : "",
        options.IsStrict ? "strict" : "",
        options.IsWithoutRowId ? "without rowid" : "",
        options.Engine is null or "InnoDB" ? "" : $"engine {options.Engine}",
        options.Collation is { } collation ? $"collate {collation}" : "",
        options.PartitionOf is { } part ? $"partition of {part.Parent} {part.Bounds}" : "",
        options.Inherits.Count == 0 ? "" : $"inherits {string.Join(", ", options.Inherits)}",
        options.PartitionBy is { } key ? $"partitioned by {key}" : "",
        options.Parameters.Count == 0 ? "" : $"with ({string.Join(", ", options.Parameters)})");

    private static SchemaNode Named(string description)
    {
        var space = description.IndexOf(' ', StringComparison.Ordinal);
        return space < 0 ? new SchemaNode(description, "", "") : new SchemaNode(description[..space], description[(space + 1)..], "");
    }

    internal static string Facts(params ReadOnlySpan<string?> facts)
    {
        var given = new List<string>();
        foreach (var fact in facts)
        {
            if (!string.IsNullOrEmpty(fact)) given.Add(fact.ReplaceLineEndings(" "));
        }

        return string.Join(", ", given);
    }
}
