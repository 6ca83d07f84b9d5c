using Godwit.Dialects;
using Godwit.Schema;
using Xunit;

namespace Godwit.PostgreSql.Tests;

public sealed class CopyFieldsTest
{
    private static readonly (string Type, string[] Texts)[] Samples =
    [
        ("bigint", ["0", " -7 ", "+12", "9223372036854775807", "-9223372036854775808"]),
        ("integer", ["0", "2147483647", "-2147483648"]),
        ("smallint", ["-32768", "32767"]),
        ("boolean", ["0", "1", "true", "F", "yes", "off"]),
        ("numeric(30,10)", ["0", "-0.0", "12.50", "0.0001", "10000", "123456789012345678.9", "-0.00012", "79228162514264337593"]),
        ("double precision", ["0", "-1.5e-300", "1E10", "0.1"]),
        ("real", ["1.5", "-2e3"]),
        ("text", ["", "ünï 🐦", "two\nlines"]),
        ("varchar(20)", ["plain"]),
        ("jsonb", ["{\"a\": 1}"]),
        ("json", ["[]"]),
        ("date", ["2024-02-29", "0001-01-01"]),
        ("timestamp", ["2024-02-29 23:59:58", "2024-02-29T23:59:58", "2024-02-29 23:59:58.123456", "2024-02-29 23:59:58+02"]),
        ("timestamptz", ["2024-02-29 23:59:58", "2024-02-29 23:59:58.5Z", "2024-02-29T23:59:58+02:00"]),
        ("time", ["23:59:58", "00:00"]),
        ("uuid", ["0f8fad5b-d9cb-469f-a165-70867728950e", "{0F8FAD5B-D9CB-469F-A165-70867728950E}"]),
        ("bytea", [@"\x00ff", "0x00FF", ""]),
    ];

    [Fact]
    public void A_field_has_the_form_that_its_value_has() =>
        Assert.All(Samples.SelectMany(sample => sample.Texts.Select(text => (sample.Type, text))), sample => AssertFormOfItsValue(sample.Type, sample.text));

    [Theory]
    [InlineData("integer", "2147483648")]
    [InlineData("smallint", "-32769")]
    public void A_number_that_is_too_large_for_its_type_is_refused(string type, string text)
    {
        var column = new ColumnType.Native(type);
        using var rows = new FieldRows(1, [ValueKind.Of(column, [])], (_, _, wrong) => throw wrong);
        rows.Add(text);

        Assert.Throws<OverflowException>(() => CopyFields.Write(new CopyBuffer(), CopyFormats.Of(column)!.Value, rows, 0, 0));
    }

    [Fact]
    public void A_NULL_has_no_form()
    {
        using var rows = new FieldRows(1, [new ValueKind(ValueFamily.Integer)], (_, _, wrong) => throw wrong);
        rows.AddNull();
        var buffer = new CopyBuffer();

        CopyFields.Write(buffer, CopyFormat.Int64, rows, 0, 0);

        Assert.Equal([0xff, 0xff, 0xff, 0xff], buffer.Written.ToArray());
    }

    private static void AssertFormOfItsValue(string type, string text)
    {
        var column = new ColumnType.Native(type);
        var (format, kind) = (CopyFormats.Of(column)!.Value, ValueKind.Of(column, []));
        using var rows = new FieldRows(1, [kind], (_, _, wrong) => throw wrong);
        rows.Add(text);
        var (fields, values) = (new CopyBuffer(), new CopyBuffer());

        CopyFields.Write(fields, format, rows, 0, 0);
        CopyFormats.Write(values, format, rows[0][0]);

        Assert.Equal(values.Written.ToArray(), fields.Written.ToArray());
    }
}
