using Godwit.Cli.Rendering;
using Godwit.Cli.Syntax;

namespace Godwit.Cli.Commands;

/// <summary>The help of one verb, in 80 columns.</summary>
internal sealed class HelpScreen(VerbEntry entry, Verb verb)
{
    internal const int Width = 80;
    private const int Column = 28;

    internal void WriteText(TextOutput output)
    {
        output.Line(($"godwit {entry.Name}{Place(verb.Argument)} [options]", Style.Strong));
        output.Paragraph(entry.Summary, 2);
        if (entry.Aliases.Length > 0) output.Line("  Also: " + string.Join(", ", entry.Aliases), Style.Faint);
        if (verb.Argument is { } argument)
        {
            output.Line();
            Row(output, argument.HelpName, argument.Description);
        }

        if (verb.Options.Length > 0)
        {
            output.Line();
            output.Line("Options", Style.Faint);
            foreach (var option in verb.Options) Row(output, Spelling(option), option.Description);
        }

        output.Line();
        output.Line("Options of every verb", Style.Faint);
        foreach (var option in verb.SharedOptions) Row(output, Spelling(option), option.Description);
        output.Line();
        output.Line("Examples", Style.Faint);
        foreach (var (line, meaning) in verb.Examples)
        {
            output.Line("  " + line, Style.Hint);
            output.Paragraph(meaning, 6);
        }
    }

    internal static void Row(TextOutput output, string name, string description)
    {
        var first = true;
        foreach (var line in Wrapping.Lines(description, Width - Column))
        {
            var left = first ? "  " + name : "";
            if (first && left.Length >= Column - 1)
            {
                output.Line(left, Style.Hint);
                left = "";
            }

            output.Line((left.PadRight(Column), Style.Hint), (line, Style.Plain));
            first = false;
        }
    }

    private static string Place(Argument? argument) => argument switch
    {
        null => "",
        { Number: WordCount.One } => " " + argument.HelpName,
        _ => $" [{argument.HelpName}]",
    };

    private static string Spelling(Option option)
    {
        var names = string.Join(", ", option.Aliases.Prepend(option.Name));
        return option.HelpName is { } value ? $"{names} {value}" : names;
    }
}

/// <summary>The list of all verbs.</summary>
internal static class OverviewScreen
{
    internal static void WriteText(TextOutput output)
    {
        output.Line(("godwit ", Style.Strong), ($"{Product.Version}  migrates databases, completely or not at all.", Style.Plain));
        foreach (var group in VerbTable.All.GroupBy(entry => entry.Group))
        {
            output.Line();
            output.Line(group.Key, Style.Faint);
            foreach (var entry in group) HelpScreen.Row(output, entry.Name, entry.Summary);
        }

        output.Line();
        output.Paragraph("A colon and a space are the same: make:migration is make migration. godwit VERB --help shows a verb's options and examples.", 0);
    }
}
