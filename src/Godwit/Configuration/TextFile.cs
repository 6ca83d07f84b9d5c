using System.Text;

namespace Godwit.Configuration;

/// <summary>A UTF-8 file in memory, which knows the line and column of each of its characters.</summary>
internal sealed class TextFile(string shown, string text)
{
    /// <summary>The file as shown to people.</summary>
    internal string Shown => shown;

    /// <summary>The whole text, without a byte order mark.</summary>
    internal string Text => text;

    /// <exception cref="GodwitException">The file cannot be read, or is not UTF-8.</exception>
    internal static TextFile Read(string path, string shown)
    {
        var bytes = ReadBytes(path, shown);
        var start = bytes.AsSpan().StartsWith(Encoding.UTF8.Preamble) ? Encoding.UTF8.Preamble.Length : 0;
        var text = Encoding.UTF8.GetString(bytes, start, bytes.Length - start);
        if (text.Contains('\uFFFD', StringComparison.Ordinal)) CheckUtf8(shown, text, bytes);
        return new TextFile(shown, text);
    }

    /// <summary>The place of a character, counted from 0.</summary>
    internal SourceLocation Locate(int offset)
    {
        var (line, lineStart) = (1, 0);
        for (var i = 0; i < offset; i++)
        {
            if (text[i] == '\n') (line, lineStart) = (line + 1, i + 1);
        }

        return new SourceLocation(shown, line, offset - lineStart + 1);
    }

    private static byte[] ReadBytes(string path, string shown)
    {
        try
        {
            return File.ReadAllBytes(path);
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            throw new GodwitException(
                ErrorCode.FileAccess, $"{shown} cannot be read: {e.Message}", "Check that it is there and may be read.", inner: e);
        }
    }

    // Bytes that are no UTF-8 become U+FFFD; a file may also contain that character itself.
    private static void CheckUtf8(string shown, string text, byte[] bytes)
    {
        if (System.Text.Unicode.Utf8.IsValid(bytes)) return;
        var location = new TextFile(shown, text).Locate(text.IndexOf('\uFFFD', StringComparison.Ordinal));
        throw new GodwitException(ErrorCode.NotUtf8, $"{shown} is not UTF-8 text.", "Save the file with the encoding UTF-8.", location);
    }
}
