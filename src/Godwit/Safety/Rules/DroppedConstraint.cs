using System.Collections.Immutable;
using Godwit.Facts;
using Godwit.Operations;
using Godwit.Planning;

namespace Godwit.Safety.Rules;

/// <summary>A foreign key or a check is dropped.</summary>
internal sealed class DroppedConstraint : Rule
{
    internal override string Id => "BC05";

    internal override Severity Severity => Severity.Warning;

    internal override ImmutableArray<string> Products => Rules.Products.All;

    internal override string Title => "a foreign key or a check is dropped";

    internal override string Reason => "What it kept out comes in, and is found when it is brought back.";

    internal override string Remedy => "Say why it is no longer needed.";

    internal override string Bad => "ALTER TABLE posts DROP CONSTRAINT posts_author_id_foreign;";

    internal override string Good => """
        -- allow: BC05 authors are kept in another database now
        ALTER TABLE posts DROP CONSTRAINT posts_author_id_foreign;
        """;

    internal override IEnumerable<Breach> Judge(Fact fact, Ground ground) => fact is ConstraintDropped dropped && !ground.IsNewConstraint(dropped.From, dropped.Name) && Guards(Kind(dropped, ground))
        ? [new Breach($"{dropped.Name} of {dropped.From} is dropped.", Proposals.Allowed(Id, $"nothing needs {dropped.Name}", fact.Sql))]
        : [];

    private static ConstraintKind? Kind(ConstraintDropped dropped, Ground ground) =>
        dropped.Kind ?? ground.Known.Find(dropped.From)?.Constraints.FirstOrDefault(constraint => constraint.Name == dropped.Name)?.Kind;

    private static bool Guards(ConstraintKind? kind) => kind is null or ConstraintKind.ForeignKey or ConstraintKind.Check;
}
