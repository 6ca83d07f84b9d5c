using System.Text.RegularExpressions;
using Godwit.Cli.Tests.Running;

namespace Godwit.Cli.Tests.Guide;

/// <summary>A page for readers: the README, or one under docs/. Parts that tests write are left out; they are compared where they are written.</summary>
internal sealed partial class Page
{
    private Page(string name, string text)
    {
        Name = name;
        Text = Written().Replace(text.Split(CommandsPage.Mark)[0], "");
        Blocks = [.. Read(Text)];
    }

    /// <summary>The names of all of them, relative to the repository.</summary>
    internal static IEnumerable<string> Names =>
        Directory.GetFiles(Path.Join(Samples.Repository, "docs"), "*.md").Select(file => "docs/" + Path.GetFileName(file)).Prepend("README.md").Order(StringComparer.Ordinal);

    /// <summary>The name, relative to the repository.</summary>
    internal string Name { get; }

    /// <summary>What people have written of it.</summary>
    internal string Text { get; }

    /// <summary>Its blocks of code, in their order.</summary>
    internal IReadOnlyList<PageBlock> Blocks { get; }

    /// <summary>Command lines in the middle of its sentences.</summary>
    internal IEnumerable<string> Lines => CodeSpan().Matches(Fence().Replace(Text, "")).Select(span => span.Groups[1].Value);

    internal static Page Open(string name) => new(name, File.ReadAllText(Path.Join(Samples.Repository, name)));

    private static IEnumerable<PageBlock> Read(string text) =>
        Fence().Matches(text).Select(block => new PageBlock(
            text[..block.Index].Count(letter => letter == '\n') + 1, block.Groups["language"].Value, block.Groups["text"].Value, block.Groups["mark"].Success ? block.Groups["mark"].Value : null));

    // A comment right above a block says why nobody runs it.
    [GeneratedRegex("(?:^<!-- illustration: (?<mark>[^\\n]*) -->\\n)?^```(?<language>[a-z]*)\\n(?<text>.*?)^```$", RegexOptions.Multiline | RegexOptions.Singleline | RegexOptions.ExplicitCapture)]
    private static partial Regex Fence();

    [GeneratedRegex("<!-- ([a-z]+): begin -->.*?<!-- \\1: end -->", RegexOptions.Singleline)]
    private static partial Regex Written();

    [GeneratedRegex("(?<!`)`(godwit [^`\\n]+)`")]
    private static partial Regex CodeSpan();
}

/// <summary>A block of code on a page.</summary>
/// <param name="Line">Where it begins.</param>
/// <param name="Language">What stands behind its first fence.</param>
/// <param name="Text">What is in it.</param>
/// <param name="Illustration">Why nobody runs it; null for one that is run.</param>
internal sealed record PageBlock(int Line, string Language, string Text, string? Illustration)
{
    /// <summary>Whether it is of a language, and to be run.</summary>
    internal bool Is(params string[] languages) => Illustration is null && languages.Contains(Language);
}
