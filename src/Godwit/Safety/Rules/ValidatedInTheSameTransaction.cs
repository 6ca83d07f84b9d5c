using System.Collections.Immutable;
using Godwit.Facts;
using Godwit.Planning;

namespace Godwit.Safety.Rules;

/// <summary>A constraint is validated in the transaction that adds it.</summary>
internal sealed class ValidatedInTheSameTransaction : Rule
{
    internal override string Id => "PG09";

    internal override Severity Severity => Severity.Error;

    internal override ImmutableArray<string> Products => Rules.Products.PostgreSql;

    internal override string Title => "a constraint is validated in the transaction that adds it";

    internal override string Reason => "The strong lock of the first step is held while every row is checked: nothing is gained.";

    internal override string Remedy => "Commit between the two: -- transaction: off makes each statement a transaction of its own, and a later migration does as well.";

    internal override string Bad => """
        ALTER TABLE posts ADD CONSTRAINT posts_views CHECK (views >= 0) NOT VALID;
        ALTER TABLE posts VALIDATE CONSTRAINT posts_views;
        """;

    internal override IEnumerable<Breach> Judge(Fact fact, Ground ground) => fact is ConstraintValidated { Transaction: not FactTransaction.Outside } valid && ground.Before.FirstOrDefault(earlier =>
        earlier is ConstraintAdded { Constraint.IsNotValid: true } added && added.To == valid.Of && added.Constraint.Name == valid.Name && added.Part == valid.Part) is ConstraintAdded first
            ? [new Breach($"{valid.Name} is checked while {valid.Of} is still locked by its making.", Proposals.InTwoSteps(valid.Of, valid.Name, first.Constraint.Body))]
            : [];
}
