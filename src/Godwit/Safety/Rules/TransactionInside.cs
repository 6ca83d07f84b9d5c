using System.Collections.Immutable;
using Godwit.Facts;
using Godwit.Planning;

namespace Godwit.Safety.Rules;

/// <summary>A migration begins or ends a transaction itself.</summary>
internal sealed class TransactionInside : Rule
{
    internal override string Id => "TX01";

    internal override Severity Severity => Severity.Error;

    internal override ImmutableArray<string> Products => Rules.Products.All;

    internal override string Title => "a migration begins or ends a transaction itself";

    internal override string Reason => "It already runs in one, together with its row in the history: a COMMIT in the middle would leave half of it.";

    internal override string Remedy => "Leave it out; or say -- transaction: off, and end what is begun.";

    internal override string Bad => """
        BEGIN;
        CREATE TABLE posts (id bigint PRIMARY KEY);
        COMMIT;
        """;

    internal override string Good => "CREATE TABLE posts (id bigint PRIMARY KEY);";

    internal override IEnumerable<Breach> Judge(Fact fact, Ground ground) => fact is TransactionControlled { Transaction: FactTransaction.Managed } controlled
        ? [new Breach($"{controlled.Word} inside the transaction that Godwit begins.", Proposals.Lines(ground.Statements))]
        : [];
}
