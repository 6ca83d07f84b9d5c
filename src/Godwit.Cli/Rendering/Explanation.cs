namespace Godwit.Cli.Rendering;

/// <summary>What a code means, for the person who meets it for the first time.</summary>
/// <param name="Meaning">What happened, in a sentence.</param>
/// <param name="Cause">What usually leads to it.</param>
/// <param name="Remedy">The way out.</param>
internal sealed record Explanation(string Meaning, string Cause, string Remedy);
