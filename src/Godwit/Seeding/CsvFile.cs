using System.Runtime.CompilerServices;
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
        using var text = new StreamReader(Open(), new UTF8Encoding(encoderShouldEmitUTF8Identifier: false, throwOnInvalidBytes: true));
        var reader = new CsvReader(text);
        var table = await context.TableAsync(Table);
        var header = await RecordAsync(reader, context.Cancellation) ?? throw Invalid("The file is empty.", "Write the names of the columns into the first line.", 1);
        var target = Target(table, [.. header.Select(name => name?.Trim() ?? throw Invalid("A column has no name.", "Write the names of the columns into the first line.", 1))], 1);
        var kinds = target.Columns.Select(table.Kind).ToArray();
        var lines = new List<long>(SeedWindows.Size);
        var first = 0L;
        await context.Frame.WriteAsync(target, WindowsAsync(), number => At(lines[(int)(number - first - 1)]));

        async IAsyncEnumerable<object?[][]> WindowsAsync([EnumeratorCancellation] CancellationToken cancellation = default)
        {
            var window = new List<object?[]>(SeedWindows.Size);
            while (await RecordAsync(reader, cancellation) is { } record)
            {
                window.Add(Row(record, target, kinds, reader.Line));
                lines.Add(reader.Line);
                if (window.Count < SeedWindows.Size) continue;
                yield return window.ToArray();
                first += window.Count;
                window.Clear();
                lines.Clear();
            }

            if (window.Count > 0) yield return window.ToArray();
        }
    }

    private async ValueTask<List<string?>?> RecordAsync(CsvReader reader, CancellationToken cancellation)
    {
        try
        {
            return await reader.ReadAsync(cancellation);
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

    private object?[] Row(List<string?> record, RowTarget target, ValueKind[] kinds, long line)
    {
        if (record.Count != kinds.Length)
        {
            throw Invalid($"There are {record.Count} fields on the line, and {kinds.Length} columns in the first: {string.Join(", ", target.Names)}.",
                "Put a field that holds a comma in quotes.", line);
        }

        var row = new object?[kinds.Length];
        for (var i = 0; i < row.Length; i++) row[i] = Value(record[i], target.Columns[i], kinds[i], line);
        return row;
    }

    private object? Value(string? text, Column column, ValueKind kind, long line)
    {
        if (text is null) return column.IsNullable || kind.Family is not ValueFamily.Text ? null : "";
        try
        {
            return FieldText.Value(text, kind);
        }
        catch (FormatException wrong)
        {
            throw Invalid($"{column.Name}: {wrong.Message}", "Correct the field.", line);
        }
    }
}
