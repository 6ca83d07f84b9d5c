using System.Collections.Immutable;
using Godwit.Facts;
using Godwit.Planning;

namespace Godwit.Safety.Rules;

/// <summary>A column is dropped.</summary>
internal sealed class DroppedColumn : Rule
{
    internal override string Id => "DL02";

    internal override Severity Severity => Severity.Error;

    internal override ImmutableArray<string> Products => Rules.Products.All;

    internal override string Title => "a column is dropped";

    internal override string Reason => "Its values are gone. Released programs that still read or write it fail, and so does an ORM that has it in its list of columns.";

    internal override string Remedy => "Release a version that does not use the column first, then drop it with a reason.";

    internal override string Bad => "ALTER TABLE posts DROP COLUMN body;";

    internal override IEnumerable<Breach> Judge(Fact fact, Ground ground) => fact is ColumnDropped dropped && !ground.IsNewColumn(dropped.From, dropped.Column)
        ? [new Breach($"{dropped.Column} of {dropped.From} and all its values are dropped.", $"""
            -- allow: DL02 no released version uses {dropped.Column}
            ALTER TABLE {dropped.From} DROP COLUMN {dropped.Column};
            """, $"[Allow(\"DL02\", \"no released version uses {dropped.Column.Bare}\")]")]
        : [];
}
