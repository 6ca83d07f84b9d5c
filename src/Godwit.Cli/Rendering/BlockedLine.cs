using Godwit.Dialects;
using Godwit.Execution;

namespace Godwit.Cli.Rendering;

/// <summary>The line about a statement that did not get a lock, with those who hold it.</summary>
internal static class BlockedLine
{
    internal static string Of(ExecutionEvent.Blocked blocked)
    {
        var holders = blocked.Holders.Count == 0 ? "" : $" In use by {string.Join("; ", blocked.Holders.Select(Holder))}.";
        return $"  {blocked.Step.Id}: no lock for '{Shortened.Text(blocked.Statement.Text, 50)}' (attempt {blocked.Attempt} of {blocked.Attempts}); "
            + $"again in {Counting.Of(blocked.Pause)}.{holders}";
    }

    private static string Holder(LockHolder holder) =>
        holder.Owner + (holder.Since is { } since ? $" since {since:HH:mm:ss} UTC" : "") + (holder.Activity is { Length: > 0 } activity ? $" ({Shortened.Text(activity, 60)})" : "");
}
