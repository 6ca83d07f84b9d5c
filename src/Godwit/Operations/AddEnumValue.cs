using Godwit.Schema;

namespace Godwit.Operations;

/// <summary>Adds a value to an enumerated type (PostgreSQL).</summary>
/// <param name="Type">The type.</param>
/// <param name="Value">The value.</param>
public sealed record AddEnumValue(ObjectName Type, string Value) : Operation
{
    /// <summary>The value it stands before; null where <see cref="After"/> says, or at the end.</summary>
    public string? Before { get; init; }

    /// <summary>The value it stands after; null where <see cref="Before"/> says, or at the end.</summary>
    public string? After { get; init; }

    /// <summary>Whether it may be there already.</summary>
    public bool IfNotExists { get; init; }

    /// <inheritdoc/>
    public override string Summary => $"add value {Value} to type {Type}";

    /// <inheritdoc/>
    public override TResult Accept<TResult>(IOperationVisitor<TResult> visitor) => visitor.Visit(this);

    /// <inheritdoc/>
    public override DatabaseSchema ApplyTo(DatabaseSchema schema) => schema with { Enums = schema.Enums.Select(type => type.Name == Type ? Added(type) : type) };

    /// <inheritdoc/>
    public override Reversal Reverse() => new Reversal.None("PostgreSQL cannot take a value out of a type: write Down, and leave it empty if the value may stay.");

    private EnumType Added(EnumType type)
    {
        if (type.Values.Contains(Value)) return type;
        var place = Before is not null ? type.Values.IndexOf(value => value == Before)
            : After is not null ? type.Values.IndexOf(value => value == After) + 1
            : type.Values.Count;
        return type with { Values = type.Values.Insert(Math.Max(0, place), Value) };
    }
}
