using System.Globalization;
using System.Text;

namespace Godwit.Configuration;

/// <summary>
/// Reads JSON (RFC 8259), with comments and trailing commas, into settings that know their place in the file. A file of this size is
/// read in a fifth of the time that the first use of System.Text.Json takes to compile, and every command begins with reading one.
/// </summary>
internal sealed class SettingsParser
{
    private const int DeepestNesting = 64;

    private readonly TextFile file;
    private readonly string text;
    private int position;
    private int depth;

    private SettingsParser(TextFile file)
    {
        this.file = file;
        text = file.Text;
    }

    private char Current => position < text.Length ? text[position] : '\0';

    /// <exception cref="GodwitException">The file is not valid JSON, or gives a key twice.</exception>
    internal static Setting Parse(TextFile file)
    {
        var parser = new SettingsParser(file);
        parser.SkipSpace();
        var root = parser.ReadValue(new SettingKey(file, Name: "", Path: "", Offset: 0));
        parser.SkipSpace();
        return parser.position == parser.text.Length ? root : throw parser.Invalid("there is something after the end of the value");
    }

    private Setting ReadValue(SettingKey place)
    {
        var start = position;
        switch (Current)
        {
            case '{': return new Setting(place, SettingKind.Group, start, "", ReadMembers(place));
            case '[': return new Setting(place, SettingKind.List, start, "", ReadItems(place));
            case '"': return new Setting(place, SettingKind.Text, start, ReadText(), []);
            case '-' or (>= '0' and <= '9'): return new Setting(place, SettingKind.Number, start, ReadNumber(), []);
            default: return new Setting(place, SettingKind.Word, start, ReadWord(), []);
        }
    }

    private List<Setting> ReadMembers(SettingKey group)
    {
        var members = new List<Setting>();
        Open();
        while (Current != '}')
        {
            if (Current != '"') throw Invalid("a key in double quotes or } is expected");
            var offset = position;
            var member = group.Member(ReadText(), offset);
            if (Setting.Find(members, member.Name) is { } first) throw member.Repeats(first);
            SkipSpace();
            if (Current != ':') throw Invalid("a colon is expected after the key");
            position++;
            SkipSpace();
            members.Add(ReadValue(member));
            SkipComma('}');
        }

        Close();
        return members;
    }

    private List<Setting> ReadItems(SettingKey list)
    {
        var items = new List<Setting>();
        Open();
        while (Current != ']')
        {
            items.Add(ReadValue(list.Item(items.Count, position)));
            SkipComma(']');
        }

        Close();
        return items;
    }

    private void Open()
    {
        if (++depth > DeepestNesting) throw Invalid($"values are nested more than {DeepestNesting} deep");
        position++;
        SkipSpace();
    }

    private void Close()
    {
        depth--;
        position++;
    }

    private void SkipComma(char close)
    {
        SkipSpace();
        if (Current == close) return;
        if (Current != ',') throw Invalid($"a comma or {close} is expected");
        position++;
        SkipSpace();
    }

    private string ReadText()
    {
        var open = position++;
        var start = position;
        while (Current is not ('"' or '\\') && Current >= ' ') position++;
        if (Current != '"') return ReadEscapedText(open, new StringBuilder(text, start, position - start, 64));
        return text[start..position++];
    }

    private string ReadEscapedText(int open, StringBuilder value)
    {
        while (Current != '"')
        {
            if (position >= text.Length) throw Invalid("a quote is not closed", open);
            if (Current < ' ') throw Invalid("a text may not contain a line end or another control character; write \\n for a line end");
            if (Current == '\\') ReadEscape(value);
            else value.Append(text[position++]);
        }

        position++;
        return value.ToString();
    }

    private void ReadEscape(StringBuilder value)
    {
        position++;
        if (Current == 'u')
        {
            ReadUnicodeEscape(value);
            return;
        }

        value.Append(Current switch
        {
            '"' or '\\' or '/' => Current,
            'b' => '\b',
            'f' => '\f',
            'n' => '\n',
            'r' => '\r',
            't' => '\t',
            _ => throw Invalid("a backslash must be followed by one of \" \\ / b f n r t u; write \\\\ for the backslash itself"),
        });
        position++;
    }

    private void ReadUnicodeEscape(StringBuilder value)
    {
        var start = position - 1;
        var unit = ReadUnit();
        value.Append(unit);
        if (!char.IsSurrogate(unit)) return;
        var pairs = char.IsHighSurrogate(unit) && text.AsSpan(position).StartsWith("\\u");
        if (pairs) position++;
        var low = pairs ? ReadUnit() : '\0';
        if (!char.IsLowSurrogate(low)) throw Invalid("\\u escapes from D800 to DFFF stand in pairs", start);
        value.Append(low);
    }

    // at the u of \uXXXX
    private char ReadUnit()
    {
        var digits = text.AsSpan(position + 1, Math.Min(4, text.Length - position - 1));
        var isUnit = ushort.TryParse(digits, NumberStyles.AllowHexSpecifier, CultureInfo.InvariantCulture, out var unit);
        if (!isUnit || digits.Length < 4) throw Invalid("\\u must be followed by four hexadecimal digits");
        position += 5;
        return (char)unit;
    }

    private string ReadNumber()
    {
        var start = position;
        if (Current == '-') position++;
        if (Current == '0') position++;
        else SkipDigits();
        if (Current == '.')
        {
            position++;
            SkipDigits();
        }

        if (Current is 'e' or 'E')
        {
            position++;
            if (Current is '+' or '-') position++;
            SkipDigits();
        }

        return text[start..position];
    }

    private void SkipDigits()
    {
        if (!char.IsAsciiDigit(Current)) throw Invalid("a digit is expected");
        while (char.IsAsciiDigit(Current)) position++;
    }

    private string ReadWord()
    {
        var start = position;
        while (char.IsAsciiLetter(Current)) position++;
        var word = text[start..position];
        return word is "true" or "false" or "null" ? word : throw Invalid("a value is expected; texts stand in double quotes", start);
    }

    private void SkipSpace()
    {
        while (true)
        {
            while (Current is ' ' or '\t' or '\r' or '\n') position++;
            if (Current != '/') return;
            SkipComment();
        }
    }

    private void SkipComment()
    {
        var start = position;
        var block = text.AsSpan(position).StartsWith("/*");
        if (!block && !text.AsSpan(position).StartsWith("//")) throw Invalid("a comment begins with // or /*");
        var end = text.IndexOf(block ? "*/" : "\n", position + 2, StringComparison.Ordinal);
        if (end < 0 && block) throw Invalid("a comment is not closed", start);
        position = end < 0 ? text.Length : block ? end + 2 : end;
    }

    private GodwitException Invalid(string reason) => Invalid(reason, position);

    private GodwitException Invalid(string reason, int offset) => new(
        ErrorCode.InvalidSettings,
        $"{file.Shown} is not valid JSON: {(offset >= text.Length ? $"the file ends where {reason}" : reason)}.",
        "Correct the file at this place. Comments and trailing commas are allowed.",
        file.Locate(offset));
}
