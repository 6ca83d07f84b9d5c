using System.Text;
using System.Text.Encodings.Web;
using System.Text.Json;
using Godwit.Schema;

namespace Godwit.Formats;

/// <summary>
/// A schema as a JSON document for other programs. Names are camel case; what is null, false or empty is left out; an object in
/// another schema than the current one is named <c>schema.name</c>.
/// </summary>
public static class SchemaJson
{
    private static readonly JsonWriterOptions Options = new() { Indented = true, Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping };

    /// <summary>The document.</summary>
    public static string Text(DatabaseSchema schema)
    {
        using var buffer = new MemoryStream();
        using (var json = new Utf8JsonWriter(buffer, Options))
        {
            json.WriteStartObject();
            Write(json, schema);
            json.WriteEndObject();
        }

        return Encoding.UTF8.GetString(buffer.GetBuffer(), 0, (int)buffer.Length) + "\n";
    }

    /// <summary>The members of the document, into an object that is open.</summary>
    public static void Write(Utf8JsonWriter json, DatabaseSchema schema)
    {
        ArgumentNullException.ThrowIfNull(json);
        ArgumentNullException.ThrowIfNull(schema);
        var writer = new SchemaJsonWriter(json);
        json.WriteString("product", schema.Product);
        writer.Objects("tables", schema.Tables, table => new TableJson(writer).Write(table));
        writer.Objects("views", schema.Views, view => View(writer, view));
        writer.Objects("sequences", schema.Sequences, sequence => Sequence(writer, sequence));
        writer.Objects("enums", schema.Enums, type =>
        {
            writer.Text("name", type.Name.ToString());
            writer.Texts("values", type.Values);
        });
        writer.Objects("routines", schema.Routines, routine =>
        {
            writer.Text("name", routine.Name.ToString());
            writer.Text("kind", SchemaJsonWriter.Word(routine.Kind));
            writer.Text("arguments", routine.Arguments);
            writer.Text("definition", routine.Definition);
        });
        writer.Objects("extensions", schema.Extensions, extension =>
        {
            writer.Text("name", extension.Name);
            writer.Text("schema", extension.Schema);
        });
        writer.Texts("schemas", schema.Schemas);
        writer.Objects("natives", schema.Natives, native =>
        {
            writer.Text("description", native.Description);
            writer.Text("definition", native.Definition);
        });
        writer.Texts("unread", schema.Unread);
    }

    private static void View(SchemaJsonWriter writer, View view)
    {
        writer.Text("name", view.Name.ToString());
        writer.Flag("materialized", view.IsMaterialized);
        writer.Texts("columns", view.Columns);
        writer.Text("query", view.Query);
        writer.Objects("indexes", view.Indexes, new TableJson(writer).Index);
        writer.Objects("triggers", view.Triggers, writer.Trigger);
        writer.Text("comment", view.Comment);
    }

    private static void Sequence(SchemaJsonWriter writer, Sequence sequence)
    {
        writer.Text("name", sequence.Name.ToString());
        writer.Text("type", sequence.Type);
        writer.Number("start", sequence.Start);
        writer.Number("increment", sequence.Increment);
        writer.Number("minimum", sequence.Minimum);
        writer.Number("maximum", sequence.Maximum);
        writer.Number("cache", sequence.Cache);
        writer.Flag("cycles", sequence.Cycles);
        writer.Text("ownedBy", sequence.OwnedBy is { } owner ? $"{owner.Table}.{owner.Column}" : null);
    }
}
