namespace Godwit.Cli.Tests.FirstHour;

/// <summary>Something that a new user does.</summary>
internal abstract record Step
{
    /// <summary>Where it is done; both unless it says otherwise.</summary>
    internal Medium? Only { get; init; }

    /// <summary>Types a command line.</summary>
    /// <param name="Line">The line.</param>
    /// <param name="Code">The exit code that it must have.</param>
    internal sealed record Types(string Line, int Code = 0) : Step
    {
        /// <summary>What is answered at a terminal, each after the end of a question.</summary>
        internal (string Question, string Answer)[] Answers { get; init; } = [];

        /// <summary>The exit code in a pipe, where it is another one.</summary>
        internal int? CodeInPipe { get; init; }

        /// <summary>Whether the picture in the README shows it.</summary>
        internal bool IsPictured { get; init; }
    }

    /// <summary>Writes a file in an editor.</summary>
    /// <param name="Path">The file, relative to the project; what it is called after its time, for a migration.</param>
    /// <param name="Text">What is in it then.</param>
    internal sealed record Writes(string Path, string Text) : Step;

    /// <summary>Looks at a file.</summary>
    /// <param name="Path">The file, as for <see cref="Writes"/>.</param>
    internal sealed record Reads(string Path) : Step;

    /// <summary>Has a thought, which stands above what comes next.</summary>
    internal sealed record Thinks(string Text) : Step;
}

/// <summary>What the command writes to.</summary>
internal enum Medium
{
    /// <summary>A terminal of 80 columns, with a person at it.</summary>
    Terminal,

    /// <summary>Two pipes, as in a script.</summary>
    Pipe,
}
