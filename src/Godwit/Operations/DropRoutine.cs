using Godwit.Schema;

namespace Godwit.Operations;

/// <summary>Drops a function or a procedure.</summary>
/// <param name="Name">Its name.</param>
/// <param name="Kind">Which of them.</param>
public sealed record DropRoutine(ObjectName Name, RoutineKind Kind) : Operation
{
    /// <summary>The types of its arguments, which tell it from others of the same name (PostgreSQL); null where its name suffices.</summary>
    public string? Arguments { get; init; }

    /// <summary>Whether it may be missing.</summary>
    public bool IfExists { get; init; }

    /// <summary>The routine as it was; null while that is not known.</summary>
    public Routine? Old { get; init; }

    /// <summary>The texts of the databases that have it; null is all of them.</summary>
    public DialectText? Only { get; init; }

    /// <inheritdoc/>
    public override string Summary => $"drop {Kind.ToString().ToLowerInvariant()} {Name}";

    /// <inheritdoc/>
    public override TResult Accept<TResult>(IOperationVisitor<TResult> visitor) => visitor.Visit(this);

    /// <inheritdoc/>
    public override DatabaseSchema ApplyTo(DatabaseSchema schema) => schema with { Routines = schema.Routines.Without(Same) };

    /// <inheritdoc/>
    public override bool ReversesFromSchema => Old is null;

    /// <inheritdoc/>
    public override Operation Complete(DatabaseSchema before) => Old is not null ? this : this with { Old = before.Routines.FirstOrDefault(Same) };

    /// <inheritdoc/>
    public override Reversal Reverse() =>
        Old is not null ? Reversal.Of(new CreateRoutine(Name, Kind, Old.Definition) { Arguments = Old.Arguments, Location = Location })
        : IfExists || Only is not null ? Reversal.Of()
        : new Reversal.None("Its definition is not known: write Down, and create it there.");

    private bool Same(Routine routine) => routine.Name == Name && (Arguments is null || routine.Arguments is null || routine.Arguments == Arguments);
}
