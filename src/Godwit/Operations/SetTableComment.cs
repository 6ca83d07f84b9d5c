using Godwit.Schema;

namespace Godwit.Operations;

/// <summary>Says what a person should know about a table.</summary>
/// <param name="Table">The table.</param>
/// <param name="Comment">The comment; null takes it away.</param>
public sealed record SetTableComment(ObjectName Table, string? Comment) : Operation
{
    /// <summary>The comment before, once it is known.</summary>
    public CommentBefore? Old { get; init; }

    /// <inheritdoc/>
    public override string Summary => $"comment on table {Table}";

    /// <inheritdoc/>
    public override TResult Accept<TResult>(IOperationVisitor<TResult> visitor) => visitor.Visit(this);

    /// <inheritdoc/>
    public override DatabaseSchema ApplyTo(DatabaseSchema schema) => schema.Edit(Table, table => table with { Comment = Comment });

    /// <inheritdoc/>
    public override bool ReversesFromSchema => Old is null;

    /// <inheritdoc/>
    public override Operation Complete(DatabaseSchema before) => this with { Old = new CommentBefore(before.Require(Table).Comment) };

    /// <inheritdoc/>
    public override Reversal Reverse() =>
        Old is null
            ? new Reversal.None("The comment before it is not known: write Down.")
            : Reversal.Of(new SetTableComment(Table, Old.Text) { Old = new CommentBefore(Comment), Location = Location });
}

/// <summary>The comment that another one takes the place of.</summary>
/// <param name="Text">The comment; null when there was none.</param>
public sealed record CommentBefore(string? Text);
