using System.Collections.Immutable;
using Godwit.Facts;
using Godwit.Operations;
using Godwit.Planning;

namespace Godwit.Safety.Rules;

/// <summary>A check is added and checked at once.</summary>
internal sealed class CheckValidAtOnce : Rule
{
    internal override string Id => "PG08";

    internal override Severity Severity => Severity.Error;

    internal override ImmutableArray<string> Products => Rules.Products.PostgreSql;

    internal override string Title => "a check is added and checked at once";

    internal override string Reason => "Nobody can read or write the table until every row has been checked.";

    internal override string Remedy => "Add it as NOT VALID, which only takes a moment, and validate it in a transaction of its own.";

    internal override string Bad => "ALTER TABLE posts ADD CONSTRAINT posts_views CHECK (views >= 0);";

    internal override IEnumerable<Breach> Judge(Fact fact, Ground ground) => fact is ConstraintAdded { Constraint: { Kind: ConstraintKind.Check, IsNotValid: false } check } added
        ? [new Breach($"Readers and writers of {added.To} wait until every row is checked.",
            Proposals.InTwoSteps(added.To, check.Name ?? new SqlName(added.To.Bare + "_check"), check.Body))]
        : [];
}
