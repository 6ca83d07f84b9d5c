using Godwit.Sql;

namespace Godwit.Migrations;

/// <summary>The checksum of all of a file but its down section.</summary>
internal static class UpChecksum
{
    /// <summary>
    /// Reads a file without a down section in constant memory; only where a comment line says "down" are the tokens looked at,
    /// because no less tells a section from a line of a string.
    /// </summary>
    internal static Checksum Of(MigrationFile file, ScriptSplitter splitter)
    {
        var search = new DownCommentSearch();
        file.ReadBytes(bytes => !search.Finds(bytes));
        return search.Found ? OfSections(file.ReadText(), splitter) : OfAll(file);
    }

    /// <summary>The checksum of a file in which nothing is a down.</summary>
    internal static Checksum OfAll(MigrationFile file)
    {
        using var hash = new ContentHash();
        file.ReadBytes(bytes =>
        {
            hash.Append(bytes);
            return true;
        });
        return hash.Finish();
    }

    private static Checksum OfSections(SourceText source, ScriptSplitter splitter)
    {
        using var hash = new ContentHash();
        var down = ScriptSections.Find(source, splitter).Down;
        var (start, end) = down is null ? (source.Text.Length, source.Text.Length) : (down.MarkerStart, down.End);
        hash.Append(source.Text.AsSpan(0, start));
        hash.Append(source.Text.AsSpan(end));
        return hash.Finish();
    }
}
