using Godwit.Schema;

namespace Godwit.Operations;

/// <summary>Drops an index.</summary>
/// <param name="Table">The table, or materialised view.</param>
/// <param name="Name">The index's name.</param>
public sealed record DropIndex(ObjectName Table, string Name) : Operation
{
    /// <summary>Whether it may be missing.</summary>
    public bool IfExists { get; init; }

    /// <summary>Whether it is dropped without blocking anybody, outside a transaction (PostgreSQL: CONCURRENTLY).</summary>
    public bool Concurrently { get; init; }

    /// <summary>The index as it was; null while that is not known.</summary>
    public TableIndex? Old { get; init; }

    /// <inheritdoc/>
    public override string Summary => $"drop index {Name} of {Table}";

    /// <inheritdoc/>
    public override TResult Accept<TResult>(IOperationVisitor<TResult> visitor) => visitor.Visit(this);

    /// <inheritdoc/>
    public override DatabaseSchema ApplyTo(DatabaseSchema schema) =>
        schema.Views.FirstOrDefault(view => view.Name == Table) is { } view
            ? schema with { Views = schema.Views.Select(other => other == view ? other with { Indexes = other.Indexes.Without(index => index.Name == Name) } : other) }
            : Find(schema) is null && !IfExists ? throw Missing() : schema.Edit(Table, table => table with
            {
                Indexes = table.Indexes.Without(index => index.Name == Name),
                Uniques = table.Uniques.Without(unique => unique.Name == Name),
            });

    /// <inheritdoc/>
    public override bool ReversesFromSchema => Old is null;

    /// <inheritdoc/>
    public override Operation Complete(DatabaseSchema before) => Old is not null ? this : Find(before) is { } found ? this with { Old = found } : IfExists ? this : throw Missing();

    /// <inheritdoc/>
    public override Reversal Reverse() =>
        Old is not null ? Reversal.Of(new CreateIndex(Table, Old) { Concurrently = Concurrently, Location = Location })
        : IfExists ? Reversal.Of()
        : new Reversal.None("Its definition is not known: write Down, and create it there.");

    // A unique index may have been read as the unique constraint that it is at the same time (MySQL, MariaDB).
    private TableIndex? Find(DatabaseSchema schema) =>
        (schema.Find(Table)?.Indexes ?? schema.Views.FirstOrDefault(view => view.Name == Table)?.Indexes ?? schema.Require(Table).Indexes)
        .FirstOrDefault(index => index.Name == Name)
        ?? schema.Find(Table)?.Uniques.Where(unique => unique.Name == Name)
            .Select(unique => new TableIndex(Name, unique.Columns.Select(column => new IndexPart(column)).ToValueList()) { IsUnique = true }).FirstOrDefault();

    private GodwitException Missing() => new(ErrorCode.UnknownObject, $"The table {Table} has no index {Name}.", "Look at its indexes, and drop one of those.", Location);
}
