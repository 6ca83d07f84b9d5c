using Godwit.Schema;

namespace Godwit.Operations;

/// <summary>Makes a schema: a name space for tables (PostgreSQL).</summary>
/// <param name="Name">Its name.</param>
public sealed record CreateSchema(string Name) : Operation
{
    /// <summary>Whether it may be there already.</summary>
    public bool IfNotExists { get; init; }

    /// <inheritdoc/>
    public override string Summary => $"create schema {Name}";

    /// <inheritdoc/>
    public override TResult Accept<TResult>(IOperationVisitor<TResult> visitor) => visitor.Visit(this);

    /// <inheritdoc/>
    public override DatabaseSchema ApplyTo(DatabaseSchema schema) => schema.Schemas.Contains(Name) ? schema : schema with { Schemas = schema.Schemas.Add(Name) };

    /// <inheritdoc/>
    public override Reversal Reverse() =>
        IfNotExists
            ? new Reversal.None("It may have been there before: write Down, and drop it there if it is to go.")
            : Reversal.Of(new DropSchema(Name) { Location = Location });
}
