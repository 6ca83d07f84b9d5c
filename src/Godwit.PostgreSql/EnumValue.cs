using Godwit.Sql;

namespace Godwit.PostgreSql;

/// <summary>
/// A value added to an enum. It cannot be used before it is committed (55P04; manual, ALTER TYPE, Notes): not in an expression, a
/// default, a view, nor in the body of a function in SQL, which is checked when it is made.
/// </summary>
internal readonly struct EnumValue
{
    private readonly string text;

    private EnumValue(string text) => this.text = text;

    internal static EnumValue? AddedBy(TokenReader reader)
    {
        if (!reader.Accept("ALTER") || !reader.Accept("TYPE")) return null;
        while (!reader.AtEnd && !reader.Is("ADD")) reader.Advance();
        if (!reader.Accept("ADD") || !reader.Accept("VALUE")) return null;
        if (reader.Accept("IF") && reader.Accept("NOT")) reader.Accept("EXISTS");
        return reader.Current.Kind == TokenKind.String ? new EnumValue(Content(reader.Text)) : null;
    }

    /// <summary>
    /// Whether the value occurs in a string of the statement: by itself, in an array ('{a,b}') or in a body. Further changes to
    /// the type itself are allowed.
    /// </summary>
    internal bool IsUsedBy(TokenReader reader)
    {
        if (reader.Accept("ALTER") && reader.Is("TYPE")) return false;
        for (; !reader.AtEnd; reader.Advance())
        {
            if (reader.Current.Kind == TokenKind.String && Occurs(reader.Text)) return true;
        }

        return false;
    }

    private static string Content(ReadOnlySpan<char> literal)
    {
        var quote = literal.IndexOf('\'');
        return quote < 0 ? literal.Trim('$').ToString() : literal[(quote + 1)..^1].ToString();
    }

    private bool Occurs(ReadOnlySpan<char> literal)
    {
        // a string has its quotes: a character stands before and after the value
        for (var start = 1; start + text.Length < literal.Length; start++)
        {
            var distance = literal[start..].IndexOf(text);
            if (distance < 0) return false;
            start += distance;
            var end = start + text.Length;
            if (end < literal.Length && !IsLetter(literal[start - 1]) && !IsLetter(literal[end])) return true;
        }

        return false;
    }

    private static bool IsLetter(char c) => char.IsLetterOrDigit(c) || c == '_';
}
