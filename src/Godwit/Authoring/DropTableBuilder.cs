using Godwit.Operations;

namespace Godwit;

/// <summary>A table that is dropped.</summary>
public sealed class DropTableBuilder : IDraft
{
    private DropTable operation;

    internal DropTableBuilder(TableCall call) => operation = new DropTable(call.Table) { Location = call.Location };

    /// <summary>It may be missing: <c>IF EXISTS</c>.</summary>
    public DropTableBuilder IfExists() => Set(operation with { IfExists = true });

    /// <summary>Foreign keys and views that need it are dropped as well: <c>CASCADE</c> (PostgreSQL; others refuse the migration).</summary>
    public DropTableBuilder Cascade() => Set(operation with { Cascade = true });

    /// <summary>It is a temporary one: <c>DROP TEMPORARY TABLE</c> (MySQL, MariaDB), which cannot hit another of the same name.</summary>
    public DropTableBuilder Temporary() => Set(operation with { IsTemporary = true });

    IEnumerable<Operation> IDraft.Freeze() => [operation];

    private DropTableBuilder Set(DropTable next)
    {
        operation = next;
        return this;
    }
}
