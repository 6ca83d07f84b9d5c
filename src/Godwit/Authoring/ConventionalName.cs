using System.Text;
using Godwit.Schema;

namespace Godwit;

/// <summary>The names of what authors leave unnamed.</summary>
internal static class ConventionalName
{
    internal const string Index = "index";
    internal const string Unique = "unique";
    internal const string Foreign = "foreign";
    internal const string Check = "check";
    internal const string Exclusion = "exclusion";
    internal const string FullText = "fulltext";
    internal const string Spatial = "spatialindex";
    internal const string Vector = "vectorindex";

    // PostgreSQL's limit, the least of all databases: for a name made of a whole expression the databases' own error would be no help.
    private const int LongestName = 63;

    /// <summary>The name of a key or index: <c>posts_user_id_title_unique</c>.</summary>
    internal static string Of(ObjectName table, IEnumerable<string> columns, string kind) => $"{table.Name}_{string.Join('_', columns)}_{kind}";

    /// <summary>The name of a check or an index over an expression, made of the expression's words: <c>users_lower_email_index</c>.</summary>
    /// <exception cref="GodwitException">It would be longer than a name may be.</exception>
    internal static string OfExpressions(AuthorCall call, ObjectName table, IEnumerable<string> expressions, string kind)
    {
        var name = Of(table, expressions.Select(Words), kind);
        return name.Length <= LongestName ? name : throw call.Error($"The name {name}, made of an expression, is longer than {LongestName} characters.", "Give it a name of its own.");
    }

    /// <summary>The table that a column refers to: <c>users</c> for <c>user_id</c>; null when the column's name does not tell.</summary>
    internal static string? ReferencedTable(string column, string key) =>
        column.EndsWith($"_{key}", StringComparison.Ordinal) && column.Length > key.Length + 1
            ? EnglishNoun.Plural(column[..^(key.Length + 1)])
            : null;

    /// <summary>The table of a model: <c>order_lines</c> for <c>OrderLine</c>.</summary>
    internal static string TableOfModel(string model) => EnglishNoun.Plural(SnakeCase.Of(model));

    /// <summary>The column that refers to a model: <c>order_line_id</c> for <c>OrderLine</c>.</summary>
    internal static string ColumnOfModel(string model) => $"{SnakeCase.Of(model)}_id";

    private static string Words(string expression)
    {
        var words = new StringBuilder(expression.Length);
        foreach (var character in expression)
        {
            if (char.IsLetterOrDigit(character) || character is '_') words.Append(char.ToLowerInvariant(character));
            else if (words.Length > 0 && words[^1] != '_') words.Append('_');
        }

        return words.ToString().Trim('_');
    }
}
