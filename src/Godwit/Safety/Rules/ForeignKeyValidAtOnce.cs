using System.Collections.Immutable;
using Godwit.Facts;
using Godwit.Operations;
using Godwit.Planning;

namespace Godwit.Safety.Rules;

/// <summary>A foreign key is added and checked at once.</summary>
internal sealed class ForeignKeyValidAtOnce : Rule
{
    internal override string Id => "PG07";

    internal override Severity Severity => Severity.Error;

    internal override ImmutableArray<string> Products => Rules.Products.PostgreSql;

    internal override string Title => "a foreign key is added and checked at once";

    internal override string Reason => "Nobody can write to either table until every row has been looked up.";

    internal override string Remedy => "Add it as NOT VALID, which only takes a moment, and validate it in a transaction of its own.";

    internal override string Bad => "ALTER TABLE posts ADD CONSTRAINT posts_author FOREIGN KEY (author_id) REFERENCES users (id);";

    internal override IEnumerable<Breach> Judge(Fact fact, Ground ground) => fact is ConstraintAdded { Constraint: { Kind: ConstraintKind.ForeignKey, IsNotValid: false } key } added && !key.Columns.All(column => ground.IsNewColumn(added.To, column))
        ? [new Breach($"Writers of {added.To} and {key.ReferencedTable} wait until every row is checked.",
            Proposals.InTwoSteps(added.To, Proposals.NameOf(added.To, key, "fkey"), key.Body))]
        : [];
}
