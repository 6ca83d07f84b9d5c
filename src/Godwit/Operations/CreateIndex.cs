using Godwit.Schema;

namespace Godwit.Operations;

/// <summary>Makes an index.</summary>
/// <param name="Table">The table, or materialised view.</param>
/// <param name="Index">The index.</param>
public sealed record CreateIndex(ObjectName Table, TableIndex Index) : Operation
{
    /// <summary>Whether one of that name may be there already, and then stays as it is.</summary>
    public bool IfNotExists { get; init; }

    /// <summary>Whether it is built without blocking writers, outside a transaction (PostgreSQL: CONCURRENTLY).</summary>
    public bool Concurrently { get; init; }

    /// <summary>How the change is made (MySQL, MariaDB).</summary>
    public OnlineChange Online { get; init; } = OnlineChange.Unstated;

    /// <inheritdoc/>
    public override string Summary => $"create index {Index.Name} on {Table}";

    /// <inheritdoc/>
    public override TResult Accept<TResult>(IOperationVisitor<TResult> visitor) => visitor.Visit(this);

    /// <inheritdoc/>
    public override DatabaseSchema ApplyTo(DatabaseSchema schema) =>
        schema.Views.FirstOrDefault(view => view.Name == Table) is { } view
            ? schema with { Views = schema.Views.Select(other => other == view ? other with { Indexes = other.Indexes.Add(Index) } : other) }
            : schema.Edit(Table, Added);

    /// <inheritdoc/>
    public override Reversal Reverse() =>
        IfNotExists
            ? new Reversal.None("It may have been there before: write Down, and drop it there if it is to go.")
            : Reversal.Of(new DropIndex(Table, Index.Name) { Old = Index, Concurrently = Concurrently, Location = Location });

    private Table Added(Table table)
    {
        if (table.Indexes.Any(index => index.Name == Index.Name))
        {
            if (IfNotExists) return table;
            throw new GodwitException(ErrorCode.ObjectExists, $"The table {Table} has an index {Index.Name} already.", "Choose another name, or drop that one first.", Location);
        }

        foreach (var part in Index.Parts.Where(part => part.Kind is IndexPartKind.Column)) table.RequireColumn(part.Expression);
        foreach (var column in Index.Include) table.RequireColumn(column);
        return table with { Indexes = table.Indexes.Add(Index) };
    }
}
