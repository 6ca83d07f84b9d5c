namespace Godwit.Cli.Rendering;

/// <summary>How a piece of text is shown. The sixteen basic colours only: they follow the terminal's own light or dark theme.</summary>
internal enum Style
{
    /// <summary>As it is.</summary>
    Plain,

    /// <summary>What matters most on a line.</summary>
    Strong,

    /// <summary>What matters least.</summary>
    Faint,

    /// <summary>It went well.</summary>
    Good,

    /// <summary>It should be looked at.</summary>
    Warning,

    /// <summary>It failed.</summary>
    Bad,

    /// <summary>Something to type, or a place to go to.</summary>
    Hint,
}

/// <summary>Puts ANSI sequences round text (ECMA-48, SGR).</summary>
internal static class Styles
{
    internal static string Apply(string text, Style style, Colours colours) =>
        colours is Colours.Off || style is Style.Plain || text.Length == 0 ? text : $"\u001b[{Code(style)}m{text}\u001b[0m";

    private static string Code(Style style) => style switch
    {
        Style.Strong => "1",
        Style.Faint => "2",
        Style.Good => "32",
        Style.Warning => "33",
        Style.Bad => "31",
        Style.Hint => "36",
        _ => "0",
    };
}
