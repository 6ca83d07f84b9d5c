using System.Collections.Immutable;
using Godwit.Facts;
using Godwit.Operations;
using Godwit.Planning;

namespace Godwit.Safety.Rules;

/// <summary>An exclusion constraint is added.</summary>
internal sealed class ExclusionAdded : Rule
{
    internal override string Id => "PG12";

    internal override Severity Severity => Severity.Error;

    internal override ImmutableArray<string> Products => Rules.Products.PostgreSql;

    internal override string Title => "an exclusion constraint is added";

    internal override string Reason => "Nobody can read or write the table while its index is built, and there is no way to build it beforehand.";

    internal override string Remedy => "Put it on the table when the table is made; or do it in a maintenance window, and say so.";

    internal override string Bad => "ALTER TABLE bookings ADD CONSTRAINT bookings_apart EXCLUDE USING gist (room WITH =, during WITH &&);";

    internal override string Good => "CREATE TABLE bookings (room integer, during tsrange, CONSTRAINT bookings_apart EXCLUDE USING gist (room WITH =, during WITH &&));";

    internal override IEnumerable<Breach> Judge(Fact fact, Ground ground) => fact is ConstraintAdded { Constraint: { Kind: ConstraintKind.Exclusion } exclusion } added
        ? [new Breach($"Readers and writers of {added.To} wait until the index of {exclusion.Name?.Written ?? "the constraint"} is built.", Proposals.Allowed(Id, $"nobody uses {added.To} in Sunday's maintenance window", fact.Sql))]
        : [];
}
