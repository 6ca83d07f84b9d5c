using System.Collections.Immutable;
using Godwit.Facts;
using Godwit.Planning;

namespace Godwit.Safety.Rules;

/// <summary>A table gets another name.</summary>
internal sealed class RenamedTable : Rule
{
    internal override string Id => "BC01";

    internal override Severity Severity => Severity.Error;

    internal override ImmutableArray<string> Products => Rules.Products.All;

    internal override string Title => "a table gets another name";

    internal override string Reason => "Released programs ask for the old name and fail, from the moment of the rename until all of them are replaced.";

    internal override string Remedy => "Leave a view under the old name until no program uses it.";

    internal override string Bad => "ALTER TABLE posts RENAME TO articles;";

    internal override IEnumerable<Breach> Judge(Fact fact, Ground ground) => fact is TableRenamed renamed && !ground.IsNew(renamed.From)
        ? [new Breach($"{renamed.From} is called {renamed.To} from now on.", $"""
            -- allow: BC01 a view answers to the old name
            ALTER TABLE {renamed.From} RENAME TO {renamed.To};
            CREATE VIEW {renamed.From} AS SELECT * FROM {renamed.To};
            """)]
        : [];
}
