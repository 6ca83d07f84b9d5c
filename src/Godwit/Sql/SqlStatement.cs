using System.Data.Common;

namespace Godwit.Sql;

/// <summary>One SQL text with where it came from.</summary>
public sealed class SqlStatement
{
    private readonly SourceText? source;
    private readonly int offset;
    private readonly SourceLocation? origin;
    private readonly SqlStatement? untagged;

    /// <summary>A statement that Godwit itself makes.</summary>
    /// <param name="text">The SQL, without the separator at its end.</param>
    public SqlStatement(string text) => Text = text;

    /// <summary>A statement that Godwit made out of something which somebody wrote.</summary>
    /// <param name="text">The SQL, without the separator at its end.</param>
    /// <param name="origin">Where that something stands.</param>
    public SqlStatement(string text, SourceLocation? origin)
        : this(text) => this.origin = origin;

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

    // A statement with a comment before it.
    private SqlStatement(string tag, SqlStatement untagged)
        : this(tag + untagged.Text) => this.untagged = untagged;

    /// <summary>The SQL, without the separator at its end.</summary>
    public string Text { get; }

    /// <summary>Code that runs in the statement's place, with the open connection; null for SQL.</summary>
    public Func<DbConnection, CancellationToken, Task>? Code { get; init; }

    /// <summary>The ranges of keys that the statement goes through, each in a transaction of its own; null for an ordinary statement.</summary>
    public KeyRanges? Ranges { get; init; }

    /// <summary>Is shown each row that the statement yields; null where nobody looks at them. One in a message at most.</summary>
    public Action<DbDataReader>? Row { get; init; }

    /// <summary>
    /// What tells the statement from another one in its place where the text cannot: what it was made of. Null where the text can.
    /// </summary>
    internal string? Key { get; init; }

    /// <summary>The hash under which an earlier run noted that the statement is done, so that only its place matters; null otherwise.</summary>
    internal string? DoneAs { get; init; }

    /// <summary>Whether its effect is there, where an earlier run was cut off in it and the schema tells; null where the catalog is to be asked.</summary>
    internal bool? IsThere { get; init; }

    /// <summary>How many of the operations that it was made from, with those before it, are done after it; null where one is done in part.</summary>
    internal int? Completes { get; init; }

    /// <summary>Where in its script's text the statement begins; 0 when Godwit made it.</summary>
    internal int Offset => offset;

    /// <summary>Where the statement begins; null when no file holds it.</summary>
    public SourceLocation? Location => Locate(0);

    /// <summary>The statement as it was written.</summary>
    internal SqlStatement Untagged => untagged ?? this;

    /// <summary>Where an offset in <see cref="Text"/> stands in the file; null when no file holds the statement.</summary>
    public SourceLocation? Locate(int offsetInText) => untagged is null
        ? source?.Locate(offset + offsetInText) ?? origin
        : untagged.Locate(Math.Max(0, offsetInText - (Text.Length - untagged.Text.Length)));

    /// <summary>The statement with a comment before it, by which the server's list of running statements can be searched.</summary>
    internal SqlStatement Tagged(string tag) => new(tag, this);

    /// <inheritdoc/>
    public override string ToString() => Text;
}
