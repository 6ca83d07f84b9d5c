using System.Collections.Immutable;
using Godwit.Facts;
using Godwit.Operations;
using Godwit.Planning;

namespace Godwit.Safety.Rules;

/// <summary>A change that rewrites the table in place.</summary>
internal sealed class RebuiltInPlace : Rule
{
    internal override string Id => "MY04";

    internal override Severity Severity => Severity.Warning;

    internal override ImmutableArray<string> Products => Rules.Products.MySql;

    internal override string Title => "a change that rewrites the table in place";

    internal override string Reason => "It takes as long as a copy and as much room. A primary key, NULL, ROW_FORMAT or FORCE let others write in the meantime; a column that numbers itself and the first full-text index do not.";

    internal override string Remedy => "Do it when little is going on, and say so.";

    internal override string Bad => "ALTER TABLE posts FORCE;";

    internal override string Good => """
        -- allow: MY04 in Sunday's maintenance window
        ALTER TABLE posts FORCE;
        """;

    internal override IEnumerable<Breach> Judge(Fact fact, Ground ground) => Rebuilds(fact, ground) is { } what && fact.Table is { } table ? [new Breach($"{table} is rewritten: {what}.", Proposals.Allowed(Id, $"{table} is quiet when this is applied", fact.Sql))] : [];

    private static string? Rebuilds(Fact fact, Ground ground) => fact switch
    {
        ConstraintAdded { Constraint.Kind: ConstraintKind.PrimaryKey } or ConstraintDropped { Kind: ConstraintKind.PrimaryKey } => "its primary key changes",
        NullForbidden or NullAllowed => "NULL is allowed or forbidden",
        ColumnRedefined redefined when (redefined.Before ?? ground.Known.Column(redefined.Of, redefined.Old)) is { } before && before.IsNotNull != redefined.Column.IsNotNull =>
            "NULL is allowed or forbidden",
        ColumnAdded { Column.IsNumbered: true } => "its rows are numbered, and nobody can write in the meantime",
        IndexCreated { Kind: "FULLTEXT" } => "the first full-text index adds a hidden column, and nobody can write in the meantime",
        StorageChanged changed when changed.Change.StartsWith("ROW_FORMAT", StringComparison.OrdinalIgnoreCase) || changed.Change.Equals("FORCE", StringComparison.OrdinalIgnoreCase) => changed.Change,
        TableRewritten rewritten => rewritten.Command,
        _ => null,
    };
}
