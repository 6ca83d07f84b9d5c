using Godwit.Operations;
using Godwit.Schema;

namespace Godwit;

/// <summary>A value that is added to an enumerated type (PostgreSQL). Unless something else is said it comes last.</summary>
public sealed class EnumValueBuilder : IDraft
{
    private readonly AuthorCall call;
    private AddEnumValue operation;

    internal EnumValueBuilder(AuthorCall call, ObjectName type, string value)
    {
        this.call = call;
        operation = new AddEnumValue(type, value) { Location = call.Location };
    }

    /// <summary>Compares as less than another value: <c>BEFORE 'happy'</c>.</summary>
    /// <param name="value">The other value.</param>
    public EnumValueBuilder Before(string value) => Set(operation with { Before = value });

    /// <summary>Compares as greater than another value: <c>AFTER 'sad'</c>.</summary>
    /// <param name="value">The other value.</param>
    public EnumValueBuilder After(string value) => Set(operation with { After = value });

    /// <summary>May be there already: <c>ADD VALUE IF NOT EXISTS</c>.</summary>
    public EnumValueBuilder IfNotExists() => Set(operation with { IfNotExists = true });

    IEnumerable<Operation> IDraft.Freeze() => operation is { Before: not null, After: not null }
        ? throw call.Error($"The value {operation.Value} of {operation.Type} stands before {operation.Before} and after {operation.After}.", "Say one of the two.")
        : [operation];

    private EnumValueBuilder Set(AddEnumValue next)
    {
        operation = next;
        return this;
    }
}
