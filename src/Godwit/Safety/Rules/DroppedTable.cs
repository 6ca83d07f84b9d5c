using System.Collections.Immutable;
using Godwit.Facts;
using Godwit.Planning;

namespace Godwit.Safety.Rules;

/// <summary>A table, schema or database is dropped.</summary>
internal sealed class DroppedTable : Rule
{
    internal override string Id => "DL01";

    internal override Severity Severity => Severity.Error;

    internal override ImmutableArray<string> Products => Rules.Products.All;

    internal override string Title => "a table, schema or database is dropped";

    internal override string Reason => "All its rows are gone, and every program that still uses it fails.";

    internal override string Remedy => "Make sure that nothing uses it. Give it another name in one release and drop it in a later one, with a reason.";

    internal override string Bad => "DROP TABLE posts;";

    internal override IEnumerable<Breach> Judge(Fact fact, Ground ground) => fact switch
    {
        TablesDropped dropped => dropped.Names.Where(name => !ground.IsNew(name) && !IsRebuilt(name, ground)).Select(name => new Breach(
            $"{name} and all its rows are dropped.",
            $"""
            -- allow: BC01 nothing uses {name} any more
            ALTER TABLE {name} RENAME TO {name.With("_unused")};
            -- in a later release: DROP TABLE {name.With("_unused")}
            """)),
        NamespaceDropped dropped => [new Breach($"The {(dropped.Kind == "SCHEMA" ? "schema" : "database")} {dropped.Name} and all that is in it is dropped.")],
        _ => [],
    };

    // A rebuild, as SQLite needs it: the rows are in another table, which takes over the name.
    private static bool IsRebuilt(SqlName table, Ground ground) =>
        ground.After.Any(fact => fact is TableRenamed renamed && renamed.To == table && ground.IsNew(renamed.From));
}
