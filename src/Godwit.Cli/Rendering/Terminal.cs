using System.Text;

namespace Godwit.Cli.Rendering;

/// <summary>Where the command writes to and asks: standard output for results, standard error for messages.</summary>
internal sealed record Terminal
{
    private const int UsualWidth = 80;

    /// <summary>Results.</summary>
    internal required TextWriter Out { get; init; }

    /// <summary>Messages, progress and questions.</summary>
    internal required TextWriter Error { get; init; }

    /// <summary>Reads a line that a person types; null at the end of input.</summary>
    internal required Func<string?> ReadLine { get; init; }

    /// <summary>Whether a person sees the output and can answer.</summary>
    internal required Audience Audience { get; init; }

    /// <summary>Whether colours are shown on standard output.</summary>
    internal required Colours OutColours { get; init; }

    /// <summary>Whether colours are shown on standard error.</summary>
    internal required Colours ErrorColours { get; init; }

    /// <summary>The number of columns of standard output; without limit where it is no terminal, so that nothing is cut off in a file.</summary>
    internal required int OutWidth { get; init; }

    /// <summary>The number of columns of standard error.</summary>
    internal required int ErrorWidth { get; init; }

    internal static Terminal OfProcess()
    {
        var noColour = !string.IsNullOrEmpty(Environment.GetEnvironmentVariable("NO_COLOR"))
            || Environment.GetEnvironmentVariable("TERM") == "dumb";
        var automatic = Console.IsInputRedirected || Console.IsErrorRedirected || !string.IsNullOrEmpty(Environment.GetEnvironmentVariable("CI"));
        return new Terminal
        {
            Out = Writer(Console.OpenStandardOutput, () => Console.Out, Flushing.AtTheEnd),
            Error = Writer(Console.OpenStandardError, () => Console.Error, Flushing.Always),
            ReadLine = () => Console.In.ReadLine(),
            Audience = automatic ? Audience.Program : Audience.Person,
            OutColours = noColour || Console.IsOutputRedirected ? Colours.Off : Colours.On,
            ErrorColours = noColour || Console.IsErrorRedirected ? Colours.Off : Colours.On,
            OutWidth = Console.IsOutputRedirected ? int.MaxValue : WidthOf(),
            ErrorWidth = Console.IsErrorRedirected ? UsualWidth : WidthOf(),
        };
    }

    /// <summary>The same without colours.</summary>
    internal Terminal Plain() => this with { OutColours = Colours.Off, ErrorColours = Colours.Off };

    /// <summary>Asks, and waits for a line; a cancellation ends the waiting.</summary>
    internal async Task<string?> AskAsync(string question, CancellationToken cancellation)
    {
        Error.Write(Fitted(question));
        try
        {
            return (await Task.Run(ReadLine, cancellation).WaitAsync(cancellation))?.Trim();
        }
        catch (OperationCanceledException)
        {
            Error.WriteLine();
            throw;
        }
    }

    // Where it is too long for a line, what is asked stands on one of its own, behind what is said.
    private string Fitted(string question)
    {
        if (question.Length < ErrorWidth) return question;
        var end = question.LastIndexOf(". ", StringComparison.Ordinal);
        string[] parts = end < 0 ? [question] : [question[..(end + 1)], question[(end + 2)..]];
        return string.Join('\n', parts.SelectMany(part => Wrapping.Lines(part.TrimEnd(), ErrorWidth - 1))) + " ";
    }

    // Console.Out and Error send what they get piece by piece, with a look at the terminal's state each time. On Windows they know
    // the console's encoding.
    private static TextWriter Writer(Func<Stream> open, Func<TextWriter> console, Flushing flushing) => OperatingSystem.IsWindows()
        ? console()
        : new StreamWriter(open(), new UTF8Encoding(encoderShouldEmitUTF8Identifier: false)) { AutoFlush = flushing is Flushing.Always };

    private static int WidthOf()
    {
        try
        {
            return Console.WindowWidth > 0 ? Console.WindowWidth : UsualWidth;
        }
        catch (IOException)
        {
            // a terminal that does not tell its width
            return UsualWidth;
        }
    }
}

/// <summary>When what was written is sent.</summary>
internal enum Flushing
{
    /// <summary>After every piece.</summary>
    Always,

    /// <summary>When the one who writes says so.</summary>
    AtTheEnd,
}

/// <summary>Who is on the other side.</summary>
internal enum Audience
{
    /// <summary>Someone who can answer a question.</summary>
    Person,

    /// <summary>A pipe or a build server: nothing is asked.</summary>
    Program,
}

/// <summary>Whether a stream shows colours.</summary>
internal enum Colours
{
    /// <summary>Plain text.</summary>
    Off,

    /// <summary>ANSI sequences.</summary>
    On,
}
