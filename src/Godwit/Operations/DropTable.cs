using Godwit.Schema;

namespace Godwit.Operations;

/// <summary>Drops a table with its rows.</summary>
/// <param name="Table">The table's name.</param>
public sealed record DropTable(ObjectName Table) : Operation
{
    /// <summary>Whether it may be missing.</summary>
    public bool IfExists { get; init; }

    /// <summary>Whether what refers to it is dropped or cut loose as well (PostgreSQL: CASCADE).</summary>
    public bool Cascade { get; init; }

    /// <summary>Whether it is a temporary one.</summary>
    public bool IsTemporary { get; init; }

    /// <summary>The table as it was; null while that is not known.</summary>
    public Table? Old { get; init; }

    /// <inheritdoc/>
    public override string Summary => $"drop table {Table}";

    /// <inheritdoc/>
    public override TResult Accept<TResult>(IOperationVisitor<TResult> visitor) => visitor.Visit(this);

    /// <inheritdoc/>
    public override DatabaseSchema ApplyTo(DatabaseSchema schema) =>
        schema.Find(Table) is null && IfExists ? schema : schema with { Tables = schema.Tables.Without(table => table == schema.Require(Table)) };

    /// <inheritdoc/>
    public override bool ReversesFromSchema => Old is null;

    /// <inheritdoc/>
    public override Operation Complete(DatabaseSchema before) => Old is not null || (IfExists && before.Find(Table) is null) ? this : this with { Old = before.Require(Table) };

    /// <inheritdoc/>
    public override Reversal Reverse() =>
        Old is not null ? Reversal.Of(new CreateTable(Old) { Location = Location })
        : IfExists ? Reversal.Of()
        : new Reversal.None($"Its definition is not known: write Down, and create {Table} there.");
}
