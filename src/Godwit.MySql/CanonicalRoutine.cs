using System.Text;
using Godwit.Sql;

namespace Godwit.MySql;

/// <summary>
/// The statements that make functions and procedures, with one spelling of what comes before the body: OR REPLACE and the
/// definer left out, names quoted, types in their canonical form, characteristics in one order and only where they are not the usual.
/// </summary>
internal static class CanonicalRoutine
{
    internal static string Of(string written)
    {
        var definition = RoutineText.Statement(written);
        var words = new TokenReader(MySqlDialect.Instance.Splitter.Lexer, new SqlStatement(definition));
        if (!words.Accept("CREATE")) return definition;
        while (!words.AtEnd && !words.Is("FUNCTION") && !words.Is("PROCEDURE")) words.Advance();
        var isFunction = words.Is("FUNCTION");
        words.Advance();
        words.AcceptAll("IF", "NOT", "EXISTS");
        if (RoutineText.Name(words) is not { } name || words.Current.Kind is not TokenKind.OpenParenthesis) return definition;
        var parameters = Parameters(words, definition, isFunction);
        var returns = words.Accept("RETURNS") ? Type(words, definition) : null;
        var characteristics = Characteristics.Read(words);
        var body = definition[words.Current.Start..].TrimEnd().TrimEnd(';').TrimEnd();
        return Text(isFunction, name, parameters, returns, characteristics, body);
    }

    /// <summary>The statement that makes a routine.</summary>
    internal static string Text(bool isFunction, string name, IEnumerable<string> parameters, string? returns, Characteristics characteristics, string body) =>
        $"CREATE {(isFunction ? "FUNCTION" : "PROCEDURE")} {name}({string.Join(", ", parameters)}){(returns is null ? "" : " RETURNS " + returns)}{characteristics}\n{body}";

    /// <summary>A parameter as it stands in the statement.</summary>
    internal static string Parameter(string? mode, string name, string type) =>
        $"{(mode is null or "IN" ? "" : mode + " ")}{name} {type}";

    private static List<string> Parameters(TokenReader words, string definition, bool isFunction)
    {
        var parameters = new List<string>();
        words.Advance();
        while (!words.AtEnd && words.Current.Kind is not TokenKind.CloseParenthesis)
        {
            var mode = !isFunction || words.Is("IN") ? Mode(words) : null;
            if (words.Name() is not { } name) break;
            parameters.Add(Parameter(mode, RoutineText.Quoted(name), Type(words, definition)));
            words.Accept(',');
        }

        words.Advance();
        return parameters;
    }

    private static string? Mode(TokenReader words)
    {
        foreach (var mode in (ReadOnlySpan<string>)["IN", "OUT", "INOUT"])
        {
            if (words.Accept(mode)) return mode;
        }

        return null;
    }

    // A type goes on over its parentheses and the words that belong to types.
    private static string Type(TokenReader words, string definition)
    {
        var start = words.Current.Start;
        var end = start;
        var depth = 0;
        while (!words.AtEnd)
        {
            if (words.Current.Kind is TokenKind.OpenParenthesis) depth++;
            else if (words.Current.Kind is TokenKind.CloseParenthesis && --depth < 0) break;
            else if (depth == 0 && end > start && words.Current.Kind is not TokenKind.CloseParenthesis && !GoesOn(words)) break;
            end = words.Current.End;
            words.Advance();
        }

        return CanonicalType.Of(definition[start..end], MySqlTraits.MySql8);
    }

    private static bool GoesOn(TokenReader words)
    {
        if (words.Is("UNSIGNED") || words.Is("ZEROFILL") || words.Is("PRECISION") || words.Is("VARYING")) return true;
        if (!words.Is("CHARSET") && !words.Is("COLLATE") && !words.Is("CHARACTER")) return false;
        words.Advance();
        words.Accept("SET");
        return true;
    }

    /// <summary>What is said of a routine between its type and its body.</summary>
    internal sealed record Characteristics
    {
        internal bool IsDeterministic { get; init; }

        internal string Access { get; init; } = "CONTAINS SQL";

        internal bool RunsAsInvoker { get; init; }

        internal string Comment { get; init; } = "";

        public override string ToString()
        {
            var result = new StringBuilder();
            if (IsDeterministic) result.Append("\n    DETERMINISTIC");
            if (Access != "CONTAINS SQL") result.Append("\n    ").Append(Access);
            if (RunsAsInvoker) result.Append("\n    SQL SECURITY INVOKER");
            if (Comment.Length > 0) result.Append("\n    COMMENT ").Append(new MySqlLiterals(SqlModes.Default).Text(Comment));
            return result.ToString();
        }

        internal static Characteristics Read(TokenReader words)
        {
            var read = new Characteristics();
            while (true)
            {
                if (words.Accept("DETERMINISTIC")) read = read with { IsDeterministic = true };
                else if (words.AcceptAll("NOT", "DETERMINISTIC")) read = read with { IsDeterministic = false };
                else if (words.AcceptAll("LANGUAGE", "SQL") || words.AcceptAll("CONTAINS", "SQL")) read = read with { };
                else if (words.AcceptAll("NO", "SQL")) read = read with { Access = "NO SQL" };
                else if (words.AcceptAll("READS", "SQL", "DATA")) read = read with { Access = "READS SQL DATA" };
                else if (words.AcceptAll("MODIFIES", "SQL", "DATA")) read = read with { Access = "MODIFIES SQL DATA" };
                else if (words.AcceptAll("SQL", "SECURITY")) read = read with { RunsAsInvoker = words.Name()?.Equals("INVOKER", StringComparison.OrdinalIgnoreCase) is true };
                else if (words.Accept("COMMENT")) read = read with { Comment = Next(words) };
                else return read;
            }
        }

        private static string Next(TokenReader words)
        {
            var text = QuotedText.Read(words.Text.ToString()) ?? "";
            words.Advance();
            return text;
        }
    }
}
