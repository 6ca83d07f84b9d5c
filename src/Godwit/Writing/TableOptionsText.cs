using Godwit.Schema;

namespace Godwit.Writing;

/// <summary>How a table is stored, in the words of the schema builder: what can be said of a new table and of one that is there.</summary>
internal static class TableOptionsText
{
    internal static IEnumerable<string> Lines(TableOptions options)
    {
        if (options.Engine is { } engine) yield return $"Engine({CSharpLiteral.Text(engine)})";
        if (options.Charset is { } charset) yield return $"Charset({CSharpLiteral.Text(charset)})";
        if (options.Collation is { } collation) yield return $"Collation({CSharpLiteral.Text(collation)})";
        if (options.AutoIncrementStart is { } start) yield return $"AutoIncrementFrom({start})";
        foreach (var parameter in options.Parameters) yield return $"With({CSharpLiteral.Text(parameter)})";
    }
}
