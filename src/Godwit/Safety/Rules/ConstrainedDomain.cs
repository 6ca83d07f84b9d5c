using System.Collections.Immutable;
using Godwit.Facts;
using Godwit.Planning;

namespace Godwit.Safety.Rules;

/// <summary>A domain gets a check.</summary>
internal sealed class ConstrainedDomain : Rule
{
    internal override string Id => "PG16";

    internal override Severity Severity => Severity.Error;

    internal override ImmutableArray<string> Products => Rules.Products.PostgreSql;

    internal override string Title => "a domain gets a check";

    internal override string Reason => "Every column of that domain is checked, in all tables; a column of such a domain that is added has its table rewritten.";

    internal override string Remedy => "Put the check on the column; or add it as NOT VALID, which checks no rows.";

    internal override string Bad => "CREATE DOMAIN email AS text CHECK (VALUE LIKE '%@%');";

    internal override IEnumerable<Breach> Judge(Fact fact, Ground ground) => fact is DomainConstrained { IsNotValid: false } domain
        ? [new Breach($"The check of {domain.Name} is run for every column of that domain.",
            domain.Existed ? $"ALTER DOMAIN {domain.Name} ADD {domain.Check} NOT VALID;" : $"CREATE DOMAIN {domain.Name} AS text;\nALTER DOMAIN {domain.Name} ADD {domain.Check} NOT VALID;")]
        : [];
}
