using System.Text.Json;
using Godwit.Execution;

namespace Godwit.Cli.Rendering;

/// <summary>Shows what a verb has to say, in the form that was asked for.</summary>
internal abstract class Reporter : IDisposable
{
    /// <summary>The result of the verb, on standard output.</summary>
    internal abstract void Show(Screen screen);

    /// <summary>A failure.</summary>
    internal abstract void Fail(GodwitException failure);

    /// <summary>Something to know beside the result, on standard error.</summary>
    internal abstract void Note(string text, Style style = Style.Plain);

    /// <summary>Something to see before a question, on standard error.</summary>
    internal abstract void Announce(Screen screen);

    /// <summary>From now on every statement is shown with the time it took.</summary>
    internal abstract void LogStatements();

    /// <summary>Something that happens during a run.</summary>
    internal abstract void Observe(ExecutionEvent happened);

    public abstract void Dispose();
}

/// <summary>For people: lines of text.</summary>
internal sealed class TextReporter(Terminal terminal, Verbosity verbosity) : Reporter
{
    private readonly ProgressLines progress = new(terminal, verbosity);
    private readonly TextOutput errors = new(terminal.Error, terminal.ErrorColours, terminal.ErrorWidth);

    internal override void Show(Screen screen)
    {
        progress.Clear();
        if (verbosity is Verbosity.Quiet) return;
        screen.WriteText(new TextOutput(terminal.Out, terminal.OutColours, terminal.OutWidth));
        terminal.Out.Flush();
    }

    internal override void Fail(GodwitException failure)
    {
        progress.Clear();
        new ErrorScreen(failure).WriteText(errors);
        if (failure.Code is ErrorCode.Unexpected && verbosity is Verbosity.Verbose) errors.Line(failure.InnerException!.ToString(), Style.Faint);
    }

    internal override void Note(string text, Style style = Style.Plain)
    {
        progress.Clear();
        if (verbosity is not Verbosity.Quiet) errors.Paragraph(text, 0, style);
    }

    internal override void Announce(Screen screen)
    {
        progress.Clear();
        if (verbosity is not Verbosity.Quiet) screen.WriteText(errors);
    }

    internal override void LogStatements() => progress.LogStatements();

    internal override void Observe(ExecutionEvent happened) => progress.Observe(happened);

    public override void Dispose() => progress.Dispose();
}

/// <summary>For programs: one JSON document on standard output, and nothing else there.</summary>
internal sealed class JsonReporter(Terminal terminal) : Reporter
{
    private bool logging;

    internal override void Show(Screen screen) => Write(screen);

    internal override void Fail(GodwitException failure) => Write(new ErrorScreen(failure));

    internal override void Note(string text, Style style = Style.Plain) => terminal.Error.WriteLine(text);

    internal override void Announce(Screen screen) => screen.WriteText(new TextOutput(terminal.Error, Colours.Off, terminal.ErrorWidth));

    internal override void LogStatements() => logging = true;

    internal override void Observe(ExecutionEvent happened)
    {
        if (happened is ExecutionEvent.Blocked blocked) terminal.Error.WriteLine(BlockedLine.Of(blocked));
        if (logging && happened is ExecutionEvent.StatementCompleted done)
            terminal.Error.WriteLine($"{done.Statement.Location?.ToString() ?? done.Step.Id}: {Counting.Of(done.Elapsed)}: {Shortened.Text(done.Statement.Text, 120)}");
        if (happened is ExecutionEvent.Noticed { Finding: var finding }) terminal.Error.WriteLine($"warning: {finding.Message} {finding.Remedy}");
    }

    public override void Dispose()
    {
        // holds nothing
    }

    private void Write(Screen screen)
    {
        using var buffer = new MemoryStream();
        using (var json = new Utf8JsonWriter(buffer, new JsonWriterOptions { Indented = true, Encoder = System.Text.Encodings.Web.JavaScriptEncoder.UnsafeRelaxedJsonEscaping }))
        {
            json.WriteStartObject();
            screen.WriteJson(json);
            json.WriteEndObject();
        }

        terminal.Out.WriteLine(System.Text.Encoding.UTF8.GetString(buffer.GetBuffer(), 0, (int)buffer.Length));
        terminal.Out.Flush();
    }
}

/// <summary>How much is shown.</summary>
internal enum Verbosity
{
    /// <summary>Errors only.</summary>
    Quiet,

    /// <summary>What a person wants to know.</summary>
    Normal,

    /// <summary>Every statement too.</summary>
    Verbose,
}
