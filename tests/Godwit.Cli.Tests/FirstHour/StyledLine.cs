using System.Text;

namespace Godwit.Cli.Tests.FirstHour;

/// <summary>A line of a terminal, as it is in the end: pieces of text, each with the codes that ECMA-48 calls SGR.</summary>
internal sealed record StyledLine(IReadOnlyList<(string Text, string Codes)> Pieces)
{
    /// <summary>The line without colours.</summary>
    internal string Text => string.Concat(Pieces.Select(piece => piece.Text)).TrimEnd();

    /// <summary>What a terminal shows in the end of all that was written to it: colours, and lines that were rewritten.</summary>
    internal static IReadOnlyList<StyledLine> Screen(string written)
    {
        var lines = new List<StyledLine>();
        var line = new List<(char Letter, string Codes)>();
        var (codes, column) = ("", 0);
        for (var at = 0; at < written.Length; at++)
        {
            switch (written[at])
            {
                case '\n':
                    lines.Add(Of(line));
                    (line, column) = ([], 0);
                    break;
                case '\r':
                    column = 0;
                    break;
                case '\u001b':
                    var sequence = Sequence(written, at);
                    if (sequence.EndsWith('m')) codes = sequence[2..^1];
                    else if (sequence == "\u001b[2K") line.Clear();
                    else if (!IsOfKeyboard(sequence)) throw new InvalidOperationException($"The command wrote {sequence[1..]}, which nobody reads here.");
                    at += sequence.Length - 1;
                    break;
                default:
                    while (line.Count <= column) line.Add((' ', ""));
                    line[column++] = (written[at], codes);
                    break;
            }
        }

        return line.Count == 0 ? lines : [.. lines, Of(line)];
    }

    private static string Sequence(string written, int at)
    {
        if (written[at + 1] != '[') return written[at..(at + 2)];
        var end = at + 2;
        while (!char.IsAsciiLetter(written[end])) end++;
        return written[at..(end + 1)];
    }

    // How keys are read, which .NET says before it reads a line.
    private static bool IsOfKeyboard(string sequence) => sequence is ['\u001b', '=' or '>'] or ['\u001b', '[', '?', ..];

    private static StyledLine Of(List<(char Letter, string Codes)> letters)
    {
        var pieces = new List<(string Text, string Codes)>();
        var text = new StringBuilder();
        for (var at = 0; at < letters.Count; at++)
        {
            text.Append(letters[at].Letter);
            if (at + 1 < letters.Count && letters[at + 1].Codes == letters[at].Codes) continue;
            pieces.Add((text.ToString(), letters[at].Codes == "0" ? "" : letters[at].Codes));
            text.Clear();
        }

        return new StyledLine(pieces);
    }
}
