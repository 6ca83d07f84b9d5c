using Godwit.Schema;

namespace Godwit.Operations;

/// <summary>Makes a function or a procedure.</summary>
/// <param name="Name">Its name.</param>
/// <param name="Kind">Which of them.</param>
/// <param name="Definition">The whole statement that makes it.</param>
public sealed record CreateRoutine(ObjectName Name, RoutineKind Kind, DialectText Definition) : Operation
{
    /// <summary>The types of its arguments, which tell it from others of the same name (PostgreSQL); null where its name suffices.</summary>
    public string? Arguments { get; init; }

    /// <summary>Whether the statement takes the place of one that is there (CREATE OR REPLACE).</summary>
    public bool OrReplace { get; init; }

    /// <summary>What it takes the place of, once that is known.</summary>
    public RoutineBefore? Old { get; init; }

    /// <inheritdoc/>
    public override string Summary => $"create {Kind.ToString().ToLowerInvariant()} {Name}";

    /// <inheritdoc/>
    public override TResult Accept<TResult>(IOperationVisitor<TResult> visitor) => visitor.Visit(this);

    /// <inheritdoc/>
    public override DatabaseSchema ApplyTo(DatabaseSchema schema) =>
        Definition.For(schema.Product) is not { } definition ? schema : schema with
        {
            Routines = schema.Routines.Without(Same).Add(new Routine(Name, Kind, definition) { Arguments = Arguments }),
        };

    /// <inheritdoc/>
    public override bool ReversesFromSchema => OrReplace && Old is null;

    /// <inheritdoc/>
    public override Operation Complete(DatabaseSchema before) => !OrReplace || Old is not null ? this : this with { Old = new RoutineBefore(before.Routines.FirstOrDefault(Same)) };

    /// <inheritdoc/>
    public override Reversal Reverse() =>
        OrReplace && Old is null ? new Reversal.None("What it takes the place of is not known: write Down.")
        : Old?.Routine is { } routine ? Reversal.Of(new CreateRoutine(Name, Kind, routine.Definition) { Arguments = routine.Arguments, OrReplace = true, Location = Location })
        : Reversal.Of(new DropRoutine(Name, Kind) { Arguments = Arguments, Only = Definition, Location = Location });

    private bool Same(Routine routine) => routine.Name == Name && (Arguments is null || routine.Arguments is null || routine.Arguments == Arguments);
}

/// <summary>The routine that another one takes the place of.</summary>
/// <param name="Routine">The routine; null when there was none.</param>
public sealed record RoutineBefore(Routine? Routine);
