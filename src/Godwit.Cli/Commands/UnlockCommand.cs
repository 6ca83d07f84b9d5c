using Godwit.Cli.Rendering;
using Godwit.Cli.Syntax;

namespace Godwit.Cli.Commands;

/// <summary>Shows who holds the lock, and ends that run.</summary>
internal sealed class UnlockCommand : Verb
{
    private readonly Flag force = Asking.ForceOption();

    internal override Option[] Options => [force];

    internal override (string Line, string Meaning)[] Examples => [("godwit unlock", "Shows the run that holds the lock and asks whether to end it.")];

    internal override async Task<ExitCode> RunAsync(Invocation invocation, CancellationToken cancellation)
    {
        if (await invocation.Migrator.LockHolderAsync(cancellation) is not { } holder)
        {
            invocation.Reporter.Show(new MessageScreen("Nobody holds the lock.", ("unlocked", "false")));
            return ExitCode.Done;
        }

        invocation.Reporter.Note($"The lock is held by {holder.Owner}" + (holder.Since is { } since ? $" since {since:yyyy-MM-dd HH:mm:ss} UTC." : "."));
        if (!invocation.Value(force)) await AskAsync(invocation, cancellation);
        var ended = await invocation.Migrator.UnlockAsync(cancellation);
        invocation.Reporter.Show(new MessageScreen(
            ended ? "Its connection is closed. The next run finishes or undoes what it left." : "It has already ended by itself.", ("unlocked", ended ? "true" : "false"), ("owner", holder.Owner)));
        return ExitCode.Done;
    }

    private static async Task AskAsync(Invocation invocation, CancellationToken cancellation)
    {
        if (invocation.Audience is Audience.Program)
            throw new GodwitException(ErrorCode.ConfirmationNeeded, "Ending a run needs confirmation, and there is nobody to ask.", "Add --force to confirm it.", state: "Nothing was changed.");
        if (!await new Asking(invocation).AnsweredAsync("End that run?", cancellation)) throw Asking.Declined();
    }
}
