namespace Godwit.Migrations;

/// <summary>
/// Looks through bytes, given piece by piece, for a line that begins with <c>--</c> and has the word "down" in it: every marker
/// of a down section is one, and few other lines are.
/// </summary>
internal sealed class DownCommentSearch
{
    private State state;
    private int matched;

    private enum State
    {
        LineStart,
        FirstDash,
        Comment,
        OtherLine,
    }

    /// <summary>Whether there was such a line.</summary>
    internal bool Found { get; private set; }

    /// <summary>Looks at the next piece and says whether there was such a line so far.</summary>
    internal bool Finds(ReadOnlySpan<byte> bytes)
    {
        while (!Found && !bytes.IsEmpty)
        {
            var skipped = state == State.OtherLine ? bytes.IndexOfAny((byte)'\n', (byte)'\r') : 0;
            if (skipped < 0) return false;
            Step(bytes[skipped]);
            bytes = bytes[(skipped + 1)..];
        }

        return Found;
    }

    private void Step(byte next)
    {
        if (next is (byte)'\n' or (byte)'\r') state = State.LineStart;
        else if (state == State.Comment) StepInComment((byte)(next | 0x20));
        else if (next == '-') (state, matched) = (state == State.LineStart ? State.FirstDash : State.Comment, 0);
        else if (state == State.FirstDash || !IsBlank(next)) state = State.OtherLine;
    }

    private void StepInComment(byte lower)
    {
        matched = lower == "down"[matched] ? matched + 1 : lower == 'd' ? 1 : 0;
        Found = matched == "down".Length;
    }

    // A byte order mark, too, may stand before the first line's dashes.
    private static bool IsBlank(byte next) => next is (byte)' ' or (byte)'\t' or 0xEF or 0xBB or 0xBF;
}
