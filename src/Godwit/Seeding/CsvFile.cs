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
        var windows = Windows(reader, target, [.. target.Columns.Select(table.Kind)], context.Frame.Run.Session.TakesFields);
        await context.Frame.WriteAsync(target, SeedWindows.Ahead(windows.ToAsyncEnumerable()), SeedWindows.OfAStream);
    }

    private IEnumerable<string> Header(CsvReader reader)
    {
        for (var place = 0; place < reader.Count; place++)
        {
            if (reader.IsNull(place)) throw Invalid("A column has no name.", "Write the names of the columns into the first line.", 1);
            yield return reader[place].Trim().ToString();
        }
    }

    private IEnumerable<SeedWindow> Windows(CsvReader reader, RowTarget target, ValueList<ValueKind> kinds, bool asFields)
    {
        while (true)
        {
            var lines = new List<long>(SeedWindows.Size);
            var fields = new FieldRows(SeedWindows.Size, kinds, (row, column, wrong) => Invalid($"{target.Names[column]}: {wrong.Message}", "Correct the field.", lines[row]));
            while (lines.Count < SeedWindows.Size && fields.Letters < SeedWindows.Letters && Read(reader))
            {
                lines.Add(reader.Line);
                Add(fields, reader, target);
            }

            if (lines.Count == 0) yield break;
            yield return new SeedWindow(asFields ? fields : Values(fields)) { Locate = place => At(lines[place]) };
        }
    }

    private static object?[][] Values(FieldRows fields)
    {
        using (fields) return [.. fields];
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

    private void Add(FieldRows rows, CsvReader reader, RowTarget target)
    {
        if (reader.Count != target.Columns.Count)
        {
            throw Invalid($"There are {reader.Count} fields on the line, and {target.Columns.Count} columns in the first: {string.Join(", ", target.Names)}.",
                "Put a field that holds a comma in quotes.", reader.Line);
        }

        for (var place = 0; place < reader.Count; place++)
        {
            // A text that may not be NULL is empty where nothing stands.
            if (reader.IsNull(place) && (target.Columns[place].IsNullable || rows.Kind(place).Family is not ValueFamily.Text)) rows.AddNull();
            else rows.Add(reader[place]);
        }
    }
}
