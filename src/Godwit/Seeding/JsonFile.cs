using System.Runtime.CompilerServices;
using System.Text.Json;
using Godwit.Dialects;
using Godwit.Migrations;
using Godwit.Schema;

namespace Godwit.Seeding;

/// <summary>Rows of a table as a JSON array of objects. Read a window of rows at a time.</summary>
internal sealed class JsonFile(MigrationDirectory directory, string file) : SeedFile(directory, file)
{
    private static readonly JsonSerializerOptions Options = new() { AllowTrailingCommas = true, ReadCommentHandling = JsonCommentHandling.Skip };

    internal override async Task RunAsync(SeedContext context)
    {
        await using var stream = Open();
        var table = await context.TableAsync(Table);
        await using var objects = ObjectsAsync(stream, context.Cancellation).GetAsyncEnumerator(context.Cancellation);
        if (!await objects.MoveNextAsync()) return;
        var columns = objects.Current.EnumerateObject().Select(property => property.Name).ToArray();
        var target = Target(table, columns, 1);
        var kinds = target.Columns.Select(table.Kind).ToArray();
        var windows = RowsAsync().Chunk(SeedWindows.Size).Select(rows => new SeedWindow(rows));
        await context.Frame.WriteAsync(target, SeedWindows.Ahead(windows), SeedWindows.OfAStream);

        async IAsyncEnumerable<object?[]> RowsAsync()
        {
            var number = 1L;
            do yield return Row(objects.Current, target, kinds, number++);
            while (await objects.MoveNextAsync());
        }
    }

    private async IAsyncEnumerable<JsonElement> ObjectsAsync(Stream stream, [EnumeratorCancellation] CancellationToken cancellation)
    {
        await using var elements = JsonSerializer.DeserializeAsyncEnumerable<JsonElement>(stream, Options, cancellation).GetAsyncEnumerator(cancellation);
        for (var number = 1L; await NextAsync(elements, number); number++)
        {
            if (elements.Current.ValueKind is not JsonValueKind.Object)
                throw Invalid($"Element {number} is no object.", "Write an array of objects whose keys are columns: [{ \"name\": \"admin\" }].", 1);
            yield return elements.Current;
        }
    }

    private async ValueTask<bool> NextAsync(IAsyncEnumerator<JsonElement> elements, long number)
    {
        try
        {
            return await elements.MoveNextAsync();
        }
        catch (JsonException wrong)
        {
            throw Invalid($"Element {number} is not JSON: {wrong.Message}", "Write an array of objects whose keys are columns: [{ \"name\": \"admin\" }].", (wrong.LineNumber ?? 0) + 1);
        }
    }

    private object?[] Row(JsonElement element, RowTarget target, ValueKind[] kinds, long number)
    {
        var row = new object?[kinds.Length];
        foreach (var property in element.EnumerateObject())
        {
            var place = target.Names.IndexOf(name => name == property.Name);
            if (place < 0) throw Invalid($"Object {number} has the key {property.Name}, which the first object has not.", "Let the first object have all keys; those that are missing later are NULL.", 1);
            row[place] = Value(property.Value, kinds[place], target.Names[place], number);
        }

        return row;
    }

    private object? Value(JsonElement value, ValueKind kind, string column, long number)
    {
        try
        {
            return value.ValueKind switch
            {
                JsonValueKind.Null => null,
                _ when kind.Family is ValueFamily.Json => value.GetRawText(),
                JsonValueKind.String => FieldText.Value(value.GetString()!, kind),
                JsonValueKind.True when kind.Family is ValueFamily.Boolean => true,
                JsonValueKind.False when kind.Family is ValueFamily.Boolean => false,
                _ => FieldText.Value(value.GetRawText(), kind),
            };
        }
        catch (FormatException wrong)
        {
            throw Invalid($"Object {number}, {column}: {wrong.Message}", "Correct the value.", 1);
        }
    }
}
