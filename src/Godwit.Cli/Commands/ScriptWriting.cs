using Godwit.Cli.Rendering;
using Godwit.Cli.Syntax;

namespace Godwit.Cli.Commands;

/// <summary>How a verb writes a script instead of running anything: the options for it, and the writing. Needs no connection.</summary>
internal sealed class ScriptWriting
{
    private readonly Flag sql = new("--sql") { Description = "Prints a complete script for the database's own client, without a connection. REV may be FROM:TO." };
    private readonly Flag idempotent = new("--idempotent") { Description = "With --sql: a script that skips what is already applied." };

    /// <summary>The options.</summary>
    internal Option[] Options => [sql, idempotent];

    /// <summary>Whether a script was asked for.</summary>
    internal bool IsAsked(Invocation invocation)
    {
        if (invocation.Value(idempotent) && !invocation.Value(sql))
            throw new GodwitException(ErrorCode.Usage, "--idempotent is for scripts.", "Write it together with --sql. The command itself leaves out what is done already.");
        return invocation.Value(sql);
    }

    /// <summary>Writes it.</summary>
    internal ExitCode Write(Invocation invocation, Func<ScriptOptions, string> write)
    {
        var how = new ScriptOptions
        {
            Kind = invocation.Value(idempotent) ? ScriptKind.Idempotent : ScriptKind.ForItsRange,
            Product = invocation.Connection.Settings.Driver,
        };
        invocation.Reporter.Show(new SqlScriptScreen(write(how)));
        return ExitCode.Done;
    }
}
