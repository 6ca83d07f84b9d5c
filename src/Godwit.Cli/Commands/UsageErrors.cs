using System.CommandLine;
using System.CommandLine.Completions;
using System.CommandLine.Parsing;

namespace Godwit.Cli.Commands;

/// <summary>Words for arguments that are not understood.</summary>
internal static class UsageErrors
{
    /// <summary>The first mistake, if there is one.</summary>
    internal static GodwitException? Find(ParseResult parsed, Command syntax, string verb)
    {
        if (Unknown(parsed) is { } token) return token.StartsWith('-') ? UnknownOption(token, syntax, verb) : Superfluous(token, verb);
        return parsed.Errors.Count == 0 ? null : Explain(parsed.Errors[0], verb);
    }

    // What begins with a hyphen and is no number is never meant for an argument, though the parser would take it for one.
    private static string? Unknown(ParseResult parsed)
    {
        if (!parsed.Tokens.Any(token => token.Type is TokenType.DoubleDash))
        {
            foreach (var argument in parsed.CommandResult.Children.OfType<ArgumentResult>())
            {
                if (argument.Tokens.FirstOrDefault(LooksLikeOption) is { } option) return option.Value;
            }
        }

        return parsed.UnmatchedTokens.Count > 0 ? parsed.UnmatchedTokens[0] : null;
    }

    private static bool LooksLikeOption(Token token) => token.Value.Length > 1 && token.Value[0] == '-' && !char.IsAsciiDigit(token.Value[1]);

    private static GodwitException UnknownOption(string token, Command syntax, string verb)
    {
        var option = token.Split('=')[0];
        var nearest = Suggestion.Nearest(option, syntax.Options.Select(known => known.Name));
        return Mistake($"godwit {verb} has no option {option}.", nearest is null ? See(verb) : $"Did you mean {nearest}?");
    }

    private static GodwitException Superfluous(string token, string verb)
    {
        var nearest = VerbTable.Nearest($"{verb}:{token}");
        return nearest is null || nearest == verb
            ? Mistake($"godwit {verb} does not take '{token}'.", See(verb))
            : Mistake($"There is no verb '{verb} {token}'.", $"Did you mean godwit {nearest}?");
    }

    private static GodwitException Explain(ParseError error, string verb) => error.SymbolResult switch
    {
        OptionResult option => OfOption(option, verb),
        ArgumentResult { Parent: OptionResult option } => OfOption(option, verb),
        ArgumentResult { Argument: var argument } => Mistake($"godwit {verb} needs {argument.HelpName ?? argument.Name}.", See(verb)),
        _ => Mistake(error.Message, See(verb)),
    };

    private static GodwitException OfOption(OptionResult result, string verb)
    {
        var name = result.Option.Name;
        if (result.Tokens.Count == 0) return Mistake($"{name} needs a value: {name} {result.Option.HelpName}.", See(verb));
        var value = result.Tokens[^1].Value;
        if (result.IdentifierTokenCount > 1) return Mistake($"{name} is given {result.IdentifierTokenCount} times.", "Give it once.");
        var known = result.Option.GetCompletions(CompletionContext.Empty).Select(completion => completion.Label).ToArray();
        if (known.Length > 0) return Mistake($"{name} {value} is not known.", $"Write one of: {string.Join(", ", known)}.");
        return Mistake(result.Option.ValueType == typeof(int?) ? $"{name} {value} is not a number." : $"{name} {value} is not understood.", See(verb));
    }

    private static string See(string verb) => $"godwit {verb} --help shows its options and arguments.";

    private static GodwitException Mistake(string message, string remedy) => new(ErrorCode.Usage, message, remedy);
}
