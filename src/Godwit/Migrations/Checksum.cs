namespace Godwit.Migrations;

/// <summary>
/// A fingerprint of content. It does not depend on how lines end, on a byte order mark, on blanks at the end of lines, nor on
/// empty lines at the end; everything else changes it.
/// </summary>
/// <param name="Text">The algorithm, a colon, and the hash in lower-case hexadecimal: <c>sha256:…</c>.</param>
public sealed record Checksum(string Text)
{
    /// <inheritdoc/>
    public override string ToString() => Text;
}
