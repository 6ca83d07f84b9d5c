using System.Collections.Immutable;
using Godwit.Facts;
using Godwit.Planning;

namespace Godwit.Safety.Rules;

/// <summary>A table is emptied.</summary>
internal sealed class TruncatedTable : Rule
{
    internal override string Id => "DL03";

    internal override Severity Severity => Severity.Error;

    internal override ImmutableArray<string> Products => Rules.Products.All;

    internal override string Title => "a table is emptied";

    internal override string Reason => "All its rows are gone. With CASCADE so are those of every table that refers to it, which nobody named.";

    internal override string Remedy => "Name every table that is meant, and say why; or delete the rows that are meant.";

    internal override string Bad => "TRUNCATE posts CASCADE;";

    internal override string Good => """
        -- allow: DL03 both hold copies that the next import writes anew
        TRUNCATE posts, comments;
        """;

    internal override IEnumerable<Breach> Judge(Fact fact, Ground ground) => fact is TablesTruncated truncated && truncated.Names.Where(name => !ground.IsNew(name)).ToArray() is { Length: > 0 } names
        ? [new Breach($"All rows of {Proposals.List(names)}{(truncated.Cascade ? " and of all tables that refer to it" : "")} are deleted.",
                Proposals.Allowed(Id, "they can be recreated", $"TRUNCATE {Proposals.List(names)}") + (truncated.Cascade ? "\n-- with each table that refers to it by its name" : ""))
            {
                Severity = truncated.Cascade ? Severity.Error : Severity.Warning,
            }]
        : [];
}
