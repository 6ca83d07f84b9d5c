using Godwit.Cli.Rendering;
using Godwit.Cli.Syntax;

namespace Godwit.Cli.Commands;

/// <summary>Explains a code: what it means, where it comes from, and the way out.</summary>
internal sealed class ExplainCommand : Verb
{
    internal override Argument Argument => new("CODE", WordCount.OneOrNone, "The code shown after error or warning. Default: list all.");

    internal override (string Line, string Meaning)[] Examples =>
    [
        ("godwit explain edited-after-applied", "What this code means, and what to do."),
        ("godwit explain", "All codes, one per line."),
    ];

    internal override Task<ExitCode> RunAsync(Invocation invocation, CancellationToken cancellation)
    {
        var all = Catalogue.All();
        invocation.Reporter.Show(invocation.Word is { } word ? new ExplanationScreen(Find(all, word)) : new CatalogueScreen(all));
        return Task.FromResult(ExitCode.Done);
    }

    private static ExplainedCode Find(IReadOnlyList<ExplainedCode> all, string word)
    {
        if (all.FirstOrDefault(one => one.Code.Equals(word, StringComparison.OrdinalIgnoreCase)) is { } found) return found;
        var nearest = Suggestion.Nearest(word, all.Select(one => one.Code));
        throw new GodwitException(ErrorCode.Usage, $"There is no code '{word}'.",
            nearest is null ? "godwit explain lists all codes." : $"Did you mean godwit explain {nearest}?");
    }
}
