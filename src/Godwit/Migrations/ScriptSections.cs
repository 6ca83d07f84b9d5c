using Godwit.Sql;

namespace Godwit.Migrations;

/// <summary>A part of a script.</summary>
/// <param name="MarkerStart">Where the comment line that begins it stands; where it starts when it has none.</param>
/// <param name="OptionsStart">Where the options on that line begin, up to <paramref name="Start"/>.</param>
/// <param name="Start">The offset just after that line's comment.</param>
/// <param name="End">The offset just after the part.</param>
internal sealed record ScriptSection(int MarkerStart, int OptionsStart, int Start, int End);

/// <summary>The up and the down in a script.</summary>
/// <param name="Up">What applies the migration.</param>
/// <param name="Down">What undoes it.</param>
/// <param name="HeadEnd">The end of what stands before the first section; 0 when there are no markers.</param>
internal sealed record ScriptSections(ScriptSection? Up, ScriptSection? Down, int HeadEnd)
{
    /// <summary>Finds the sections. Without an up marker, what stands before the down marker is the up.</summary>
    /// <param name="source">The script.</param>
    /// <param name="splitter">The rules of its database.</param>
    /// <param name="main">The section that the file is for: what it is when it has no markers, and what must not be missing.</param>
    internal static ScriptSections Find(SourceText source, ScriptSplitter splitter, Direction main = Direction.Up)
    {
        var scan = MarkerScan.Of(source, splitter.Lexer);
        var markers = MarkersOutsideBodies(source, splitter, scan);
        var (up, down) = (Single(source, markers, Direction.Up), Single(source, markers, Direction.Down));
        if (down is null && main == Direction.Up && scan.DownLookAlike is { } offset) throw UnclearDown(source.Locate(offset));
        if (markers.Count == 0)
        {
            var whole = new ScriptSection(0, 0, 0, source.Text.Length);
            return main == Direction.Up ? new ScriptSections(whole, null, 0) : new ScriptSections(null, whole, 0);
        }

        if (scan.FirstToken < markers[0].Start)
        {
            if (main == Direction.Down || up is not null) throw TextBeforeSections(source.Locate(scan.FirstToken));
            up = new ScriptSection(scan.FirstToken, scan.FirstToken, scan.FirstToken, markers[0].Start);
            return new ScriptSections(up, down, scan.FirstToken);
        }

        if (main == Direction.Up && up is null) throw DownWithoutUp(source.Locate(down!.MarkerStart));
        if (main == Direction.Down && up is not null) throw UpInDownFile(source.Locate(up.MarkerStart));
        return new ScriptSections(up, down, markers[0].Start);
    }

    private static List<SectionMarker> MarkersOutsideBodies(SourceText source, ScriptSplitter splitter, MarkerScan scan)
    {
        var markers = new List<SectionMarker>();
        foreach (var candidate in scan.Candidates)
        {
            var sectionStart = markers.Count == 0 ? 0 : markers[^1].End;
            if (candidate.Start > scan.LastBlockEnd || !IsInBody(source, splitter, sectionStart, candidate.Start)) markers.Add(candidate);
        }

        return markers;
    }

    private static ScriptSection? Single(SourceText source, List<SectionMarker> markers, Direction direction)
    {
        var index = IndexOf(markers, direction, from: 0);
        if (index < 0) return null;
        var second = IndexOf(markers, direction, from: index + 1);
        if (second >= 0) throw Repeated(direction, source.Locate(markers[index].Start), source.Locate(markers[second].Start));
        var marker = markers[index];
        var end = index + 1 < markers.Count ? markers[index + 1].Start : source.Text.Length;
        return new ScriptSection(marker.Start, marker.OptionsStart, marker.End, end);
    }

    private static int IndexOf(List<SectionMarker> markers, Direction direction, int from)
    {
        while (from < markers.Count && markers[from].Direction != direction) from++;
        return from < markers.Count ? from : -1;
    }

    // A trigger's or a procedure's body may have a comment line "-- down" too. A statement that merely lacks the semicolon at
    // its end, as the last one before a marker often does, is told from one by having neither a BEGIN nor an inner semicolon,
    // or by its END.
    private static bool IsInBody(SourceText source, ScriptSplitter splitter, int sectionStart, int offset)
    {
        foreach (var statement in splitter.Split(source, sectionStart, source.Text.Length))
        {
            var isInside = statement.Offset < offset && offset < statement.Offset + statement.Text.Length;
            if (isInside) return HasOpenBody(source, splitter.Lexer, statement.Offset, offset);
        }

        return false;
    }

    private static bool HasOpenBody(SourceText source, SqlLexer lexer, int start, int end)
    {
        var hasBody = false;
        var last = default(Token);
        for (var token = lexer.Next(source, start); token.Start < end; token = lexer.Next(source, token.End))
        {
            if (token.Kind is TokenKind.Whitespace or TokenKind.LineComment or TokenKind.BlockComment) continue;
            hasBody |= token.Kind == TokenKind.Semicolon || token.Is(source, "BEGIN");
            last = token;
        }

        return hasBody && !last.IsEnd(source);
    }

    private static string Name(Direction direction) => direction == Direction.Up ? "up" : "down";

    private static GodwitException Repeated(Direction direction, SourceLocation first, SourceLocation second) => new(
        ErrorCode.InvalidSection,
        $"A second {Name(direction)} section begins here; the first one is in line {first.Line}.",
        "Put both into one section, or make two migrations of them.",
        second);

    private static GodwitException TextBeforeSections(SourceLocation location) => new(
        ErrorCode.InvalidSection,
        "SQL stands before the first section, so that it belongs to none.",
        "Write the line -- UP above it.",
        location);

    private static GodwitException DownWithoutUp(SourceLocation location) => new(
        ErrorCode.InvalidSection,
        "The file has a down section but no up section.",
        "Write the line -- UP and the SQL that applies the migration above it.",
        location);

    private static GodwitException UpInDownFile(SourceLocation location) => new(
        ErrorCode.InvalidSection,
        "A file that holds a down has an up section.",
        "Move the section into the migration's other file.",
        location);

    private static GodwitException UnclearDown(SourceLocation location) => new(
        ErrorCode.InvalidSection,
        "This comment may be meant to begin the down section, but has more on its line than -- DOWN.",
        "Write -- DOWN alone on the line. If it is a mere comment, do not begin it with DOWN in capitals.",
        location);
}
