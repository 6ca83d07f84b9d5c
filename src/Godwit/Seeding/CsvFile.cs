using System.Text;
using Godwit.Dialects;
using Godwit.Migrations;
using Godwit.Schema;

namespace Godwit.Seeding;

/// <summary>Rows of a table as comma-separated values, the names of the columns in the first line. Read a window of rows at a time.</summary>
internal sealed class CsvFile(MigrationDirectory directory, string file) : SeedFile(directory, file)
{
    internal override async Task RunAsync(SeedContext context)
    {
        using var text = new StreamReader(Open(), new UTF8Encoding(encoderShouldEmitUTF8Identifier: false, throwOnInvalidBytes: true), detectEncodingFromByteOrderMarks: true, bufferSize: 1 << 16);
        var reader = new CsvReader(text);
        var table = await context.TableAsync(Table);
        if (!Read(reader)) throw Invalid("The file is empty.", "Write the names of the columns into the first line.", 1);
        var target = Target(table, [.. Header(reader)], 1);
        await context.Frame.WriteAsync(target, SeedWindows.Ahead(Windows(reader, target, [.. target.Columns.Select(table.Kind)])), SeedWindows.OfAStream);
    }

    private IEnumerable<string> Header(CsvReader reader)
    {
        for (var place = 0; place < reader.Count; place++)
        {
            if (reader.IsNull(place)) throw Invalid("A column has no name.", "Write the names of the columns into the first line.", 1);
            yield return reader[place].Trim().ToString();
        }
    }

    private IAsyncEnumerable<SeedWindow> Windows(CsvReader reader, RowTarget target, ValueKind[] kinds) =>
        Records(reader, target, kinds).Chunk(SeedWindows.Size).Select(Window).ToAsyncEnumerable();

    private SeedWindow Window((object?[] Row, long Line)[] records) =>
        new(Array.ConvertAll(records, record => record.Row)) { Locate = place => At(records[place].Line) };

    private IEnumerable<(object?[] Row, long Line)> Records(CsvReader reader, RowTarget target, ValueKind[] kinds)
    {
        while (Read(reader)) yield return (Row(reader, target, kinds), reader.Line);
    }

    private bool Read(CsvReader reader)
    {
        try
        {
            return reader.Read();
        }
        catch (FormatException wrong)
        {
            throw Invalid(wrong.Message, "Double each quote inside a quoted field: \"say \"\"hello\"\"\".", reader.Line);
        }
        catch (DecoderFallbackException wrong)
        {
            throw new GodwitException(ErrorCode.NotUtf8, $"{ShownPath} is not UTF-8: {wrong.Message}", "Save the file as UTF-8.", At(reader.Line), inner: wrong);
        }
    }

    private object?[] Row(CsvReader reader, RowTarget target, ValueKind[] kinds)
    {
        if (reader.Count != kinds.Length)
        {
            throw Invalid($"There are {reader.Count} fields on the line, and {kinds.Length} columns in the first: {string.Join(", ", target.Names)}.",
                "Put a field that holds a comma in quotes.", reader.Line);
        }

        var row = new object?[kinds.Length];
        for (var place = 0; place < row.Length; place++) row[place] = Value(reader, place, target.Columns[place], kinds[place]);
        return row;
    }

    private object? Value(CsvReader reader, int place, Column column, ValueKind kind)
    {
        if (reader.IsNull(place)) return column.IsNullable || kind.Family is not ValueFamily.Text ? null : "";
        try
        {
            return FieldText.Value(reader[place], kind);
        }
        catch (FormatException wrong)
        {
            throw Invalid($"{column.Name}: {wrong.Message}", "Correct the field.", reader.Line);
        }
    }
}
