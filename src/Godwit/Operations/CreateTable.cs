using Godwit.Schema;

namespace Godwit.Operations;

/// <summary>Makes a table with all that belongs to it.</summary>
/// <param name="Table">The table.</param>
public sealed record CreateTable(Table Table) : Operation
{
    /// <summary>Whether one of that name may be there already, and then stays as it is.</summary>
    public bool IfNotExists { get; init; }

    /// <inheritdoc/>
    public override string Summary => $"create table {Table.Name}";

    /// <inheritdoc/>
    public override TResult Accept<TResult>(IOperationVisitor<TResult> visitor) => visitor.Visit(this);

    /// <inheritdoc/>
    public override DatabaseSchema ApplyTo(DatabaseSchema schema) =>
        IfNotExists && schema.Find(Table.Name) is not null ? schema : Added(schema);

    /// <inheritdoc/>
    public override Reversal Reverse() =>
        IfNotExists
            ? new Reversal.None("It may have been there before: write Down, and drop it there if it is to go.")
            : Reversal.Of(new DropTable(Table.Name) { Old = Table, IsTemporary = Table.Options.IsTemporary, Location = Location });

    private DatabaseSchema Added(DatabaseSchema schema)
    {
        schema.RequireFree(Table.Name);
        var whole = new Table(Table.Name) { Columns = Table.Columns };
        foreach (var constraint in Table.Constraints) whole = whole.Add(constraint);
        return schema with { Tables = schema.Tables.Add(Table with { Columns = whole.Columns }) };
    }
}
