using Godwit.Schema;

namespace Godwit.Operations;

/// <summary>Changes how a table is stored. What is null in it stays as it is.</summary>
/// <param name="Table">The table.</param>
/// <param name="Options">What changes.</param>
public sealed record SetTableOptions(ObjectName Table, TableOptions Options) : Operation
{
    /// <summary>How it was stored, once that is known.</summary>
    public TableOptions? Old { get; init; }

    /// <summary>Whether it stops or begins to be written to the log (PostgreSQL: SET LOGGED, SET UNLOGGED); null leaves it.</summary>
    public bool? Unlogged { get; init; }

    /// <summary>Whether the options say all: what is null in them is as it is where nothing is said. Thus a change is undone.</summary>
    public bool IsWhole { get; init; }

    /// <inheritdoc/>
    public override string Summary => $"change how {Table} is stored";

    /// <inheritdoc/>
    public override TResult Accept<TResult>(IOperationVisitor<TResult> visitor) => visitor.Visit(this);

    /// <inheritdoc/>
    public override DatabaseSchema ApplyTo(DatabaseSchema schema) => schema.Edit(Table, table => table with { Options = Merged(table.Options) });

    /// <inheritdoc/>
    public override bool ReversesFromSchema => Old is null;

    /// <inheritdoc/>
    public override Operation Complete(DatabaseSchema before) => Old is not null ? this : this with { Old = before.Require(Table).Options };

    /// <inheritdoc/>
    public override Reversal Reverse() =>
        Old is null ? new Reversal.None("How it was stored is not known: write Down.")
        : ChangesCharset && Old is { Charset: null, Collation: null }
            ? new Reversal.None("Its texts had the character set that is the database's default, which may be another there: write Down, and name it.")
            : Reversal.Of(new SetTableOptions(Table, Old) { Old = Merged(Old), Unlogged = Unlogged is null ? null : Old.IsUnlogged, IsWhole = true, Location = Location });

    private bool ChangesCharset => Options.Charset is not null || Options.Collation is not null;

    // A character set and a collation belong together: what one of them was says nothing once the other is another.
    private TableOptions Merged(TableOptions options) => options with
    {
        Engine = Options.Engine ?? options.Engine,
        Charset = ChangesCharset ? Options.Charset : options.Charset,
        Collation = ChangesCharset ? Options.Collation : options.Collation,
        AutoIncrementStart = Options.AutoIncrementStart ?? (IsWhole ? null : options.AutoIncrementStart),
        IsUnlogged = Unlogged ?? options.IsUnlogged,
        Parameters = IsWhole || Options.Parameters.Count > 0 ? Options.Parameters : options.Parameters,
    };
}
