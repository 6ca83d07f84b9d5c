using System.Text;
using Godwit.Cli.Rendering;

namespace Godwit.Cli.Commands;

/// <summary>Writes what a verb shows into a file instead.</summary>
internal static class OutputFile
{
    /// <summary>Writes it as it would be shown without colours, and says so.</summary>
    /// <exception cref="GodwitException">The file cannot be written.</exception>
    internal static void Write(Invocation invocation, string path, Screen screen)
    {
        using var text = new StringWriter { NewLine = "\n" };
        screen.WriteText(new TextOutput(text, Colours.Off, int.MaxValue));
        var full = invocation.FromHere(path);
        try
        {
            File.WriteAllText(full, text.ToString(), new UTF8Encoding(encoderShouldEmitUTF8Identifier: false));
        }
        catch (Exception refused) when (refused is IOException or UnauthorizedAccessException)
        {
            throw new GodwitException(ErrorCode.FileAccess, $"{full} cannot be written: {refused.Message}", "Name another file, or make its directory.", inner: refused);
        }

        invocation.Reporter.Show(new MessageScreen($"Wrote {path}.", ("file", full)));
    }
}
