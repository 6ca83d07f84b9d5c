using System.Collections.Immutable;
using Godwit.Facts;
using Godwit.Planning;

namespace Godwit.Safety.Rules;

/// <summary>A column that numbers or computes itself is added.</summary>
internal sealed class NumberedColumn : Rule
{
    internal override string Id => "PG15";

    internal override Severity Severity => Severity.Error;

    internal override ImmutableArray<string> Products => Rules.Products.PostgreSql;

    internal override string Title => "a column that numbers or computes itself is added";

    internal override string Reason => "The whole table is rewritten to give every row its value, and nobody can read or write it in the meantime.";

    internal override string Remedy => "Add a plain column, let a trigger fill it for new rows, and fill the others in batches.";

    internal override string Bad => "ALTER TABLE posts ADD COLUMN number bigserial;";

    internal override IEnumerable<Breach> Judge(Fact fact, Ground ground) => fact is ColumnAdded { Column: var column } added && (column.IsNumbered || column is { Generated: not null, IsStored: true })
        ? [new Breach($"{added.To} is rewritten to give every row its {column.Name}.", $"""
            ALTER TABLE {added.To} ADD COLUMN {column.Name} {(column.IsNumbered ? "bigint" : column.Type)};
            -- then: a trigger for new rows, and schema.Backfill(…) for the others
            """)]
        : [];
}
