namespace Godwit.Sqlite;

/// <summary>A piece of a text by its offsets.</summary>
/// <param name="Start">The first offset.</param>
/// <param name="End">The offset just after it.</param>
internal readonly record struct TextSpan(int Start, int End)
{
    internal bool IsEmpty => Start == End;

    internal string In(string text) => text[Start..End];
}

/// <summary>A name in a text.</summary>
/// <param name="Value">The name itself, without quotes.</param>
/// <param name="Span">Where it stands, quotes included.</param>
internal readonly record struct NameText(string Value, TextSpan Span)
{
    internal bool Means(string name) => Value.Equals(name, StringComparison.OrdinalIgnoreCase);
}
