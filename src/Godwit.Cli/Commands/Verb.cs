using System.CommandLine;

namespace Godwit.Cli.Commands;

/// <summary>A verb of the command: its options, its examples, and what it does.</summary>
internal abstract class Verb
{
    private Command? syntax;

    /// <summary>The options that every verb has.</summary>
    internal GlobalOptions Globals { get; } = new();

    /// <summary>What the parser knows of it.</summary>
    internal Command Syntax => syntax ??= MakeSyntax();

    /// <summary>Command lines that show how it is used, each with what it does.</summary>
    internal abstract (string Line, string Meaning)[] Examples { get; }

    /// <summary>Its own arguments and options.</summary>
    protected virtual Symbol[] Symbols => [];

    /// <summary>Its own options.</summary>
    internal IEnumerable<Option> OwnOptions => Symbols.OfType<Option>();

    /// <summary>Does it.</summary>
    internal abstract Task<ExitCode> RunAsync(Invocation invocation, CancellationToken cancellation);

    private Command MakeSyntax()
    {
        var command = new Command("godwit");
        foreach (var symbol in Symbols)
        {
            if (symbol is Argument argument) command.Arguments.Add(argument);
            else command.Options.Add((Option)symbol);
        }

        foreach (var option in Globals.All)
        {
            // make:migration --table is the table to alter, not the history's
            if (command.Options.All(own => own.Name != option.Name)) command.Options.Add(option);
        }

        return command;
    }
}
