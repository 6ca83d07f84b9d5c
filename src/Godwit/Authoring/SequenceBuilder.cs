using Godwit.Operations;
using Godwit.Schema;

namespace Godwit;

/// <summary>What can be said of a sequence, new or there already (PostgreSQL, MariaDB).</summary>
/// <typeparam name="TSelf">The builder itself.</typeparam>
public abstract class SequenceSettings<TSelf> : IDraft
    where TSelf : SequenceSettings<TSelf>
{
    private protected SequenceSettings(AuthorCall call, ObjectName name)
    {
        Call = call;
        Sequence = new Sequence(name);
    }

    private protected AuthorCall Call { get; }

    private protected Sequence Sequence { get; private set; }

    /// <summary>The type of its numbers: <c>AS integer</c> (PostgreSQL). Default: <c>bigint</c>.</summary>
    /// <param name="name">The type: <c>smallint</c>, <c>integer</c> or <c>bigint</c>.</param>
    public TSelf Type(string name) => Set(Sequence with { Type = Call.Require(name, $"The type of the sequence {Sequence.Name}") });

    /// <summary>The first number: <c>START WITH 1000</c>. Default: 1.</summary>
    /// <param name="number">The number.</param>
    public TSelf Start(long number) => Set(Sequence with { Start = number });

    /// <summary>The step from one number to the next: <c>INCREMENT BY 10</c>. Default: 1.</summary>
    /// <param name="step">The step, which may be negative but not 0.</param>
    public TSelf Increment(long step) =>
        Set(step != 0 ? Sequence with { Increment = step } : throw Call.Error($"The sequence {Sequence.Name} has the step 0.", "Give it another one."));

    /// <summary>The smallest number: <c>MINVALUE 1</c>.</summary>
    /// <param name="number">The number.</param>
    public TSelf Minimum(long number) => Set(Sequence with { Minimum = number });

    /// <summary>The largest number: <c>MAXVALUE 9999</c>.</summary>
    /// <param name="number">The number.</param>
    public TSelf Maximum(long number) => Set(Sequence with { Maximum = number });

    /// <summary>How many numbers a session takes in advance: <c>CACHE 100</c>.</summary>
    /// <param name="count">How many, at least 1.</param>
    public TSelf Cache(long count) =>
        Set(count >= 1 ? Sequence with { Cache = count } : throw Call.Error($"The sequence {Sequence.Name} has a cache of {count} numbers.", "Let it have at least 1."));

    /// <summary>Begins again after its last number: <c>CYCLE</c>.</summary>
    public TSelf Cycle() => Set(Sequence with { Cycles = true });

    /// <summary>Belongs to a column, with which it is dropped: <c>OWNED BY orders.number</c> (PostgreSQL).</summary>
    /// <param name="table">The column's table.</param>
    /// <param name="column">The column.</param>
    public TSelf OwnedBy(ObjectName table, string column) =>
        Set(Sequence with { OwnedBy = new SequenceOwner(table, Call.Require(column, $"The column that owns the sequence {Sequence.Name}")) });

    IEnumerable<Operation> IDraft.Freeze() => Sequence is { Minimum: { } minimum, Maximum: { } maximum } && minimum >= maximum
        ? throw Call.Error($"The sequence {Sequence.Name} has the smallest number {minimum} and the largest {maximum}.", "Exchange them.")
        : [Freeze()];

    private protected abstract Operation Freeze();

    private protected TSelf Set(Sequence next)
    {
        Sequence = next;
        return (TSelf)this;
    }
}

/// <summary>A sequence that is made.</summary>
public sealed class SequenceBuilder : SequenceSettings<SequenceBuilder>
{
    private bool ifNotExists;

    internal SequenceBuilder(AuthorCall call, ObjectName name)
        : base(call, name)
    {
    }

    /// <summary>Leaves a sequence of that name alone if there is one: <c>IF NOT EXISTS</c>. The migration then needs a Down of its own.</summary>
    public SequenceBuilder IfNotExists()
    {
        ifNotExists = true;
        return this;
    }

    private protected override Operation Freeze() => new CreateSequence(Sequence) { IfNotExists = ifNotExists, Location = Call.Location };
}

/// <summary>A sequence that is changed.</summary>
public sealed class SequenceChangeBuilder : SequenceSettings<SequenceChangeBuilder>
{
    private long? restart;

    internal SequenceChangeBuilder(AuthorCall call, ObjectName name)
        : base(call, name)
    {
    }

    /// <summary>The number it goes on with: <c>RESTART WITH 1000</c>.</summary>
    /// <param name="number">The number.</param>
    public SequenceChangeBuilder Restart(long number)
    {
        restart = number;
        return this;
    }

    private protected override Operation Freeze() => restart is null && Sequence == new Sequence(Sequence.Name)
        ? throw Call.Error($"Nothing of the sequence {Sequence.Name} is changed.", "Say what is to change, or leave schema.AlterSequence out.")
        : new AlterSequence(Sequence) { Restart = restart, Location = Call.Location };
}
