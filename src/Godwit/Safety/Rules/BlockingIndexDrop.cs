using System.Collections.Immutable;
using Godwit.Facts;
using Godwit.Planning;
using Godwit.Writing;

namespace Godwit.Safety.Rules;

/// <summary>An index is dropped without CONCURRENTLY.</summary>
internal sealed class BlockingIndexDrop : Rule
{
    internal override string Id => "PG02";

    internal override Severity Severity => Severity.Error;

    internal override ImmutableArray<string> Products => Rules.Products.PostgreSql;

    internal override string Title => "an index is dropped without CONCURRENTLY";

    internal override string Reason => "It locks the whole table: behind it even readers wait, for as long as the oldest query runs.";

    internal override string Remedy => "CONCURRENTLY waits beside the others. Make the new index before the old one goes.";

    internal override string Bad => "DROP INDEX posts_title;";

    internal override IEnumerable<Breach> Judge(Fact fact, Ground ground) => fact is IndexesDropped { Concurrently: false } dropped && dropped.Names.Where(name => !IsOfNewTable(name, ground)).ToArray() is { Length: > 0 } names
        ? [new Breach($"Readers and writers wait until {Proposals.List(names)} is dropped.", string.Join('\n', names.Select(name => $"DROP INDEX CONCURRENTLY {name};")),
            dropped.Of is { } table ? $"schema.Table({CSharpLiteral.Text(table.Bare)}, table => table.DropIndex({CSharpLiteral.Text(names[0].Bare)}).Concurrently());" : null)]
        : [];

    private static bool IsOfNewTable(SqlName index, Ground ground) =>
        ground.Before.Any(fact => fact is IndexCreated created && created.Name == index && ground.IsNew(created.On));
}
