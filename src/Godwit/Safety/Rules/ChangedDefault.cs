using System.Collections.Immutable;
using Godwit.Facts;
using Godwit.Planning;

namespace Godwit.Safety.Rules;

/// <summary>A default changes.</summary>
internal sealed class ChangedDefault : Rule
{
    internal override string Id => "BC07";

    internal override Severity Severity => Severity.Warning;

    internal override ImmutableArray<string> Products => Rules.Products.All;

    internal override string Title => "a default changes";

    internal override string Reason => "Programs that leave the column out, released ones included, write something else from now on.";

    internal override string Remedy => "Release programs that name the column first; then say why it is safe.";

    internal override string Bad => "ALTER TABLE posts ALTER COLUMN state SET DEFAULT 'published';";

    internal override string Good => """
        -- allow: BC07 every released version names the state
        ALTER TABLE posts ALTER COLUMN state SET DEFAULT 'published';
        """;

    internal override IEnumerable<Breach> Judge(Fact fact, Ground ground) => fact is DefaultChanged changed && !ground.IsNewColumn(changed.Of, changed.Column)
        ? [new Breach(changed.Default is null ? $"{changed.Column} of {changed.Of} loses its default." : $"The default of {changed.Column} of {changed.Of} is {changed.Default} from now on.",
            Proposals.Allowed(Id, $"every released version names {changed.Column} when it writes", fact.Sql))]
        : [];
}
