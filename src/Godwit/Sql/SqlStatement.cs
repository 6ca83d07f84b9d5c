namespace Godwit.Sql;

/// <summary>One SQL text with where it came from.</summary>
public sealed class SqlStatement
{
    private readonly SourceText? source;
    private readonly int offset;

    /// <summary>A statement that Godwit itself makes.</summary>
    /// <param name="text">The SQL, without the separator at its end.</param>
    public SqlStatement(string text) => Text = text;

    /// <summary>A statement out of a script.</summary>
    /// <param name="source">The script.</param>
    /// <param name="offset">Where in <see cref="SourceText.Text"/> the statement's first token stands.</param>
    /// <param name="text">The SQL from there on, as it stands in the script, without the separator at its end.</param>
    public SqlStatement(SourceText source, int offset, string text)
        : this(text)
    {
        this.source = source;
        this.offset = offset;
    }

    /// <summary>The SQL, without the separator at its end.</summary>
    public string Text { get; }

    /// <summary>Where in its script's text the statement begins; 0 when Godwit made it.</summary>
    internal int Offset => offset;

    /// <summary>Where the statement begins; null when no file holds it.</summary>
    public SourceLocation? Location => Locate(0);

    /// <summary>Where an offset in <see cref="Text"/> stands in the file; null when no file holds the statement.</summary>
    public SourceLocation? Locate(int offsetInText) => source?.Locate(offset + offsetInText);

    /// <inheritdoc/>
    public override string ToString() => Text;
}
