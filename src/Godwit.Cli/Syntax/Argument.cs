namespace Godwit.Cli.Syntax;

/// <summary>What a verb takes beside its options.</summary>
/// <param name="HelpName">What stands for it in the help.</param>
/// <param name="Number">How many words it is.</param>
/// <param name="Description">What it is, in a sentence.</param>
internal sealed record Argument(string HelpName, WordCount Number, string Description);

/// <summary>How many words an argument is.</summary>
internal enum WordCount
{
    /// <summary>One, which may be left out.</summary>
    OneOrNone,

    /// <summary>One, which must be there.</summary>
    One,

    /// <summary>Any number.</summary>
    Any,
}
