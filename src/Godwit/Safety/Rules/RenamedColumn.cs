using System.Collections.Immutable;
using Godwit.Facts;
using Godwit.Planning;

namespace Godwit.Safety.Rules;

/// <summary>A column gets another name.</summary>
internal sealed class RenamedColumn : Rule
{
    internal override string Id => "BC02";

    internal override Severity Severity => Severity.Error;

    internal override ImmutableArray<string> Products => Rules.Products.All;

    internal override string Title => "a column gets another name";

    internal override string Reason => "Released programs read and write the old name and fail until all of them are replaced.";

    internal override string Remedy => "Add the new column, write both, fill the new one, read it, and drop the old one in a later release.";

    internal override string Bad => "ALTER TABLE posts RENAME COLUMN title TO headline;";

    internal override IEnumerable<Breach> Judge(Fact fact, Ground ground) => fact is ColumnRenamed renamed && !ground.IsNewColumn(renamed.Of, renamed.From)
        ? [new Breach($"{renamed.From} of {renamed.Of} is called {renamed.To} from now on.",
            Proposals.Beside(renamed.Of, renamed.From, renamed.To, ground.Known.Column(renamed.Of, renamed.From)?.Type ?? "text"))]
        : [];
}
