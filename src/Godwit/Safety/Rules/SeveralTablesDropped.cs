using System.Collections.Immutable;
using Godwit.Facts;
using Godwit.Planning;

namespace Godwit.Safety.Rules;

/// <summary>One statement drops several tables.</summary>
internal sealed class SeveralTablesDropped : Rule
{
    internal override string Id => "MY09";

    internal override Severity Severity => Severity.Warning;

    internal override ImmutableArray<string> Products => Rules.Products.MySql;

    internal override string Title => "one statement drops several tables";

    internal override string Reason => "When the second cannot be dropped, the first stays dropped.";

    internal override string Remedy => "One statement for each table.";

    internal override string Bad => "DROP TABLE posts, comments;";

    internal override string Good => """
        -- allow: DL01 nothing has used either of them for two releases
        DROP TABLE posts;
        DROP TABLE comments;
        """;

    internal override bool JudgesNewTables => true;

    internal override IEnumerable<Breach> Judge(Fact fact, Ground ground) => fact is TablesDropped { Names.Length: > 1 } dropped
        ? [new Breach($"{Proposals.List(dropped.Names)} are not dropped together.", string.Join('\n', dropped.Names.Select(name => $"DROP TABLE {name};")))]
        : [];
}
