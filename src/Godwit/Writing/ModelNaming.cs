using System.Globalization;
using System.Text;
using Godwit.Schema;

namespace Godwit.Writing;

/// <summary>Names for classes and properties of tables that are there: words of C#, each the only one of its kind.</summary>
internal sealed class ModelNaming
{
    // Types that a written file uses by their bare names.
    private static readonly string[] Used = ["List", "DateTime", "DateTimeOffset", "DateOnly", "TimeOnly", "Guid", "ReferentialAction", "GeneratedStorage", "DatabaseGeneratedOption"];

    private readonly Dictionary<ObjectName, string> classes = [];
    private readonly Dictionary<ObjectName, Dictionary<string, string>> properties = [];

    /// <param name="tables">All tables, in an order that does not change.</param>
    /// <param name="name">The name of every class; null is that of its table in the singular.</param>
    internal ModelNaming(IEnumerable<Table> tables, string? name)
    {
        var taken = new HashSet<string>(Used, StringComparer.OrdinalIgnoreCase);
        foreach (var table in tables)
        {
            var own = name ?? Free(taken, Pascal(EnglishNoun.Singular(SnakeCase.Of(table.Name.Name))));
            classes.Add(table.Name, own);
            properties.Add(table.Name, Properties(table, own));
        }
    }

    /// <summary>The class of a table.</summary>
    internal string ClassOf(Table table) => classes[table.Name];

    /// <summary>The property of a column.</summary>
    internal string PropertyOf(Table table, string column) => properties[table.Name][column];

    /// <summary>The properties of a table's columns, and the name of its class, which no property may have.</summary>
    internal HashSet<string> TakenIn(Table table) => [.. properties[table.Name].Values, ClassOf(table)];

    /// <summary>A name that is not taken yet, and then is.</summary>
    internal static string Free(HashSet<string> taken, string wanted)
    {
        if (taken.Add(wanted)) return wanted;
        var number = 2;
        while (!taken.Add(wanted + number.ToString(CultureInfo.InvariantCulture))) number++;
        return wanted + number.ToString(CultureInfo.InvariantCulture);
    }

    /// <summary>Words as one, each with a large letter.</summary>
    internal static string Pascal(string words)
    {
        var text = new StringBuilder();
        foreach (var word in words.Split('_', StringSplitOptions.RemoveEmptyEntries)) text.Append(char.ToUpperInvariant(word[0])).Append(word, 1, word.Length - 1);
        return text.Length == 0 || char.IsDigit(text[0]) ? "X" + text : text.ToString();
    }

    private static Dictionary<string, string> Properties(Table table, string className)
    {
        var names = new Dictionary<string, string>(StringComparer.Ordinal);
        var taken = new HashSet<string>(StringComparer.Ordinal) { className };
        foreach (var column in table.Columns)
        {
            var wanted = Pascal(SnakeCase.Of(column.Name));
            var looksLikeKey = wanted.Equals("Id", StringComparison.OrdinalIgnoreCase) || wanted.Equals(className + "Id", StringComparison.OrdinalIgnoreCase);
            names.Add(column.Name, Free(taken, wanted == className || (looksLikeKey && table.PrimaryKey is null) ? wanted + "Value" : wanted));
        }

        return names;
    }
}
