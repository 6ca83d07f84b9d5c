using System.Globalization;
using System.Text;

namespace Godwit.Configuration;

/// <summary>The way a URL writes characters that mean something else in it: <c>%40</c> for <c>@</c> (RFC 3986, section 2.1).</summary>
internal static class PercentEncoding
{
    private static readonly UTF8Encoding Strict = new(encoderShouldEmitUTF8Identifier: false, throwOnInvalidBytes: true);

    /// <summary>The text with all that could mean something else written this way.</summary>
    internal static string Encode(string text) => Uri.EscapeDataString(text);

    /// <summary>The text meant, or null when a percent sign is not followed by two hexadecimal digits or the bytes are not UTF-8.</summary>
    internal static string? Decode(string text)
    {
        if (!text.Contains('%', StringComparison.Ordinal)) return text;
        var bytes = new List<byte>(text.Length);
        for (var i = 0; i < text.Length;)
        {
            var next = text.IndexOf('%', i);
            if (next < 0) next = text.Length;
            bytes.AddRange(Encoding.UTF8.GetBytes(text[i..next]));
            if (next < text.Length)
            {
                if (next + 3 > text.Length || !TryReadByte(text.AsSpan(next + 1, 2), out var value)) return null;
                bytes.Add(value);
            }

            i = next + 3;
        }

        return ToText([.. bytes]);
    }

    private static bool TryReadByte(ReadOnlySpan<char> digits, out byte value) =>
        byte.TryParse(digits, NumberStyles.AllowHexSpecifier, CultureInfo.InvariantCulture, out value);

    private static string? ToText(byte[] bytes)
    {
        try
        {
            return Strict.GetString(bytes);
        }
        catch (DecoderFallbackException)
        {
            return null;
        }
    }
}
