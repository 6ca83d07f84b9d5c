namespace Godwit.Dialects;

/// <summary>
/// Reads the form in which programs write a date and a time, <c>2026-01-31 13:45:00</c>, with T or a blank between them (ISO 8601, RFC 3339). It
/// is much quicker than what reads any form.
/// </summary>
internal static class IsoMoment
{
    private const string Form = "0000-00-00 00:00:00";

    /// <summary>Reads a text of that form, without fractions of a second and without a zone.</summary>
    internal static bool TryRead(ReadOnlySpan<char> text, out DateTime moment)
    {
        moment = default;
        if (text.Length != Form.Length) return false;
        for (var place = 0; place < Form.Length; place++)
        {
            if (!(Form[place] is '0' ? char.IsAsciiDigit(text[place]) : text[place] == Form[place] || (place == 10 && text[place] is 'T'))) return false;
        }

        var (year, month, day) = ((Two(text) * 100) + Two(text[2..]), Two(text[5..]), Two(text[8..]));
        var (hour, minute, second) = (Two(text[11..]), Two(text[14..]), Two(text[17..]));
        if (year < 1 || month is < 1 or > 12 || day < 1 || day > DateTime.DaysInMonth(year, month) || hour > 23 || minute > 59 || second > 59) return false;
        moment = new DateTime(year, month, day, hour, minute, second);
        return true;
    }

    private static int Two(ReadOnlySpan<char> text) => ((text[0] - '0') * 10) + text[1] - '0';
}
