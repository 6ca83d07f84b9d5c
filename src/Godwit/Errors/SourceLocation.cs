namespace Godwit;

/// <summary>A place in a file: what a person clicks on to get there.</summary>
/// <param name="Path">The file as shown to people: relative to the project where it lies inside it.</param>
/// <param name="Line">The line, counted from 1.</param>
/// <param name="Column">The column in UTF-16 units, counted from 1.</param>
public sealed record SourceLocation(string Path, int Line, int Column)
{
    /// <summary>The form that terminals and editors turn into a link: <c>path:line:column</c>.</summary>
    public override string ToString() => $"{Path}:{Line}:{Column}";
}
