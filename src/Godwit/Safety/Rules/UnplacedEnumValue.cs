using System.Collections.Immutable;
using Godwit.Facts;
using Godwit.Planning;

namespace Godwit.Safety.Rules;

/// <summary>A value is added to an enum without a place.</summary>
internal sealed class UnplacedEnumValue : Rule
{
    internal override string Id => "BC08";

    internal override Severity Severity => Severity.Warning;

    internal override ImmutableArray<string> Products => Rules.Products.PostgreSql;

    internal override string Title => "a value is added to an enum without a place";

    internal override string Reason => "Values sort in the order of their making: at the end is seldom where it belongs, and it can never be moved.";

    internal override string Remedy => "Say BEFORE or AFTER which value it stands.";

    internal override string Bad => "ALTER TYPE state ADD VALUE 'archived';";

    internal override string Good => "ALTER TYPE state ADD VALUE 'archived' AFTER 'published';";

    internal override IEnumerable<Breach> Judge(Fact fact, Ground ground) => fact is EnumValueAdded { HasPosition: false } added ? [new Breach($"The value {added.Value} is put at the end of {added.Type}.", fact.Sql is { } sql ? $"{sql} AFTER '…';" : Proposals.Allowed(Id, $"{added.Value} belongs at the end", null))] : [];
}
