using System.Collections.Immutable;
using Godwit.Facts;
using Godwit.Operations;
using Godwit.Planning;

namespace Godwit.Safety.Rules;

/// <summary>A change that copies the whole table.</summary>
internal sealed class CopiedTable : Rule
{
    internal override string Id => "MY01";

    internal override Severity Severity => Severity.Error;

    internal override ImmutableArray<string> Products => Rules.Products.MySql;

    internal override string Title => "a change that copies the whole table";

    internal override string Reason => "A change of type or character set, a check, a stored column, a default that is an expression, a foreign key, partitions or another engine fall back to ALGORITHM=COPY: nobody can write to the table until the copy is done.";

    internal override string Remedy => "Say the algorithm, so that the server refuses rather than copies; and use gh-ost, pt-online-schema-change or a maintenance window where it refuses.";

    internal override string Bad => "ALTER TABLE posts MODIFY COLUMN views bigint NOT NULL;";

    internal override IEnumerable<Breach> Judge(Fact fact, Ground ground) => !IsHinted(fact, ground) && Copies(fact, ground) is { } what && fact.Table is { } table
        ? [new Breach($"{table} is copied: {what}.", fact.Sql is { } sql ? $"{sql}, ALGORITHM=INPLACE, LOCK=NONE;" : null)]
        : [];

    private static bool IsHinted(Fact fact, Ground ground) =>
        ground.Before.Concat(ground.After).Any(other => other is AlterHinted { Algorithm: "INSTANT" or "NOCOPY" or "INPLACE" } hinted
            && hinted.Altered == fact.Table && (fact.Sql is null ? hinted.Location == fact.Location : hinted.Sql == fact.Sql));

    private static string? Copies(Fact fact, Ground ground) => fact switch
    {
        ColumnRetyped retyped when !Stays(retyped.OldType ?? ground.Known.Column(retyped.Of, retyped.Column)?.Type, retyped.NewType) => $"{retyped.Column} becomes {retyped.NewType}",
        ColumnRedefined redefined when !Stays((redefined.Before ?? ground.Known.Column(redefined.Of, redefined.Old))?.Type, redefined.Column.Type) =>
            $"{redefined.Old} becomes {redefined.Column.Type}",
        ColumnAdded { Column: { Generated: not null, IsStored: true } column } => $"{column.Name} is stored",
        ColumnAdded { Column: { Default: { } value } column } when IsExpression(value) => $"{column.Name} has an expression for a default",
        ConstraintAdded { Constraint.Kind: ConstraintKind.Check } => "rows are checked",
        ConstraintAdded { Constraint.Kind: ConstraintKind.ForeignKey } when !ground.IsSet("foreign_key_checks", "0", "OFF") => "the foreign key is checked",
        StorageChanged changed when IsCopying(changed.Change) => changed.Change,
        _ => null,
    };

    // Measured on MariaDB 10.11: a longer varchar stays where its length keeps its size, and so does an enum with more values.
    private static bool Stays(string? old, string changed)
    {
        if (old is null) return TypeText.Values(changed) is not null;
        if (string.Equals(old, changed, StringComparison.OrdinalIgnoreCase) || TypeText.Values(changed) is not null) return true;
        if (TypeText.NameOf(old) != "varchar" || TypeText.NameOf(changed) != "varchar") return TypeText.NameOf(old) == TypeText.NameOf(changed) && TypeText.Arguments(old).SequenceEqual(TypeText.Arguments(changed));
        return TypeText.Arguments(old) is [var before] && TypeText.Arguments(changed) is [var after] && after >= before && (after < 64 || before >= 64);
    }

    private static bool IsExpression(string value) => value.Contains('(', StringComparison.Ordinal) && !value.StartsWith("CURRENT_TIMESTAMP", StringComparison.OrdinalIgnoreCase) && !value.StartsWith("NOW(", StringComparison.OrdinalIgnoreCase);

    private static bool IsCopying(string change) =>
        ((string[])["ENGINE", "CONVERT", "PARTITION BY", "REMOVE PARTITIONING", "ORDER BY", "COALESCE", "REORGANIZE"]).Any(word => change.StartsWith(word, StringComparison.OrdinalIgnoreCase));
}
