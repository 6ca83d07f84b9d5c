using Godwit.Schema;

namespace Godwit.Formats;

/// <summary>Writes what belongs to a table as members of a JSON object.</summary>
internal sealed class TableJson(SchemaJsonWriter writer)
{
    internal void Write(Table table)
    {
        writer.Text("name", table.Name.ToString());
        writer.Objects("columns", table.Columns, Column);
        writer.Object("primaryKey", table.PrimaryKey, key =>
        {
            writer.Text("name", key.Name);
            writer.Texts("columns", key.Columns);
            Deferral(key.Deferral);
        });
        writer.Objects("uniques", table.Uniques, Unique);
        writer.Objects("foreignKeys", table.ForeignKeys, ForeignKey);
        writer.Objects("checks", table.Checks, check =>
        {
            writer.Text("name", check.Name);
            writer.Text("predicate", check.Predicate);
            writer.Flag("notValid", check.NotValid);
        });
        writer.Objects("exclusions", table.Exclusions, Exclusion);
        writer.Objects("indexes", table.Indexes, Index);
        writer.Objects("triggers", table.Triggers, writer.Trigger);
        writer.Text("comment", table.Comment);
        if (table.Options != new TableOptions()) writer.Object("options", table.Options, Options);
    }

    internal void Index(TableIndex index)
    {
        writer.Text("name", index.Name);
        writer.Text("kind", index.Kind is IndexKind.Ordinary ? null : SchemaJsonWriter.Word(index.Kind));
        writer.Flag("unique", index.IsUnique);
        writer.Objects("parts", index.Parts, Part);
        writer.Texts("include", index.Include);
        writer.Text("predicate", index.Predicate);
        writer.Text("method", index.Method);
        writer.Flag("nullsNotDistinct", index.NullsNotDistinct);
        writer.Text("language", index.Language);
        writer.Texts("options", index.Options);
        writer.Flag("invalid", index.IsInvalid);
        writer.Text("comment", index.Comment);
        writer.Text("definition", index.Definition);
    }

    private void Column(Column column)
    {
        writer.Text("name", column.Name);
        writer.Text("type", TypeText.Of(column.Type));
        writer.Flag("nullable", column.IsNullable);
        writer.Text("default", column.Default is { } value ? DefaultText.Of(value) : null);
        writer.Object("identity", column.Identity, identity =>
        {
            writer.Text("kind", SchemaJsonWriter.Word(identity.Kind));
            writer.Number("start", identity.Start);
            writer.Number("increment", identity.Increment);
        });
        writer.Object("generated", column.Generated, generated =>
        {
            writer.Text("expression", generated.Sql);
            writer.Text("storage", SchemaJsonWriter.Word(generated.Storage));
        });
        writer.Text("collation", column.Collation);
        writer.Text("charset", column.Charset);
        writer.Flag("invisible", column.IsInvisible);
        writer.Flag("inherited", column.IsInherited);
        writer.Text("onUpdate", column.OnUpdate);
        writer.Text("comment", column.Comment);
    }

    private void Unique(UniqueConstraint unique)
    {
        writer.Text("name", unique.Name);
        writer.Texts("columns", unique.Columns);
        writer.Texts("include", unique.Include);
        writer.Flag("nullsNotDistinct", unique.NullsNotDistinct);
        Deferral(unique.Deferral);
    }

    private void ForeignKey(ForeignKey key)
    {
        writer.Text("name", key.Name);
        writer.Texts("columns", key.Columns);
        writer.Text("referencedTable", key.ReferencedTable.ToString());
        writer.Texts("referencedColumns", key.ReferencedColumns);
        writer.Text("onDelete", Action(key.OnDelete));
        writer.Text("onUpdate", Action(key.OnUpdate));
        Deferral(key.Deferral);
        writer.Flag("notValid", key.NotValid);
    }

    private void Exclusion(ExclusionConstraint exclusion)
    {
        writer.Text("name", exclusion.Name);
        writer.Text("method", exclusion.Method);
        writer.Objects("elements", exclusion.Elements, element =>
        {
            writer.Text("expression", element.Expression);
            writer.Text("operator", element.Operator);
        });
        writer.Text("predicate", exclusion.Predicate);
        Deferral(exclusion.Deferral);
    }

    private void Part(IndexPart part)
    {
        writer.Text(part.Kind is IndexPartKind.Column ? "column" : "expression", part.Expression);
        writer.Flag("descending", part.Descending);
        writer.Text("nulls", part.Nulls is { } nulls ? SchemaJsonWriter.Word(nulls) : null);
        writer.Text("collation", part.Collation);
        writer.Text("operatorClass", part.OperatorClass);
        writer.Number("length", part.Length);
    }

    private void Options(TableOptions options)
    {
        writer.Flag("temporary", options.IsTemporary);
        writer.Text("engine", options.Engine);
        writer.Text("charset", options.Charset);
        writer.Text("collation", options.Collation);
        writer.Flag("strict", options.IsStrict);
        writer.Flag("withoutRowId", options.IsWithoutRowId);
        writer.Flag("unlogged", options.IsUnlogged);
        writer.Text("partitionBy", options.PartitionBy);
        writer.Object("partitionOf", options.PartitionOf, part =>
        {
            writer.Text("parent", part.Parent.ToString());
            writer.Text("bounds", part.Bounds);
        });
        writer.Texts("inherits", options.Inherits.AsEnumerable().Select(name => name.ToString()).ToValueList());
        writer.Texts("parameters", options.Parameters);
    }

    private void Deferral(Deferral deferral) => writer.Text("deferral", deferral is Godwit.Schema.Deferral.NotDeferrable ? null : SchemaJsonWriter.Word(deferral));

    private static string? Action(ReferentialAction action) => action is ReferentialAction.NoAction ? null : SchemaJsonWriter.Word(action);
}
