using Godwit.Cli.Rendering;
using Godwit.Cli.Syntax;
using Godwit.Safety;

namespace Godwit.Cli.Commands;

/// <summary>Asks for the confirmations that the environment wants.</summary>
internal sealed class Asking(Invocation invocation)
{
    internal static Flag ForceOption() => new("--force", "-f") { Description = "Skips the confirmation." };

    internal static TextOption DatabaseNameOption() =>
        new("--database-name") { Description = "The database's name, required in production with --force.", HelpName = "NAME" };

    /// <summary>Goes on, or says why not.</summary>
    /// <param name="what">What is about to happen, as the end of a question: <c>drop everything</c>.</param>
    /// <param name="hazard">What it does to the database.</param>
    /// <param name="forced">Whether the confirmation was answered on the command line.</param>
    /// <param name="databaseName">The name given on the command line.</param>
    /// <param name="cancellation">Ends the waiting for an answer.</param>
    /// <exception cref="GodwitException">Nobody can answer, or the answer was no.</exception>
    internal async Task ConfirmAsync(string what, Hazard hazard, bool forced, string? databaseName, CancellationToken cancellation)
    {
        var needed = Confirmations.Needed(hazard, invocation.Environment.Kind);
        var name = invocation.Database.Name;
        if (needed is Confirmation.NameOnCommandLine)
        {
            if (!forced || databaseName != name) throw Refused(what, $"--force --database-name {name}");
            return;
        }

        if (needed is Confirmation.OnCommandLine && !forced) throw Refused(what, "--force");

        if (needed is Confirmation.None || forced) return;
        var question = $"This will {what} in {invocation.Database.Description} ({invocation.Environment.Name}).";
        if (invocation.Audience is Audience.Program) throw NobodyThere(question);
        var confirmed = needed is Confirmation.TypeName
            ? await TypedAsync(question, name, cancellation)
            : await AnsweredAsync(question + " Continue?", cancellation);
        if (!confirmed) throw Declined();
    }

    /// <summary>Goes on with what was just described, in any environment, or says why not.</summary>
    /// <param name="what">What it comes to, as a sentence.</param>
    /// <param name="forced">Whether the confirmation was answered on the command line.</param>
    /// <param name="cancellation">Ends the waiting for an answer.</param>
    /// <exception cref="GodwitException">Nobody can answer, or the answer was no.</exception>
    internal async Task AgreeAsync(string what, bool forced, CancellationToken cancellation)
    {
        if (forced) return;
        if (invocation.Audience is Audience.Program) throw NobodyThere(what);
        if (!await AnsweredAsync(what + " Continue?", cancellation)) throw Declined();
    }

    /// <summary>Asks a question to be answered with yes or no; no is the answer of Enter alone.</summary>
    internal async Task<bool> AnsweredAsync(string question, CancellationToken cancellation)
    {
        var answer = await invocation.Terminal.AskAsync($"{question} [y/N] ", cancellation);
        return string.Equals(answer, "y", StringComparison.OrdinalIgnoreCase) || string.Equals(answer, "yes", StringComparison.OrdinalIgnoreCase);
    }

    /// <summary>Asks for one of several words, or its beginning; the first is the answer of Enter alone, and of nobody.</summary>
    /// <exception cref="GodwitException">The answer is none of them.</exception>
    internal async Task<string> ChosenAsync(string question, string[] choices, CancellationToken cancellation)
    {
        if (invocation.Audience is Audience.Program) return choices[0];
        var answer = await invocation.Terminal.AskAsync($"{question} {string.Join(", ", choices)} [{choices[0]}] ", cancellation);
        if (string.IsNullOrEmpty(answer)) return choices[0];
        var meant = Array.FindAll(choices, choice => choice.StartsWith(answer, StringComparison.OrdinalIgnoreCase));
        if (meant.Length == 1 || Array.Exists(meant, choice => choice.Length == answer.Length)) return meant[0];
        throw new GodwitException(
            ErrorCode.Usage, $"'{answer}' is not one of {string.Join(", ", choices)}.",
            Suggestion.Nearest(answer, choices) is { } nearest ? $"Did you mean {nearest}?" : "Run it again and answer with one of them.", state: "Nothing was changed.");
    }

    private async Task<bool> TypedAsync(string question, string name, CancellationToken cancellation) =>
        await invocation.Terminal.AskAsync($"{question} Type the database's name ({name}) to continue: ", cancellation) == name;

    private GodwitException Refused(string what, string options) => new(
        ErrorCode.RefusedByEnvironment, $"The environment {invocation.Environment.Name} does not allow anyone to {what} without further confirmation.",
        $"If you mean it, add {options}", state: "Nothing was changed.");

    private static GodwitException NobodyThere(string question) => new(
        ErrorCode.ConfirmationNeeded, question + " It needs confirmation, and there is nobody to ask.", "Add --force to confirm it.", state: "Nothing was changed.");

    internal static GodwitException Declined() => new(ErrorCode.Declined, "Not confirmed.", state: "Nothing was changed.");
}
