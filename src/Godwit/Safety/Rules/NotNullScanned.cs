using System.Collections.Immutable;
using Godwit.Facts;
using Godwit.Planning;

namespace Godwit.Safety.Rules;

/// <summary>SET NOT NULL looks at every row.</summary>
internal sealed class NotNullScanned : Rule
{
    internal override string Id => "PG13";

    internal override Severity Severity => Severity.Error;

    internal override ImmutableArray<string> Products => Rules.Products.PostgreSql;

    internal override string Title => "SET NOT NULL looks at every row";

    internal override string Reason => "Nobody can read or write the table until every row has been looked at.";

    internal override string Remedy => "Let a check that is validated beforehand prove it: then nothing has to be looked at.";

    internal override string Bad => "ALTER TABLE posts ALTER COLUMN title SET NOT NULL;";

    internal override IEnumerable<Breach> Judge(Fact fact, Ground ground) => fact is NullForbidden forbidden && !ground.IsCheckedNotNull(forbidden.Of, forbidden.Column) && !ground.IsNewColumn(forbidden.Of, forbidden.Column)
        ? [new Breach($"Readers and writers of {forbidden.Of} wait until every row is looked at.", Proposals.TransactionOff + Proposals.NotNull(forbidden.Of, forbidden.Column))]
        : [];
}
