using Godwit.Operations;

namespace Godwit;

/// <summary>An index that is dropped.</summary>
public sealed class DropIndexBuilder : IDraft
{
    private readonly TableCall call;
    private DropIndex operation;

    internal DropIndexBuilder(TableCall call, string name)
    {
        this.call = call;
        operation = new DropIndex(call.Table, call.Require(name, "The name of the index to be dropped")) { Location = call.Location };
    }

    /// <summary>It may be missing: <c>DROP INDEX IF EXISTS</c>.</summary>
    public DropIndexBuilder IfExists() => Set(operation with { IfExists = true });

    /// <summary>
    /// Drops it without blocking anybody: <c>DROP INDEX CONCURRENTLY</c> (PostgreSQL). The migration then runs in parts, as the
    /// statement cannot be in a transaction.
    /// </summary>
    public DropIndexBuilder Concurrently() => Set(operation with { Concurrently = true });

    /// <summary>Laravel's name for <see cref="Concurrently"/>.</summary>
    public DropIndexBuilder Online() => Concurrently();

    internal static DropIndexBuilder Over(TableCall call, IEnumerable<string> columns, string suffix) =>
        new(call, ConventionalName.Of(call.Table, call.RequireColumns(columns, "The index to be dropped"), suffix));

    IEnumerable<Operation> IDraft.Freeze() => [operation];

    private DropIndexBuilder Set(DropIndex next)
    {
        call.RequireOpen();
        operation = next;
        return this;
    }
}
