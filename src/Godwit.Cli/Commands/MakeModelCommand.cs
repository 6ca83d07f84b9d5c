using System.Text.Json;
using Godwit.Cli.Rendering;
using Godwit.Cli.Syntax;
using Godwit.Configuration;
using Godwit.Dialects;
using Godwit.Migrations;
using Godwit.Schema;
using Godwit.Writing;

namespace Godwit.Cli.Commands;

/// <summary>Writes a model class: an empty one, or what a table of the database says.</summary>
internal sealed class MakeModelCommand : Verb
{
    private readonly Flag migration = new("--migration", "-m") { Description = "Also writes the migration that creates its table." };
    private readonly TextOption table = new("--from-table") { Description = "Fills it in from this table of the database.", HelpName = "TABLE" };
    private readonly Flag all = new("--all") { Description = "Writes a model for each table of the database, with keys and relations." };

    internal override Option[] Options => [migration, table, all];

    internal override Argument Argument => new("NAME", WordCount.OneOrNone, "Its name: Post. Optional with --from-table.");

    internal override (string Line, string Meaning)[] Examples =>
    [
        ("godwit make:model Post -m", "models/Post.cs, and the migration that creates posts."),
        ("godwit make:model --from-table posts", "models/Post.cs with the columns of posts."),
        ("godwit make:model --all", "A model for each table."),
    ];

    internal override async Task<ExitCode> RunAsync(Invocation invocation, CancellationToken cancellation)
    {
        var written = invocation.Value(all) || invocation.Has(table)
            ? await FromDatabaseAsync(invocation, cancellation)
            : Empty(invocation);
        invocation.Reporter.Show(new CreatedScreen([.. written.Select(path => Path.GetRelativePath(invocation.Directory, path))], written));
        return ExitCode.Done;
    }

    private string[] Empty(Invocation invocation)
    {
        var name = ClassFile.Name(invocation.Word ?? throw ClassFile.Nameless("A model", "godwit make:model Post"), "");
        var driver = invocation.Connection.Settings.Driver;
        var model = ClassFile.Create(invocation, Folder(invocation), name, Text(name, driver));
        if (!invocation.Value(migration)) return [model];
        var project = invocation.Project;
        var create = new NewMigration($"create_{ClassFile.Table(name)}_table") { Naming = project.Naming, Format = project.Format ?? MigrationFormat.CSharp, Driver = driver };
        return [model, new MigrationFileWriter(TimeProvider.System, project.Root, project.MigrationDirectories).Create(create)];
    }

    private async Task<string[]> FromDatabaseAsync(Invocation invocation, CancellationToken cancellation)
    {
        await using var session = await invocation.Database.OpenAsync(cancellation);
        var schema = await session.ReadSchemaAsync([], cancellation);
        var own = new BookkeepingTables(invocation.Project.Table).UnqualifiedNames;
        var tables = schema with { Tables = schema.Tables.Without(known => own.Contains(known.Name.Name)) };
        var wanted = invocation.Value(all) ? tables.Tables.Without(known => known.Columns.Count == 0) : [tables.Require(invocation.Value(table)!)];
        var text = new ModelText(tables, Canonical(invocation.Database.Dialect, tables), invocation.Value(all) ? null : invocation.Word is { } word ? ClassFile.Name(word, "") : null);
        var folder = Folder(invocation);
        return [.. wanted.Select(one => ClassFile.Create(invocation, folder, text.ClassOf(one), text.Of(one, wanted)))];
    }

    // A column as the database gives it back, asked of a table that has no other.
    private static Func<Schema.Column, Schema.Column> Canonical(Dialect dialect, DatabaseSchema schema) => column =>
        dialect.Normalize(new DatabaseSchema(schema.Product) { Enums = schema.Enums, Tables = [new Table("t") { Columns = [column] }] }).Tables[0].Columns[0];

    private static string Folder(Invocation invocation) =>
        invocation.Project.Models.Folders.FirstOrDefault(Directory.Exists) ?? invocation.Project.Models.Folders.FirstOrDefault() ?? invocation.Project.FullPath("models");

    // What the migration of the same name creates: its timestamps are of a type of their own on MySQL and MariaDB.
    private static string Text(string name, string driver)
    {
        var isTimestamp = driver is "mysql" or "mariadb";
        var type = isTimestamp ? "[Column(TypeName = \"timestamp\")]" : "[Precision(0)]";
        return $$"""
            {{(isTimestamp ? "using System.ComponentModel.DataAnnotations.Schema;\n" : "")}}using Godwit;

            /// <summary>A row of {{ClassFile.Table(name)}}.</summary>
            public class {{name}}
            {
                public long Id { get; set; }

                {{type}}
                public DateTime? CreatedAt { get; set; }

                {{type}}
                public DateTime? UpdatedAt { get; set; }
            }

            """;
    }

    private sealed class CreatedScreen(string[] shown, string[] paths) : Screen
    {
        internal override void WriteText(TextOutput output)
        {
            foreach (var path in shown) output.Line($"Created {path}");
        }

        internal override void WriteJson(Utf8JsonWriter json)
        {
            json.WriteStartArray("files");
            foreach (var path in paths) json.WriteStringValue(path);
            json.WriteEndArray();
        }
    }
}
