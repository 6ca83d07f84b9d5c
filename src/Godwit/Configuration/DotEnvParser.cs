using System.Text;

namespace Godwit.Configuration;

/// <summary>
/// Reads a <c>.env</c> file: <c>KEY=value</c>, <c>export KEY=value</c>, comments, quotes that may span lines. Between single
/// quotes everything is literal; between double quotes backslash escapes and <c>${NAME}</c> are understood, elsewhere only <c>${NAME}</c>.
/// </summary>
internal sealed class DotEnvParser
{
    private readonly TextFile file;
    private readonly string text;
    private readonly Func<string, string?> process;
    private readonly Dictionary<string, DotEnvFile.Entry> entries = [];
    private readonly StringBuilder value = new();
    private int position;
    private GodwitException? problem;

    private DotEnvParser(TextFile file, Func<string, string?> process)
    {
        this.file = file;
        this.process = process;
        text = file.Text;
    }

    private char Current => position < text.Length ? text[position] : '\n';

    /// <exception cref="GodwitException">A line is no assignment, or a quote is not closed.</exception>
    internal static DotEnvFile Parse(TextFile file, Func<string, string?> process) => new DotEnvParser(file, process).ParseLines();

    private DotEnvFile ParseLines()
    {
        while (position < text.Length)
        {
            SkipBlanks();
            if (Current is not ('\n' or '#')) ParseAssignment();
            SkipLine();
        }

        return new DotEnvFile(entries);
    }

    private void ParseAssignment()
    {
        var start = position;
        var name = ReadName();
        SkipBlanks();
        var exported = name == "export" && Current != '=';
        if (exported)
        {
            name = ReadName();
            SkipBlanks();
        }

        if (name.Length == 0) throw Invalid(start, "is no assignment");
        if (Current == '=') ParseValue(name, start);
        else if (!exported || Current is not ('\n' or '#')) throw Invalid(start, $"has no \"=\" after \"{name}\"");
    }

    private void ParseValue(string name, int start)
    {
        position++;
        SkipBlanks();
        value.Clear();
        problem = null;
        if (Current is '\'') ReadSingleQuoted();
        else if (Current is '"') ReadDoubleQuoted();
        else ReadUnquoted();
        entries[name] = new DotEnvFile.Entry(ConfiguredText.In(file, start, name, value.ToString()), problem);
    }

    private void ReadUnquoted()
    {
        while (Current != '\n' && !(Current == '#' && text[position - 1] is ' ' or '\t')) Append(start: position);
        while (value.Length > 0 && char.IsWhiteSpace(value[^1])) value.Length--;
    }

    private void ReadSingleQuoted()
    {
        var close = text.IndexOf('\'', position + 1);
        if (close < 0) throw Unclosed(position);
        value.Append(text, position + 1, close - position - 1);
        position = close + 1;
        ExpectEndOfLine();
    }

    private void ReadDoubleQuoted()
    {
        var open = position++;
        while (position < text.Length && text[position] != '"')
        {
            if (text[position] == '\\' && position + 1 < text.Length) AppendEscape();
            else Append(open);
        }

        if (position >= text.Length) throw Unclosed(open);
        position++;
        ExpectEndOfLine();
    }

    private void AppendEscape()
    {
        var escaped = text[position + 1];
        position += 2;
        if (escaped is 'n' or 'r' or 't') value.Append(escaped switch { 'n' => '\n', 'r' => '\r', _ => '\t' });
        else if (escaped is '"' or '\\' or '$') value.Append(escaped);
        else value.Append('\\').Append(escaped);
    }

    private void Append(int start)
    {
        if (!Interpolation.BeginsAt(text, position))
        {
            value.Append(text[position++]);
        }
        else if (Interpolation.Read(text, position) is { } interpolation)
        {
            AppendVariable(interpolation, start);
            position = interpolation.End;
        }
        else
        {
            problem ??= Invalid(start, "has a \"${\" that is not ${NAME} or ${NAME:-default}");
            position++;
        }
    }

    private void AppendVariable(Interpolation interpolation, int start)
    {
        var entry = process(interpolation.Name) is null ? entries.GetValueOrDefault(interpolation.Name) : null;
        var found = interpolation.Value(process(interpolation.Name) ?? entry?.Value.Text);
        problem ??= entry?.Problem;
        if (found is null) problem ??= Missing(interpolation.Name, start);
        value.Append(found);
    }

    private string ReadName()
    {
        var start = position;
        while (char.IsAsciiLetterOrDigit(Current) || Current is '_' or '.' or '-') position++;
        return text[start..position];
    }

    private void SkipBlanks()
    {
        while (Current is ' ' or '\t' or '\r') position++;
    }

    private void SkipLine()
    {
        while (Current != '\n') position++;
        position++;
    }

    private void ExpectEndOfLine()
    {
        SkipBlanks();
        if (Current is not ('\n' or '#')) throw Invalid(position, "has text after the closing quote");
    }

    private GodwitException Unclosed(int offset) => Invalid(offset, "has a quote that is not closed");

    private GodwitException Invalid(int offset, string predicate) => new(
        ErrorCode.InvalidSettings,
        $"Line {file.Locate(offset).Line} of {file.Shown} {predicate}.",
        "Write KEY=value, KEY=\"value\", or KEY='value' for a value in which no character is special.",
        file.Locate(offset));

    private GodwitException Missing(string name, int offset) => new(
        ErrorCode.MissingSecret,
        $"Line {file.Locate(offset).Line} of {file.Shown} refers to the environment variable {name}, which is not set.",
        $"Set {name} in the environment, or in an earlier line of {file.Shown}.",
        file.Locate(offset));
}
