using System.Text;

namespace Godwit.Diagrams;

/// <summary>Text in XML and HTML.</summary>
internal static class Xml
{
    /// <summary>A text that means itself; characters that XML does not allow at all become question marks.</summary>
    internal static string Text(string text)
    {
        var result = new StringBuilder(text.Length);
        foreach (var character in text)
        {
            _ = character switch
            {
                '&' => result.Append("&amp;"),
                '<' => result.Append("&lt;"),
                '>' => result.Append("&gt;"),
                '"' => result.Append("&quot;"),
                '\t' or '\n' or '\r' => result.Append(' '),
                < ' ' or '\ufffe' or '\uffff' => result.Append('?'),
                _ => result.Append(character),
            };
        }

        return result.ToString();
    }
}
