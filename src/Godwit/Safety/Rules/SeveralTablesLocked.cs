using System.Collections.Immutable;
using Godwit.Facts;
using Godwit.Planning;

namespace Godwit.Safety.Rules;

/// <summary>One transaction locks several tables.</summary>
internal sealed class SeveralTablesLocked : Rule
{
    internal override string Id => "PG20";

    internal override Severity Severity => Severity.Warning;

    internal override ImmutableArray<string> Products => Rules.Products.PostgreSql;

    internal override string Title => "one transaction locks several tables";

    internal override string Reason => "The first table stays locked while the second is waited for: two programs that come from the other side make a deadlock, and all others wait longer.";

    internal override string Remedy => "One table in one transaction: a migration for each, or -- transaction: off.";

    internal override string Bad => """
        ALTER TABLE posts ADD COLUMN views integer;
        ALTER TABLE users ADD COLUMN nickname text;
        """;

    internal override string Good => """
        -- transaction: off
        ALTER TABLE posts ADD COLUMN views integer;
        ALTER TABLE users ADD COLUMN nickname text;
        """;

    internal override IEnumerable<Breach> Judge(Fact fact, Ground ground)
    {
        if (Locked(fact) is not { } table || ground.IsNew(table) || fact.Transaction is FactTransaction.Outside) return [];
        var earlier = ground.Before.Where(before => before.Part == fact.Part).Select(Locked).OfType<SqlName>().Where(other => !ground.IsNew(other)).Distinct().ToArray();
        return earlier is [var first] && first != table
            ? [new Breach($"{table} is waited for while {first} is locked.", fact.Sql is null ? null : $"{Proposals.TransactionOff}-- the statements as they are")]
            : [];
    }

    private static SqlName? Locked(Fact fact) => fact is ColumnAdded or ColumnDropped or ColumnRenamed or ColumnRetyped or NullForbidden or NullAllowed
        or DefaultChanged or ConstraintAdded or ConstraintDropped or TablesDropped or TableRenamed or StorageChanged
            ? fact.Table
            : null;
}
