namespace Godwit.Migrations;

/// <summary>
/// A fingerprint of content. It does not depend on how lines end, on a byte order mark, on blanks at the end of lines, nor on
/// empty lines at the end; everything else changes it. Of a migration in an assembly, whose source is not there, it says only that.
/// </summary>
/// <param name="Text">The algorithm, a colon, and the hash in lower-case hexadecimal: <c>sha256:…</c>.</param>
public sealed record Checksum(string Text)
{
    /// <summary>
    /// Whether another checksum says that the content was another. Where the algorithms differ, the two say nothing about each other.
    /// </summary>
    internal bool Contradicts(string other) => other != Text && Algorithm(other).SequenceEqual(Algorithm(Text));

    /// <inheritdoc/>
    public override string ToString() => Text;

    private static ReadOnlySpan<char> Algorithm(string text) => text.AsSpan(0, Math.Max(0, text.IndexOf(':')));
}
