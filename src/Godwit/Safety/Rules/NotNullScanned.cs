using System.Collections.Immutable;
using Godwit.Facts;
using Godwit.Planning;

namespace Godwit.Safety.Rules;

/// <summary>SET NOT NULL checks every row.</summary>
internal sealed class NotNullScanned : Rule
{
    internal override string Id => "PG13";

    internal override Severity Severity => Severity.Error;

    internal override ImmutableArray<string> Products => Rules.Products.PostgreSql;

    internal override string Title => "SET NOT NULL checks every row";

    internal override string Reason => "Nobody can read or write the table until every row has been checked.";

    internal override string Remedy => "Let a check that is validated beforehand prove it: then no row has to be read.";

    internal override string Bad => "ALTER TABLE posts ALTER COLUMN title SET NOT NULL;";

    internal override IEnumerable<Breach> Judge(Fact fact, Ground ground) => fact is NullForbidden forbidden && !ground.IsCheckedNotNull(forbidden.Of, forbidden.Column) && !ground.IsNewColumn(forbidden.Of, forbidden.Column)
        ? [new Breach($"Readers and writers of {forbidden.Of} wait until every row is checked.", Proposals.TransactionOff + Proposals.NotNull(forbidden.Of, forbidden.Column))]
        : [];
}
