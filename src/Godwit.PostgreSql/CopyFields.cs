using Godwit.Dialects;
using Godwit.Schema;

namespace Godwit.PostgreSql;

/// <summary>Writes the fields of a file in the binary forms of COPY: the common ones without a value between them.</summary>
internal static class CopyFields
{
    /// <summary>Writes a field with its length before it, as <see cref="CopyFormats.Write"/> writes its value.</summary>
    internal static void Write(CopyBuffer buffer, CopyFormat format, FieldRows rows, int row, int column)
    {
        if (rows.IsNull(row, column))
        {
            buffer.Null();
            return;
        }

        var field = rows[row, column];
        var kind = rows.Kind(column);
        if (!TryWrite(buffer, format, kind.Family, field)) CopyFormats.Write(buffer, format, FieldText.Value(field, kind));
    }

    private static bool TryWrite(CopyBuffer buffer, CopyFormat format, ValueFamily family, ReadOnlySpan<char> field)
    {
        switch (format, family)
        {
            case (CopyFormat.Text, ValueFamily.Text or ValueFamily.Enum or ValueFamily.Json or ValueFamily.Other):
                buffer.Text(field);
                return true;
            case (CopyFormat.Int16 or CopyFormat.Int32 or CopyFormat.Int64, ValueFamily.Integer) when FieldText.TryInteger(field, out var number):
                CopyFormats.WriteInteger(buffer, format, number);
                return true;
            case (CopyFormat.Numeric, ValueFamily.Decimal):
                return NumericForm.TryWrite(buffer, field);
            case (CopyFormat.Double, ValueFamily.Floating) when FieldText.TryFloating(field, out var number):
                CopyFormats.WriteDouble(buffer, number);
                return true;
            case (CopyFormat.Boolean, ValueFamily.Boolean) when field is "0" or "1":
                CopyFormats.WriteBoolean(buffer, field is "1");
                return true;
            case (CopyFormat.Timestamp or CopyFormat.TimestampWithZone, ValueFamily.DateTime) when IsoMoment.TryRead(field, out var moment):
                CopyFormats.WriteMoment(buffer, moment);
                return true;
            default:
                return false;
        }
    }
}
