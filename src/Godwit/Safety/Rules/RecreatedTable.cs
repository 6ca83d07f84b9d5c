using System.Collections.Immutable;
using Godwit.Facts;
using Godwit.Planning;

namespace Godwit.Safety.Rules;

/// <summary>A table is dropped and recreated.</summary>
internal sealed class RecreatedTable : Rule
{
    internal override string Id => "DL04";

    internal override Severity Severity => Severity.Warning;

    internal override ImmutableArray<string> Products => Rules.Products.All;

    internal override string Title => "a table is dropped and recreated";

    internal override string Reason => "DROP IF EXISTS hides that something was there: the rows of a table that nobody expected are gone.";

    internal override string Remedy => "Create the table; where one may be there, change it.";

    internal override string Bad => """
        DROP TABLE IF EXISTS posts;
        CREATE TABLE posts (id integer PRIMARY KEY);
        """;

    internal override string Good => "CREATE TABLE posts (id integer PRIMARY KEY);";

    internal override IEnumerable<Breach> Judge(Fact fact, Ground ground) => fact is TablesDropped { IfExists: true } dropped
        ? ground.After.OfType<TableCreated>().Where(created => dropped.Names.Contains(created.Name)).DistinctBy(created => created.Name).Select(Found)
        : [];

    private Breach Found(TableCreated created) => new(
        $"{created.Name} is dropped if it exists, and recreated.",
        created.Sql is { } sql ? sql + ";" : Proposals.Allowed(Id, $"what {created.Name} held can be recreated", null));
}
