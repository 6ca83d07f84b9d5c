using System.Collections.Immutable;

namespace Godwit.Migrations;

/// <summary>What stands in a new C# migration.</summary>
internal static class CSharpTemplate
{
    /// <summary>The whole file.</summary>
    /// <param name="className">The name of its class.</param>
    /// <param name="parents">The migrations it builds on; none: the one before it.</param>
    /// <param name="draft">What it is to do.</param>
    internal static string File(string className, ImmutableArray<string> parents, MigrationDraft draft)
    {
        var (up, down) = Bodies(draft);
        var attributes = string.Concat(parents.Select(parent => $"\n[Parent({Literal(parent)})]"));
        return
            $$"""
            using Godwit;

            [Migration]{{attributes}}
            public sealed class {{className}} : Migration
            {
                public override void Up(SchemaBuilder schema){{up}}

                public override void Down(SchemaBuilder schema){{down}}
            }

            """;
    }

    /// <summary>A text as it stands in C#.</summary>
    internal static string Literal(string text) =>
        '"' + text.Replace("\\", "\\\\", StringComparison.Ordinal).Replace("\"", "\\\"", StringComparison.Ordinal) + '"';

    private static (string Up, string Down) Bodies(MigrationDraft draft) => draft switch
    {
        MigrationDraft.CreateTable(var table, var columns) => (
            Block($"schema.Create({Literal(table)}, table =>", ["table.Id();", .. columns.Select(Column), "table.Timestamps();"]),
            $" => schema.DropIfExists({Literal(table)});"),
        MigrationDraft.AddColumns(var table, var columns) => (
            Change(table, [.. columns.Select(column => Column(column with { Presence = DraftPresence.Optional }))]),
            Change(table, [DropColumns(columns)])),
        MigrationDraft.AlterTable(var table) => (
            Change(table, ["// table.String(\"column_name\").Nullable();"]),
            Change(table, ["// table.DropColumn(\"column_name\");"])),
        MigrationDraft.AddIndex index => (
            Change(index.Table, [AddIndex(index)]),
            Change(index.Table, [$"table.Drop{Method(index)}({Literal(index.FullName)});"])),
        MigrationDraft.AddForeignKey key => (
            Change(key.Table, [AddForeignKey(key)]),
            Change(key.Table, [$"table.DropForeign({Literal(key.FullName)});"])),
        _ => ("\n    {\n    }", "\n    {\n    }"),
    };

    private static string Change(string table, ImmutableArray<string> lines) => Block($"schema.Table({Literal(table)}, table =>", lines);

    private static string Block(string head, ImmutableArray<string> lines) =>
        $$"""

            {
                {{head}}
                {
                    {{string.Join("\n            ", lines)}}
                });
            }
        """;

    // A column that refers to another table is one before it may be null: Constrained comes last.
    private static string Column(DraftColumn column)
    {
        const string constrained = ".Constrained()";
        var call = "table." + DraftType.InCSharp(column);
        if (column.Presence is DraftPresence.Required) return call + ";";
        return call.EndsWith(constrained, StringComparison.Ordinal) ? $"{call[..^constrained.Length]}.Nullable(){constrained};" : call + ".Nullable();";
    }

    private static string DropColumns(ImmutableArray<DraftColumn> columns) =>
        $"table.DropColumn({Literals(columns.Select(column => column.Name))});";

    private static string AddIndex(MigrationDraft.AddIndex index)
    {
        var call = $"table.{Method(index)}({Literals(index.Columns)})";
        return index.Name is null ? call + ";" : $"{call}.Name({Literal(index.Name)});";
    }

    private static string Method(MigrationDraft.AddIndex index) => index.Kind is DraftIndexKind.Unique ? "Unique" : "Index";

    private static string AddForeignKey(MigrationDraft.AddForeignKey key)
    {
        var call = $"table.Foreign({Literal(key.Column)})";
        if (key.Name is not null) call += $".Name({Literal(key.Name)})";
        return $"{call}.References({Literal(key.ReferencedColumn)}).On({Literal(key.ReferencedTable)});";
    }

    private static string Literals(IEnumerable<string> names) => string.Join(", ", names.Select(Literal));
}
