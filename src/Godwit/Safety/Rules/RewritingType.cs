using System.Collections.Immutable;
using Godwit.Facts;
using Godwit.Planning;

namespace Godwit.Safety.Rules;

/// <summary>A column gets a type for which the table is rewritten.</summary>
internal sealed class RewritingType : Rule
{
    internal override string Id => "PG17";

    internal override Severity Severity => Severity.Error;

    internal override ImmutableArray<string> Products => Rules.Products.PostgreSql;

    internal override string Title => "a column gets a type for which the table is rewritten";

    internal override string Reason => "Nobody can read or write the table until every row and every index is rewritten.";

    internal override string Remedy => "Add a column of the new type, keep both in step, fill it in batches, and change over.";

    internal override string Bad => "ALTER TABLE posts ALTER COLUMN id TYPE bigint;";

    internal override IEnumerable<Breach> Judge(Fact fact, Ground ground) => fact is ColumnRetyped retyped && !ground.IsNewColumn(retyped.Of, retyped.Column) && !Keeps(retyped, retyped.OldType ?? ground.Known.Column(retyped.Of, retyped.Column)?.Type)
        ? [new Breach($"{retyped.Of} is rewritten with {retyped.Column} as {retyped.NewType}.", Proposals.Beside(retyped.Of, retyped.Column, retyped.Column.With("_new"), retyped.NewType))]
        : [];

    // Without the old type, only what keeps the rows whatever a text was before can be known.
    private static bool Keeps(ColumnRetyped retyped, string? old) =>
        retyped.Collation is null && retyped.Using is null && old is not null && TypeText.KeepsRows(old, retyped.NewType);
}
