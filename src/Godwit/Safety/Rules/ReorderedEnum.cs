using System.Collections.Immutable;
using Godwit.Facts;
using Godwit.Planning;

namespace Godwit.Safety.Rules;

/// <summary>Values of an enum or set are removed or moved.</summary>
internal sealed class ReorderedEnum : Rule
{
    internal override string Id => "MY02";

    internal override Severity Severity => Severity.Error;

    internal override ImmutableArray<string> Products => Rules.Products.MySql;

    internal override string Title => "values of an enum or set are removed or moved";

    internal override string Reason => "Rows hold numbers, not texts: every row is rewritten, and a value that is gone becomes an empty text.";

    internal override string Remedy => "Put new values at the end, and leave the old ones.";

    internal override string Bad => """
        CREATE TABLE posts (id bigint PRIMARY KEY, state enum('draft', 'published') NOT NULL);
        ALTER TABLE posts MODIFY COLUMN state enum('draft', 'planned', 'published') NOT NULL;
        """;

    internal override string Good => """
        CREATE TABLE posts (id bigint PRIMARY KEY, state enum('draft', 'published') NOT NULL);
        ALTER TABLE posts MODIFY COLUMN state enum('draft', 'published', 'planned') NOT NULL;
        """;

    internal override bool JudgesNewTables => true;

    internal override IEnumerable<Breach> Judge(Fact fact, Ground ground) => fact switch
    {
        ColumnRedefined redefined => Judge(redefined.Of, redefined.Old, (redefined.Before ?? ground.Known.Column(redefined.Of, redefined.Old))?.Type, redefined.Column.Type, "MODIFY"),
        ColumnRetyped retyped => Judge(retyped.Of, retyped.Column, retyped.OldType ?? ground.Known.Column(retyped.Of, retyped.Column)?.Type, retyped.NewType, "MODIFY"),
        _ => [],
    };

    private static Breach[] Judge(SqlName table, SqlName column, string? old, string changed, string verb)
    {
        if (TypeText.Values(changed) is not { } values) return [];
        if (old is null) return [new Breach($"Whether {column} of {table} keeps its values in their order cannot be told.") { Severity = Severity.Warning }];
        if (TypeText.Values(old) is not { } before) return [];
        if (values.Take(before.Length).SequenceEqual(before))
        {
            return IsWider(before.Length, values.Length)
                ? [new Breach($"With {values.Length} values {column} of {table} takes more room: every row is rewritten.")]
                : [];
        }

        string[] kept = [.. before, .. values.Where(value => !before.Contains(value))];
        return [new Breach($"{column} of {table} loses or moves values.", $"ALTER TABLE {table} {verb} COLUMN {column} {TypeText.NameOf(changed)}({string.Join(", ", kept)});")];
    }

    // One byte up to 255 values, then two.
    private static bool IsWider(int before, int after) => before <= 255 && after > 255;
}
