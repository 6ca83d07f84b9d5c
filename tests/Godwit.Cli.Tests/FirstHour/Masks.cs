using System.Text.RegularExpressions;
using Godwit.Cli.Commands;

namespace Godwit.Cli.Tests.FirstHour;

/// <summary>What differs from run to run and from machine to machine, in words that stay.</summary>
/// <param name="names">Further texts, each with what stands for it.</param>
internal sealed partial class Masks(params (string Text, string Mask)[] names)
{
    private readonly List<string> times = [];

    /// <summary>The same text with masks. Times of files are told apart, in the order in which they come.</summary>
    internal string Put(string text)
    {
        foreach (var (name, mask) in names) text = text.Replace(name, mask, StringComparison.Ordinal);
        text = TimeOfFile().Replace(text, found => $"2026_01_05_0900{Number(found.Value):00}");
        text = Moment().Replace(text, "2026-01-05 09:00:00");
        text = Duration().Replace(text, "12 ms");
        text = Size().Replace(text, "16 KiB");
        text = User().Replace(text, "'ada@laptop', '");
        text = Runtime().Replace(text, "$1 x.y");
        return text.Replace(Product.Version, "1.0.0", StringComparison.Ordinal);
    }

    private int Number(string time)
    {
        if (!times.Contains(time)) times.Add(time);
        return times.IndexOf(time);
    }

    [GeneratedRegex("20[0-9]{2}_[0-9]{2}_[0-9]{2}_[0-9]{6}")]
    private static partial Regex TimeOfFile();

    [GeneratedRegex("20[0-9]{2}-[0-9]{2}-[0-9]{2} [0-9]{2}:[0-9]{2}:[0-9]{2}")]
    private static partial Regex Moment();

    [GeneratedRegex("[0-9.]+ m?s\\b")]
    private static partial Regex Duration();

    [GeneratedRegex("[0-9.]+ [KM]i?B\\b")]
    private static partial Regex Size();

    // in a row of the history
    [GeneratedRegex("'[^' ]+@[^' ]+', '")]
    private static partial Regex User();

    // the first word after a product's name that is a version, and what the product adds to it
    [GeneratedRegex("(\\.NET|SQLite|PostgreSQL|MariaDB|MySQL) [0-9]+\\.[0-9.]+[^ \\n]*(?: \\([^\\n]*\\))?")]
    private static partial Regex Runtime();
}
